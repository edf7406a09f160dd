#pragma once

namespace cli {

/// The program: understands the command line, runs the command, and turns what it throws into words
/// on standard error. Returns the exit code.
int uitwijk(int argc, char** argv);

}  // namespace cli
