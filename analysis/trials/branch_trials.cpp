#include "analysis/trials/branch_trials.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "analysis/measures/part.hpp"
#include "analysis/measures/short_time.hpp"

namespace analysis {
namespace {

using results::Facts;
using results::GroupTime;

enum class Less { nothing, twin };

/// Measures of callers, by their names in the table of measures.
struct Taken {
  const char* name;
  std::string_view of;
  Less less;
};
constexpr Taken taken[] = {{"extra_lost_callers", "lost_callers", Less::twin},
                           {"late_callers", "late_callers", Less::nothing},
                           {"late_help", "late_help", Less::nothing},
                           {"extra_unreached_callers", "unreached_callers", Less::twin},
                           {"extra_blocked_attempts", "blocked_attempts", Less::twin},
                           {"answer_delay_p90_s", "answer_delay_p90_s", Less::nothing},
                           {"recover_s", "recover_s", Less::nothing}};

}  // namespace

BranchMeasures::BranchMeasures(const models::World& world) : world_(world) {
  for (const Taken& row : taken)
    all_.push_back({row.name, find_measure(of::world, row.of)->unit});
  for (const auto& discipline : world.disciplines)
    if (discipline.modelled)
      all_.push_back({"short_min." + discipline.id, Unit::minutes});
}

BranchMeasures::Values BranchMeasures::of(const results::Observations& seen,
                                          const results::Dimensions& dimensions) const {
  const Part all = whole_world(dimensions);
  const View here{dimensions, all, seen.world, seen.paired ? &*seen.paired : nullptr};
  Values out;
  for (const Taken& row : taken) {
    const auto value = find_measure(of::world, row.of)->value;
    double number = value(here);
    if (row.less == Less::twin && seen.twin)
      number -= value(View{dimensions, all, *seen.twin});
    out.measures.push_back(number);
  }
  for (const auto group : world_.groups.ids())
    out.short_min_of_group.push_back(group_short_min(seen.world, group.index) -
                                     (seen.twin ? group_short_min(*seen.twin, group.index) : 0));
  for (const auto discipline : world_.disciplines.ids()) {
    if (!world_.disciplines[discipline].modelled)
      continue;
    double sum = 0;
    for (const auto group : world_.groups.ids())
      if (const auto& served = world_.roles[world_.groups[group].role].disciplines;
          std::ranges::find(served, discipline) != served.end())
        sum += out.short_min_of_group[group.index];
    out.measures.push_back(sum);
  }
  return out;
}

std::string BranchFuture::label() const {
  return moment.empty() ? option : option + " @ " + moment;
}

std::size_t BranchFuture::decided() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(at_s, [](double t_s) { return !std::isnan(t_s); }));
}

std::size_t BranchFuture::hindsight() const {
  std::size_t out = 0;
  for (std::size_t i = 0; i < at_s.size(); ++i)
    out += !std::isnan(at_s[i]) && !(detected_s[i] <= at_s[i]) ? 1 : 0;
  return out;
}

Estimate BranchTrials::estimate(std::size_t future, std::size_t measure) const {
  return analysis::estimate(futures[future].values[measure]);
}

Estimate BranchTrials::difference(std::size_t future, std::size_t measure, std::size_t than) const {
  const std::vector<double>&of = futures[future].values[measure],
        &less = futures[than].values[measure];
  const auto is_endless = [](double value) { return std::isinf(value); };
  if (std::ranges::any_of(of, is_endless) || std::ranges::any_of(less, is_endless))
    return {};
  return analysis::estimate(paired_differences(of, less));
}

Estimate BranchTrials::short_min(std::size_t future, std::size_t group) const {
  return analysis::estimate(futures[future].short_min_of_group[group]);
}

Estimate BranchTrials::short_difference(std::size_t future, std::size_t group) const {
  return analysis::estimate(paired_differences(futures[future].short_min_of_group[group],
                                               futures.front().short_min_of_group[group]));
}

std::size_t BranchTrials::measure(const std::string& name) const {
  const auto at = std::ranges::find(measures, name, &BranchMeasure::name);
  if (at == measures.end())
    throw std::logic_error("no measure of a future: " + name);
  return static_cast<std::size_t>(at - measures.begin());
}

bool BranchTrials::somebody_knows() const {
  return !futures.empty() && !std::ranges::all_of(futures.front().detected_s,
                                                  [](double t_s) { return std::isnan(t_s); });
}

namespace {

/// Of the replications in which it came to that.
double mean_moment_s(const BranchFuture& future) {
  std::vector<double> all = future.at_s;
  std::erase_if(all, [](double t_s) { return std::isnan(t_s); });
  return mean_of(all);
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> BranchTrials::earlier_and_later() const {
  std::map<std::string, std::vector<std::size_t>> by_option;
  for (std::size_t i = 0; i < futures.size(); ++i)
    if (futures[i].decided() > 0)
      by_option[futures[i].option].push_back(i);
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (auto& [option, moments] : by_option) {
    std::ranges::stable_sort(moments, {}, [&](std::size_t i) { return mean_moment_s(futures[i]); });
    for (std::size_t i = 0; i + 1 < moments.size(); ++i)
      out.emplace_back(moments[i], moments[i + 1]);
  }
  return out;
}

}  // namespace analysis
