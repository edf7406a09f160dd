#pragma once

#include <vector>

#include "analysis/impact/impact_table.hpp"

namespace analysis {

TableRow table_row(const PooledRows& line, const Criteria& criteria, const ThreatRates& rates);

/// Share of the events in a class or a higher one if every truncated event, of which only a lower
/// bound is known, is in the highest.
Proportion at_least_if_worse(const Row& row, const Impact& impact, int impact_class);

/// What a line does in a year.
Peril peril_of(const TableRow& row, const Criteria& criteria);

}  // namespace analysis
