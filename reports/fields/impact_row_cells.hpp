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
std::string worst_hours_cell(const analysis::TableRow& row, const Cells& cells);
/// "lost callers 83 %": what decided most often.
std::string decided_by_cell(const analysis::TableRow& row, const Cells& cells);
std::string intake_losses_cell(const analysis::TableRow& row, const Cells& cells);
std::string dispatch_losses_cell(const analysis::TableRow& row, const Cells& cells);
std::string first_switch_cell(const analysis::TableRow& row, const Cells& cells);
/// Share that is answered elsewhere at one of `losses_told_s`.
analysis::Interval elsewhere(const std::vector<analysis::Incidence>& losses, std::size_t at);
std::string truncated_cell(const analysis::TableRow& row, const Cells& cells);
std::string likelihood_cell(const analysis::TableRow& row, const Cells& cells);
std::string frequency_cell(const analysis::TableRow& row, const Cells& cells);
std::string level_cell(const analysis::TableRow& row, const Cells& cells);
/// "12/30/50/8".
std::string level_shares_cell(const analysis::TableRow& row, const Cells& cells);
std::string share_assumed_cell(const analysis::TableRow& row, const Cells& cells);
std::string evidence_cell(const analysis::TableRow& row, const Cells& cells);

}  // namespace reports
