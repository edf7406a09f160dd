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
double lost(const Row& row, const Harm& harm, const Criteria& criteria) {
  if (row.lost_after_s == criteria.lost_after_s)
    return harm.lost_callers;
  return harm.no_contact_after.at(criteria.lost_edge());
}

int class_by(Criterion criterion, double value, const Criteria& criteria) {
  return class_of(criteria.impact.at(static_cast<std::size_t>(criterion)), value);
}

/// By criterion; I1 of what was not counted.
using ByCriterion = std::array<int, n_criteria>;

ByCriterion classes_by_criterion(const Row& row, const Harm& harm, const Criteria& criteria) {
  ByCriterion out{};
  for (const Criterion criterion : all_criteria) {
    const auto value = value_of(criterion, row, harm, criteria);
    out[static_cast<std::size_t>(criterion)] = value ? class_by(criterion, *value, criteria) : 1;
  }
  return out;
}

/// Slow is not lost: these reach at most `most_above_harm` classes above what they led to.
constexpr bool is_capped(Criterion criterion) {
  return criterion == Criterion::late_callers || criterion == Criterion::unreachable_112 ||
         criterion == Criterion::dispatch_impossible;
}
constexpr int most_above_harm = 2;

ByCriterion capped(ByCriterion classes) {
  const int cap =
      most_above_harm + std::max(classes[static_cast<std::size_t>(Criterion::lost_callers)],
                                 classes[static_cast<std::size_t>(Criterion::late_help)]);
  for (const Criterion criterion : all_criteria)
    if (int& found = classes[static_cast<std::size_t>(criterion)]; is_capped(criterion))
      found = std::min(found, cap);
  return classes;
}

std::array<Proportion, n_classes> shares_of(const std::vector<int>& classes) {
  std::array<std::size_t, n_classes> counts{};
  for (const int one : classes)
    ++counts.at(static_cast<std::size_t>(one) - 1);
  std::array<Proportion, n_classes> out;
  for (std::size_t c = 0; c < n_classes; ++c)
    out[c] = proportion(counts[c], classes.size());
  return out;
}

std::array<Proportion, n_classes> at_least(const std::vector<int>& classes) {
  std::array<Proportion, n_classes> out;
  for (std::size_t c = 0; c < n_classes; ++c)
    out[c] = proportion(static_cast<std::size_t>(std::ranges::count_if(
                            classes, [&](int one) { return one > static_cast<int>(c); })),
                        classes.size());
  return out;
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
      if (const auto value = value_of(criterion, row, row.judged(consequence), criteria)) {
        const auto c = static_cast<std::size_t>(class_by(criterion, *value, criteria)) - 1;
        out.by_criterion[static_cast<std::size_t>(criterion)][c] += 1 / n;
      }
}

}  // namespace

std::optional<double> value_of(Criterion criterion, const Row& row, const Harm& harm,
                               const Criteria& criteria) {
  const auto counted = [](double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
  };
  switch (criterion) {
    case Criterion::lost_callers:
      return lost(row, harm, criteria);
    case Criterion::late_help:
      return counted(harm.late_help);
    case Criterion::late_callers:
      return counted(harm.late_callers);
    case Criterion::unreachable_112:
      return counted(harm.unreachable_112_s);
    case Criterion::dispatch_impossible:
      return counted(harm.dispatch_impossible_s);
    case Criterion::wrong_dispatch:
      return harm.wrong_dispatch_share;
    case Criterion::count:
      break;
  }
  return std::nullopt;
}

Judgement judge(const Row& row, const Harm& harm, const Criteria& criteria) {
  const ByCriterion uncapped = classes_by_criterion(row, harm, criteria);
  const ByCriterion classes = capped(uncapped);
  const int slow = class_of(criteria.recovery_s, harm.recover_s);
  Judgement out;
  out.impact = *std::ranges::max_element(classes);
  out.uncapped = std::max(*std::ranges::max_element(uncapped), slow);
  for (const Criterion criterion : all_criteria)
    if (out.impact > 1 && classes[static_cast<std::size_t>(criterion)] == out.impact)
      out.deciding.push_back(criterion);
  const int raised = std::min(slow, out.impact + criteria.recovery_raises_by);
  out.raised_by_recovery = raised > out.impact;
  out.impact = std::max(out.impact, raised);
  return out;
}

Judgement judge(const Row& row, const Consequence& consequence, const Criteria& criteria) {
  return judge(row, row.judged(consequence), criteria);
}

Impact impact_of(const Row& row, const Criteria& criteria) {
  Impact out;
  std::map<std::string, std::size_t> decided;
  std::vector<int> uncapped, nation;
  for (const Consequence& consequence : row.replications) {
    const Judgement judgement = judge(row, consequence, criteria);
    out.each.push_back(judgement.impact);
    uncapped.push_back(judgement.uncapped);
    if (row.is_aimed() && consequence.touched)
      nation.push_back(judge(row, static_cast<const Harm&>(consequence), criteria).impact);
    count_deciding(decided, judgement);
  }
  out.classes = shares_of(out.each);
  out.at_least = at_least(out.each);
  out.uncapped = shares_of(uncapped);
  if (!nation.empty())
    out.nation = shares_of(nation);
  out.decided = most_frequent_first(decided);
  count_by_criterion(out, row, criteria);
  return out;
}

std::vector<double> lost_callers(const Row& row, const Criteria& criteria) {
  return values_of(row, [&](const Consequence& c) { return lost(row, c, criteria); });
}

}  // namespace analysis
