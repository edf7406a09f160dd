#pragma once

#include <string>
#include <vector>

#include "tests/scratch.hpp"

/// commands.txt and simulations.txt: lines for a shell, each with the name of what it makes.
namespace goldens {

using tests::Scratch;

struct Line {
  std::string name;                  ///< of a document: its group, a slash, its own
  std::vector<std::string> formats;  ///< text, md, csv, json, dot, html
  std::string shell;
  std::string group() const { return name.substr(0, name.find('/')); }
};

struct CommandTable {
  std::string settings;  ///< NAME=VALUE for all of them
  std::vector<Line> lines;
};

/// Reads `NAME=VALUE`, `NAME | FORMATS | SHELL LINE` and `#` remarks; a line that begins with a
/// blank goes on with the one before. Throws std::runtime_error when it is none of these.
CommandTable read_command_table(const std::string& file);

struct Ended {
  int exit_code;
  std::string out, err;
};

/// Runs it in the folder of the sources, where `uitwijk` is the program under test, $scratch the
/// folder and $as `as`.
Ended run(const CommandTable& table, const Line& line, const std::string& as,
          const Scratch& scratch);

}  // namespace goldens
