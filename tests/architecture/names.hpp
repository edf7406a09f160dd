#pragma once

#include <set>
#include <string>
#include <vector>

#include "tree_text.hpp"

namespace architecture {

/// A function, type, constant or variable that a file keeps to itself.
struct OwnName {
  std::string name;
  int line = 0;
  /// Of a function: how it may be called, "text", "number" or a type for the first argument and ""
  /// for none. Empty for all else.
  std::set<std::string> calls;
  std::string alias;  ///< of `using X = Y;`: all of it

  /// Whether the two cannot stand in one file. Functions are told apart by their first argument, as
  /// overloads are: numbers are converted to each other, and so are texts and paths.
  bool clashes_with(const OwnName& other) const;
};

/// What a file defines in anonymous namespaces, which clang-format begins at the first column.
std::vector<OwnName> own_names(const std::vector<Line>& lines);

}  // namespace architecture
