#pragma once

#include <string>

namespace cli {

/// What a help page shows before its options, and after them: cli/manuals/PAGE.txt, in the program.
/// A page is its summary (a line, also in the list of commands), a line left empty, its examples
/// (lines of commands, with what they do), a line left empty, and notes on output and exit codes.
struct Manual {
  std::string summary, examples, notes;
};

/// Throws std::logic_error for a page that is not there.
Manual manual_of(const std::string& page);

}  // namespace cli
