#include "reports/fields/impact_row_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "reports/fields/shape.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

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

Cell worst_hours_cell(Row row, const Cells& cells) {
  const std::string hours = worst_hours(row, cells.word("weekend"), cells.word("weekday"));
  return hours.empty() ? dash
                       : fmt::format("{}: {}", hours, cells.count(row.worst_hours.lost.value).text);
}

Cell decided_by_cell(Row row, const Cells& cells) {
  if (row.impact.decided.empty())
    return dash;
  const analysis::Decided& first = row.impact.decided.front();
  const double share =
      static_cast<double>(first.events) / static_cast<double>(row.impact.each.size());
  return fmt::format("{} {} %", cells.word("criterion." + first.by), cells.percent(share).text);
}

namespace {

/// In words that nothing happened only where nobody was lost because of this.
Cell recovery_cell(const analysis::Interval& percentile, Row row, const Cells& cells) {
  if (!percentile.exists())
    return dash;
  if (percentile.value == 0 && row.any_loss.hits == 0)
    return cells.word("never_down");
  if (percentile.value == 0)
    return cells.word(row.row.is_aimed() ? "never_below" : "never_below_nationally");
  return std::isfinite(percentile.value) ? cells.seconds(percentile.value)
                                         : Cell("> " + cells.seconds(row.still_down_s).text);
}

/// "62/70/74": answered elsewhere after 10, 30 and 60 minutes.
Cell losses_cell(const std::vector<analysis::Incidence>& losses, Row row, const Cells& cells) {
  if (!row.losses_told)
    return dash;
  std::vector<std::string> out;
  for (const analysis::Incidence& after : losses) {
    const double share = share_of(after, analysis::LossEnd::elsewhere).value;
    out.push_back(std::isnan(share) ? dash : cells.percent(share).text);
  }
  return out.empty() ? cells.word("none_lost") : fmt::format("{}", fmt::join(out, "/"));
}

}  // namespace

Cell recovery_p50_cell(Row row, const Cells& cells) {
  return recovery_cell(row.recover_percentiles[0], row, cells);
}

Cell recovery_p95_cell(Row row, const Cells& cells) {
  return recovery_cell(row.recover_percentiles[1], row, cells);
}

Cell intake_losses_cell(Row row, const Cells& cells) {
  return losses_cell(row.intake_losses, row, cells);
}

Cell dispatch_losses_cell(Row row, const Cells& cells) {
  return losses_cell(row.dispatch_losses, row, cells);
}

Cell first_switch_cell(Row row, const Cells& cells) {
  return row.first_switch_fails.of == 0 ? Cell(cells.word("never_tried"))
                                        : cells.share(row.first_switch_fails);
}

namespace {

/// "3/40".
Cell of_events(Row row, std::size_t some) {
  return {fmt::format("{}/{}", some, row.row.replications.size()),
          {static_cast<double>(some)},
          analysis::Unit::count};
}

}  // namespace

Cell truncated_cell(Row row, const Cells&) {
  return of_events(row, row.truncated);
}

Cell late_return_cell(Row row, const Cells&) {
  return of_events(row, row.late_return);
}

/// Of the row's own events a year, as its level is, not of the nation's.
Cell likelihood_cell(Row row, const Cells&) {
  constexpr double worth_naming = 0.05;
  std::vector<std::string> out;
  for (std::size_t k = 0; k < row.likelihood.size(); ++k)
    if (row.likelihood[k] >= worth_naming)
      out.push_back(fmt::format("K{}", k + 1));
  if (out.empty())
    return dash;
  return out.size() == 1 ? out.front() : out.front() + "-" + out.back();
}

Cell frequency_cell(Row row, const Cells& cells) {
  const auto [low, high] = row.frequency.ends();
  return {low == high ? cells.rate(low) : fmt::format("{}-{}", cells.rate(low), cells.rate(high)),
          {low, high},
          analysis::Unit::count};
}

Cell level_cell(Row row, const Cells& cells) {
  return cells.word("level." + Shape<analysis::Level>::word(row.level)) +
         (level_shown(row) ? "" : " ?");
}

Cell level_shares_cell(Row row, const Cells& cells) {
  std::vector<std::string> out;
  for (const double share : row.levels)
    out.push_back(cells.percent(share).text);
  return fmt::format("{}", fmt::join(out, "/"));
}

Cell evidence_cell(Row row, const Cells& cells) {
  const results::RowLabels& labels = row.row.labels;
  if (labels.threat.empty())
    return dash;
  std::string duration =
      labels.duration_basis.empty() ? dash : cells.word("basis." + labels.duration_basis);
  if (labels.duration_cases > 0)
    duration += fmt::format(" ({})", labels.duration_cases);
  // Without a frequency the reason stands in a column of its own.
  const std::string likelihood =
      row.frequency.known() ? "K: " + cells.word("basis." + labels.likelihood_basis) + "; " : "";
  return table_text("incidents", cells.language(), labels.incidents, labels.incidents_checked,
                    likelihood, duration);
}

Cell share_of_line_cell(Row row, const Cells& cells) {
  if (std::isnan(row.share_of_line))
    return dash;
  Cell out = cells.percent(row.share_of_line);
  out.text += " %";
  return out;
}

Cell as_much_cell(Row row, const Cells& cells) {
  if (std::isnan(row.as_much_as_all_per_y))
    return dash;
  return {cells.rate(row.as_much_as_all_per_y), {row.as_much_as_all_per_y}, analysis::Unit::count};
}

Cell share_assumed_cell(Row row, const Cells& cells) {
  Cell out = cells.percent(share_assumed(row));
  out.text += " %";
  return out;
}

}  // namespace reports
