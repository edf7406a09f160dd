#pragma once

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// What is shown of a line of the impact table.
template <>
struct Table<analysis::TableRow> {
  static constexpr std::string_view name = "Row";
  static Fields<analysis::TableRow> fields();
};

inline Fields<analysis::TableRow> impact_row_fields() {
  return Table<analysis::TableRow>::fields();
}

}  // namespace reports
