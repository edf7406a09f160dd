#include "reports/fields/impact_row_reads.hpp"

#include "analysis/statistics/estimate.hpp"

namespace reports {

using analysis::TableRow;

std::string name_of(const TableRow& row, const std::string& name) {
  return row.row.labels.threat.empty() ? row.row.scenario_name : name;
}

std::optional<std::uint64_t> other_definitions(const TableRow& row) {
  return row.row.definitions == results::definitions ? std::nullopt
                                                     : std::optional(row.row.definitions);
}

double genuine_callers(const TableRow& row) {
  return analysis::estimate(
             values_of(row.row, [](const analysis::Consequence& one) { return one.callers; }))
      .mean;
}

ByWord<Decider, std::size_t> decided_by(const TableRow& row) {
  ByWord<Decider, std::size_t> out;
  for (const analysis::Decided& one : row.impact.decided)
    out.emplace_back(Decider{one.by}, one.events);
  return out;
}

ByWord<analysis::Criterion, std::array<double, analysis::n_classes>> classes_by_criterion(
    const TableRow& row) {
  ByWord<analysis::Criterion, std::array<double, analysis::n_classes>> out;
  if (row.impact.each.empty())
    return out;
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    out.emplace_back(static_cast<analysis::Criterion>(i), row.impact.by_criterion.at(i));
  return out;
}

ByWord<analysis::Level, double> levels(const TableRow& row) {
  ByWord<analysis::Level, double> out;
  for (std::size_t i = 0; i < row.levels.size(); ++i)
    out.emplace_back(static_cast<analysis::Level>(i), row.levels.at(i));
  return out;
}

analysis::Interval elsewhere(const std::vector<analysis::Incidence>& losses, std::size_t at) {
  return losses.empty() ? analysis::Interval{}
                        : share_of(losses.at(at), analysis::LossEnd::elsewhere);
}

}  // namespace reports
