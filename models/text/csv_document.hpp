#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/text/problems.hpp"

namespace models {

/// One cell of a table, without its quotes and the blanks around it.
struct Cell {
  std::string text;
  Mark mark;
};
using CellRow = std::vector<Cell>;

/// Reads CSV (RFC 4180): cells between commas, semicolons or tabs, whichever the first line has
/// most of or announces ("sep=;"); quoted cells may hold any. Rows without anything are left out.
/// Nothing when it is no CSV; what is wrong goes to `problems`.
std::optional<std::vector<CellRow>> parse_csv(const std::string& text, const std::string& file,
                                              Problems& problems);

}  // namespace models
