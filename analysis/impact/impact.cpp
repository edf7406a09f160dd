#include "analysis/impact/impact.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace analysis {
namespace {

constexpr auto all_criteria = [] {
  std::array<Criterion, n_criteria> out{};
  for (std::size_t i = 0; i < n_criteria; ++i)
    out[i] = static_cast<Criterion>(i);
  return out;
}();

/// The world's own count when it has the same T_lost: it knows of callers whose story was cut off
/// before they were lost.
double lost(const Row& row, const Consequence& consequence, const Criteria& criteria) {
  if (row.lost_after_s == criteria.lost_after_s)
    return consequence.lost_callers;
  return consequence.no_contact_after.at(criteria.lost_edge());
}

int class_by(Criterion criterion, double value, const Criteria& criteria) {
  return class_of(criteria.impact.at(static_cast<std::size_t>(criterion)), value);
}

void raise_by_recovery(Judgement& out, const Consequence& consequence, const Criteria& criteria) {
  const int slow = class_of(criteria.recovery_s, consequence.recover_s);
  const int raised = std::min(slow, out.impact + criteria.recovery_raises_by);
  out.raised_by_recovery = raised > out.impact;
  out.impact = std::max(out.impact, raised);
}

std::vector<Decided> most_frequent_first(const std::map<std::string, std::size_t>& counts) {
  std::vector<Decided> out;
  for (const auto& [by, events] : counts)
    out.push_back({by, events});
  std::stable_sort(out.begin(), out.end(),
                   [](const Decided& a, const Decided& b) { return a.events > b.events; });
  return out;
}

void count_deciding(std::map<std::string, std::size_t>& counts, const Judgement& judgement) {
  if (judgement.raised_by_recovery)
    ++counts["recovery"];
  else if (judgement.deciding.empty())
    ++counts["none"];
  else
    for (const Criterion criterion : judgement.deciding)
      ++counts[std::string(word_of(criterion))];
}

void count_by_criterion(Impact& out, const Row& row, const Criteria& criteria) {
  const auto n = static_cast<double>(row.replications.size());
  for (const Consequence& consequence : row.replications)
    for (const Criterion criterion : all_criteria)
      if (const auto value = value_of(criterion, row, consequence, criteria)) {
        const auto c = static_cast<std::size_t>(class_by(criterion, *value, criteria)) - 1;
        out.by_criterion[static_cast<std::size_t>(criterion)][c] += 1 / n;
      }
}

}  // namespace

std::optional<double> value_of(Criterion criterion, const Row& row, const Consequence& c,
                               const Criteria& criteria) {
  // Endless when more than a tenth of the callers were never helped: beyond every bound.
  const bool p90_exists = !std::isnan(c.answer_delay_p90_s);
  switch (criterion) {
    case Criterion::lost_callers:
      return lost(row, c, criteria);
    case Criterion::answer_delay_p90:
      return p90_exists ? std::optional(c.answer_delay_p90_s) : std::nullopt;
    case Criterion::delayed_share:
      return p90_exists ? std::nullopt : std::optional(c.delayed_share);
    case Criterion::unreachable:
      return c.unreachable_s;
    case Criterion::wrong_dispatch:
      return c.wrong_dispatch_share;
    case Criterion::count:
      break;
  }
  return std::nullopt;
}

Judgement judge(const Row& row, const Consequence& consequence, const Criteria& criteria) {
  Judgement out;
  for (const Criterion criterion : all_criteria) {
    const auto value = value_of(criterion, row, consequence, criteria);
    const int found = value ? class_by(criterion, *value, criteria) : 1;
    if (found > out.impact)
      out.deciding.clear();
    if (found >= out.impact && found > 1)
      out.deciding.push_back(criterion);
    out.impact = std::max(out.impact, found);
  }
  raise_by_recovery(out, consequence, criteria);
  return out;
}

Impact impact_of(const Row& row, const Criteria& criteria) {
  Impact out;
  std::map<std::string, std::size_t> decided;
  std::array<std::size_t, n_classes> counts{};
  for (const Consequence& consequence : row.replications) {
    const Judgement judgement = judge(row, consequence, criteria);
    out.each.push_back(judgement.impact);
    ++counts.at(static_cast<std::size_t>(judgement.impact) - 1);
    count_deciding(decided, judgement);
  }
  std::size_t at_least = 0;
  for (std::size_t c = n_classes; c-- > 0;) {
    at_least += counts[c];
    out.classes[c] = proportion(counts[c], out.each.size());
    out.at_least[c] = proportion(at_least, out.each.size());
  }
  out.decided = most_frequent_first(decided);
  count_by_criterion(out, row, criteria);
  return out;
}

std::vector<double> lost_callers(const Row& row, const Criteria& criteria) {
  return values_of(row, [&](const Consequence& c) { return lost(row, c, criteria); });
}

}  // namespace analysis
