#pragma once

#include <string>
#include <variant>
#include <vector>

#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What one cell of a spreadsheet holds.
struct Quantity {
  double value;
  analysis::Unit unit;
};
using Value = std::variant<std::monostate, std::string, Quantity>;

/// A grid as a spreadsheet has it: each number in a column of its own, a group or a remark in a
/// column beside the rows that it is about.
struct Columns {
  std::vector<std::string> headings;
  std::vector<std::vector<Value>> rows;
};

/// An interval takes two columns, a number with its interval three. A heading names the unit of a
/// column of times; where the rows of one column differ, a column "unit" names that of each.
Columns columns_of(const Grid& grid, Language language);

}  // namespace reports
