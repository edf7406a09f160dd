#pragma once

namespace studies {

/// What a program of ours is, whoever starts it: the numbers of the standard streams are taken, so
/// that no file gets them; what it makes is for its owner only; and a file that may not grow
/// (`ulimit -f`) is an error of writing, no end of the program.
void prepare_process();

}  // namespace studies
