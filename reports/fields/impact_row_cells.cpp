#include "reports/fields/impact_row_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "reports/fields/shape.hpp"
#include "reports/words/plural.hpp"

namespace reports {

using Row = const analysis::TableRow&;

std::string worst_hours(Row row, const std::string& weekend, const std::string& weekday) {
  const analysis::WorstHours& worst = row.worst_hours;
  return worst.exists() ? fmt::format("{} {}-{}", worst.weekend ? weekend : weekday,
                                      worst.from_hour, worst.until_hour)
                        : "";
}

bool level_shown(Row row) {
  return row.shown_not_above.at(static_cast<std::size_t>(row.level));
}

namespace {

double share_assumed(Row row) {
  return row.row.parameters > 0 ? static_cast<double>(row.row.parameters_assumed) /
                                      static_cast<double>(row.row.parameters)
                                : 0;
}

}  // namespace

std::string worst_hours_cell(Row row, const Cells& cells) {
  const std::string hours = worst_hours(row, cells.word("weekend"), cells.word("weekday"));
  return hours.empty() ? dash
                       : fmt::format("{}: {}", hours, cells.count(row.worst_hours.lost.value));
}

std::string decided_by_cell(Row row, const Cells& cells) {
  if (row.impact.decided.empty())
    return dash;
  const analysis::Decided& first = row.impact.decided.front();
  const double share =
      static_cast<double>(first.events) / static_cast<double>(row.impact.each.size());
  return fmt::format("{} {} %", cells.word("criterion." + first.by), cells.percent(share));
}

namespace {

/// "62/70/74": answered elsewhere after 10, 30 and 60 minutes.
std::string losses_cell(const std::vector<analysis::Incidence>& losses, const Cells& cells) {
  std::vector<std::string> out;
  for (const analysis::Incidence& after : losses) {
    const double share = share_of(after, analysis::LossEnd::elsewhere).value;
    out.push_back(std::isnan(share) ? dash : cells.percent(share));
  }
  return out.empty() ? cells.word("none_lost") : fmt::format("{}", fmt::join(out, "/"));
}

}  // namespace

analysis::Interval elsewhere(const std::vector<analysis::Incidence>& losses, std::size_t at) {
  return losses.empty() ? analysis::Interval{}
                        : share_of(losses.at(at), analysis::LossEnd::elsewhere);
}

std::string intake_losses_cell(Row row, const Cells& cells) {
  return losses_cell(row.intake_losses, cells);
}

std::string dispatch_losses_cell(Row row, const Cells& cells) {
  return losses_cell(row.dispatch_losses, cells);
}

std::string first_switch_cell(Row row, const Cells& cells) {
  return row.first_switch_fails.of == 0 ? cells.word("never_tried")
                                        : cells.share(row.first_switch_fails);
}

std::string truncated_cell(Row row, const Cells&) {
  return fmt::format("{}/{}", row.truncated, row.row.replications.size());
}

std::string likelihood_cell(Row row, const Cells&) {
  const std::uint64_t k = row.row.labels.likelihood_class;
  return k > 0 ? fmt::format("K{}", k) : dash;
}

std::string frequency_cell(Row row, const Cells& cells) {
  const double low = row.frequency.at(0), high = row.frequency.at(1);
  return low == high ? cells.rate(low) : fmt::format("{}-{}", cells.rate(low), cells.rate(high));
}

std::string level_cell(Row row, const Cells& cells) {
  return cells.word("level." + Shape<analysis::Level>::word(row.level)) +
         (level_shown(row) ? "" : " ?");
}

std::string level_shares_cell(Row row, const Cells& cells) {
  std::vector<std::string> out;
  for (const double share : row.levels)
    out.push_back(cells.percent(share));
  return fmt::format("{}", fmt::join(out, "/"));
}

std::string evidence_cell(Row row, const Cells& cells) {
  const results::RowLabels& labels = row.row.labels;
  if (labels.threat.empty())
    return dash;
  std::string duration =
      labels.duration_basis.empty() ? dash : cells.word("basis." + labels.duration_basis);
  if (labels.duration_cases > 0)
    duration += ", " + fmt::format(fmt::runtime(cells.word("cases")), Count(labels.duration_cases));
  // Without a frequency the reason stands in a column of its own.
  const std::string likelihood =
      row.frequency.known() ? "K: " + cells.word("basis." + labels.likelihood_basis) + "; " : "";
  return fmt::format(fmt::runtime(cells.word("incidents")), labels.incidents,
                     labels.incidents_checked, likelihood, duration);
}

std::string share_assumed_cell(Row row, const Cells& cells) {
  return cells.percent(share_assumed(row)) + " %";
}

}  // namespace reports
