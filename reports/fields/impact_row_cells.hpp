#pragma once

#include <string>

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/cells.hpp"

namespace reports {

/// "weekend 12-18"; nothing when no part of the week is the worst.
std::string worst_hours(const analysis::TableRow& row, const std::string& weekend,
                        const std::string& weekday);
bool level_shown(const analysis::TableRow& row);

/// Cells of a line of the impact table that a type alone does not say how to write.
Cell worst_hours_cell(const analysis::TableRow& row, const Cells& cells);
/// "lost callers 83 %": what decided most often.
Cell decided_by_cell(const analysis::TableRow& row, const Cells& cells);
Cell recovery_p50_cell(const analysis::TableRow& row, const Cells& cells);
Cell recovery_p95_cell(const analysis::TableRow& row, const Cells& cells);
Cell intake_losses_cell(const analysis::TableRow& row, const Cells& cells);
Cell dispatch_losses_cell(const analysis::TableRow& row, const Cells& cells);
Cell first_switch_cell(const analysis::TableRow& row, const Cells& cells);
Cell truncated_cell(const analysis::TableRow& row, const Cells& cells);
Cell late_return_cell(const analysis::TableRow& row, const Cells& cells);
Cell likelihood_cell(const analysis::TableRow& row, const Cells& cells);
Cell frequency_cell(const analysis::TableRow& row, const Cells& cells);
Cell level_cell(const analysis::TableRow& row, const Cells& cells);
/// "12/30/50/8".
Cell level_shares_cell(const analysis::TableRow& row, const Cells& cells);
/// "38 %"; a dash when the row is no part of the sum.
Cell share_of_line_cell(const analysis::TableRow& row, const Cells& cells);
Cell as_much_cell(const analysis::TableRow& row, const Cells& cells);
Cell share_assumed_cell(const analysis::TableRow& row, const Cells& cells);
Cell evidence_cell(const analysis::TableRow& row, const Cells& cells);

}  // namespace reports
