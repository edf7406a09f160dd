#pragma once

#include <cstddef>

#include "analysis/statistics/interval.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/numbers.hpp"

namespace reports {

/// Cells that say a number as people read it and hold it as it is.

Cell number_cell(double value, const Numbers& numbers, analysis::Unit unit = analysis::Unit::count);
/// Whole, without marks between the thousands.
Cell whole_cell(std::size_t count);
/// A share of one as whole per cent, without the sign.
Cell percent_cell(double share, const Numbers& numbers);
/// "[12, 34]"; a dash when there is none.
Cell ends_cell(const analysis::Interval& interval, const Numbers& numbers,
               analysis::Unit unit = analysis::Unit::count);
/// "12 [8, 17]"; the value alone when there is no interval.
Cell with_ends_cell(const analysis::Interval& interval, const Numbers& numbers,
                    analysis::Unit unit = analysis::Unit::count);
/// "1,234 ± 56".
Cell estimate_cell(const analysis::Estimate& estimate, analysis::Unit unit,
                   std::size_t replications, const Numbers& numbers, bool with_sign = false);
/// "75 % [43, 95]".
Cell proportion_cell(const analysis::Proportion& proportion, const Numbers& numbers);

}  // namespace reports
