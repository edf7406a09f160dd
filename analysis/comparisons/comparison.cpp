#include "analysis/comparisons/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analysis/impact/row_mean.hpp"
#include "analysis/impact/table_row.hpp"

namespace analysis {
namespace {

bool comparable(const Row& a, const Row& b) {
  return a.seed == b.seed && a.labels.draw == b.labels.draw &&
         std::equal(a.replications.begin(), a.replications.end(), b.replications.begin(),
                    b.replications.end(), [](const Consequence& x, const Consequence& y) {
                      return x.replication == y.replication;
                    });
}

using Lines = std::map<std::string, TableRow>;

std::string line_key(const Row& row) {
  return event_key(row) + row.labels.package;
}

Lines lines_of(const ImpactTable& table) {
  Lines out;
  for (const auto* rows : {&table.annual, &table.conditional})
    for (const TableRow& row : *rows)
      out.emplace(line_key(row.row), row);
  return out;
}

/// Each counted by its own criteria.
Difference difference_of(const Row& a, const Criteria& criteria_a, const Row& b,
                         const Criteria& criteria_b) {
  const auto x = lost_callers(a, criteria_a), y = lost_callers(b, criteria_b);
  if (comparable(a, b))
    return {mean_over_week(a, paired_differences(y, x)), true};
  return {interval_of_difference(x, y), false};
}

std::string name_of(const TableRow& row) {
  return row.row.id() + (row.row.labels.package.empty() ? "" : " " + row.row.labels.package);
}

std::vector<InputChange> changed_inputs(const std::vector<Row>& before,
                                        const std::vector<Row>& after) {
  const auto all = [](const std::vector<Row>& rows) {
    std::map<std::string, std::set<std::string>> out;
    for (const Row& row : rows)
      for (const auto& [name, sha256] : row.inputs)
        out[name].insert(sha256);
    return out;
  };
  const auto names = [](const auto& inputs) {
    std::set<std::string> out;
    for (const auto& [name, hashes] : inputs)
      out.insert(name);
    return out;
  };
  const auto old_inputs = all(before), new_inputs = all(after);
  const auto same = same_inputs(names(old_inputs), names(new_inputs));
  auto added = new_inputs;
  std::vector<InputChange> out;
  for (const auto& [name, hashes] : old_inputs) {
    const auto found = same.find(name);
    if (found == same.end()) {
      out.push_back({InputChange::How::removed, name});
      continue;
    }
    if (new_inputs.at(found->second) != hashes)
      out.push_back({InputChange::How::changed, found->second});
    added.erase(found->second);
  }
  for (const auto& [name, hashes] : added)
    out.push_back({InputChange::How::added, name});
  return out;
}

std::vector<std::string> programs(const std::vector<Row>& rows) {
  std::set<std::string> out;
  for (const Row& row : rows)
    out.insert(row.version + " (" + row.commit + ")");
  return {out.begin(), out.end()};
}

}  // namespace

std::string event_key(const Row& row) {
  std::string out;
  for (const std::string& part : {row.labels.threat.empty() ? row.scenario : row.labels.threat,
                                  row.labels.target, row.labels.plan, row.labels.onset_rule,
                                  row.labels.duration, row.labels.varied, row.meldkamer})
    out += part + '\n';
  return out;
}

Difference difference_of(const Row& a, const Row& b, const Criteria& criteria) {
  return difference_of(a, criteria, b, criteria);
}

Comparison compare(std::vector<Row> before, std::vector<Row> after, const Criteria& criteria_before,
                   const Criteria& criteria_after, const Evidence& evidence) {
  Comparison out;
  out.lost_after_before_s = criteria_before.lost_after_s;
  out.lost_after_after_s = criteria_after.lost_after_s;
  out.inputs = changed_inputs(before, after);
  out.programs_before = programs(before);
  out.programs_after = programs(after);
  const ImpactTable old_table = impact_table(before, criteria_before, evidence);
  if (criteria_before.input.sha256 != criteria_after.input.sha256)
    out.by_criteria =
        disagreements(old_table, impact_table(std::move(before), criteria_after, evidence));
  Lines old_lines = lines_of(old_table);
  for (auto& [key, row] : lines_of(impact_table(std::move(after), criteria_after, evidence))) {
    const auto found = old_lines.find(key);
    if (found == old_lines.end()) {
      out.only_after.push_back(name_of(row));
      continue;
    }
    out.changes.push_back(
        {found->second, row,
         difference_of(found->second.row, criteria_before, row.row, criteria_after)});
    old_lines.erase(found);
  }
  for (const auto& [key, row] : old_lines)
    out.only_before.push_back(name_of(row));
  std::stable_sort(out.changes.begin(), out.changes.end(), [](const Change& a, const Change& b) {
    return std::abs(a.lost.by.value) > std::abs(b.lost.by.value);
  });
  return out;
}

}  // namespace analysis
