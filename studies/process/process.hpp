#pragma once

namespace studies {

/// What a program of ours is, whoever starts it: the numbers of the standard streams are taken, so
/// that no file gets them; what it makes is for its owner only; a file that may not grow
/// (`ulimit -f`) is an error of writing, no end of the program; and a lack of memory that nobody
/// can catch is told as any other.
void prepare_process();

}  // namespace studies
