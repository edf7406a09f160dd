#pragma once

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/field.hpp"

namespace reports {

/// What is shown of a line of the impact table.
Fields<analysis::TableRow> impact_row_fields();

}  // namespace reports
