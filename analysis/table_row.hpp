#pragma once

#include <vector>

#include "analysis/impact_table.hpp"

namespace analysis {

/// Rows of one line: the parameters as they stand and, when they were drawn, each draw.
TableRow table_row(const std::vector<Row>& draws, const Criteria& criteria);

/// What a line does in a year.
Peril peril_of(const TableRow& row, const Criteria& criteria);

}  // namespace analysis
