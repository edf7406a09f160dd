#include "analysis/measures/part.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <set>

namespace analysis {
namespace {

using results::Dimensions;

std::vector<std::uint32_t> all(std::size_t size) {
  std::vector<std::uint32_t> out(size);
  std::iota(out.begin(), out.end(), 0U);
  return out;
}

template <class Predicate>
std::vector<std::uint32_t> where(std::size_t size, Predicate holds) {
  std::vector<std::uint32_t> out = all(size);
  std::erase_if(out, [&](std::uint32_t i) { return !holds(i); });
  return out;
}

std::vector<std::uint32_t> groups_at(const Dimensions& d, std::uint32_t stage) {
  return where(d.groups.size(), [&](std::uint32_t g) { return d.group_stage[g] == stage; });
}

std::vector<std::uint32_t> places_at(const Dimensions& d, std::uint32_t stage) {
  return where(d.places.size(), [&](std::uint32_t p) { return d.places[p].stage == stage; });
}

/// The first stage that is not national, or none.
std::uint32_t first_shared_stage(const Dimensions& d) {
  std::vector<std::set<std::uint32_t>> centres(d.stages.size());
  for (std::size_t g = 0; g < d.groups.size(); ++g)
    centres[d.group_stage[g]].insert(d.group_centre[g]);
  const auto shared = std::find_if(centres.begin(), centres.end(),
                                   [](const auto& at_stage) { return at_stage.size() > 1; });
  return static_cast<std::uint32_t>(shared - centres.begin());
}

void add_histogram(std::vector<std::uint64_t>& sum, const results::CountList& array,
                   std::uint32_t row) {
  const std::size_t from = row * sum.size();
  for (std::size_t bin = 0; bin < sum.size(); ++bin)
    sum[bin] += array.at(from + bin);
}

}  // namespace

Part whole_world(const Dimensions& d) {
  Part part;
  part.regions = all(d.regions.size());
  part.disciplines = all(d.disciplines.size());
  part.centres = all(d.centres.size());
  part.groups = groups_at(d, 0);
  part.places = places_at(d, 0);
  part.shared_groups = groups_at(d, first_shared_stage(d));
  return part;
}

bool is_whole(const Part& part, const Dimensions& d) {
  return part.centres.size() == d.centres.size();
}

Part part_of_centre(const Dimensions& d, std::uint32_t centre) {
  Part part = whole_world(d);
  part.regions =
      where(d.regions.size(), [&](std::uint32_t r) { return d.region_centre[r] == centre; });
  part.centres = {centre};
  const auto elsewhere = [&](std::uint32_t g) { return d.group_centre[g] != centre; };
  std::erase_if(part.shared_groups, elsewhere);
  part.groups = all(d.groups.size());
  std::erase_if(part.groups, elsewhere);
  std::uint32_t first = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t g : part.groups)
    first = std::min(first, d.group_stage[g]);
  std::erase_if(part.groups, [&](std::uint32_t g) { return d.group_stage[g] != first; });
  part.places = where(d.places.size(), [&](std::uint32_t p) {
    return d.places[p].stage == first && d.places[p].centre == centre;
  });
  return part;
}

Part part_of_discipline(const Dimensions& d, std::uint32_t discipline) {
  Part part = whole_world(d);
  part.disciplines = {discipline};
  return part;
}

Part part_of_region(const Dimensions& d, std::uint32_t region) {
  Part part = whole_world(d);
  part.regions = {region};
  return part;
}

Part part_of_stage(const Dimensions& d, std::uint32_t stage) {
  Part part = whole_world(d);
  part.groups = part.shared_groups = groups_at(d, stage);
  part.places = places_at(d, stage);
  return part;
}

Part part_touched(const Dimensions& d, const results::Paired& paired) {
  Part part = whole_world(d);
  part.touched = paired.touched.values();
  return part;
}

Part part_of_flow(const Dimensions&, std::uint32_t flow) {
  Part part;
  part.flow = flow;
  return part;
}

double View::kind(results::KindCount count) const {
  return facts.kinds.at(part.flow * results::size_of<results::KindCount> +
                        static_cast<std::size_t>(count));
}

double View::other_work(results::WorkCount count) const {
  return facts.other_work.at(part.flow * results::size_of<results::WorkCount> +
                             static_cast<std::size_t>(count));
}

double View::callers(results::CallerCount count) const {
  return sum_of_cells([&](std::size_t cell) {
    return facts.callers.at(cell * results::size_of<results::CallerCount> +
                            static_cast<std::size_t>(count));
  });
}

namespace {

double sum_of_calls(const results::Facts& facts, const std::vector<std::uint32_t>& groups,
                    results::GroupCount count) {
  constexpr std::size_t classes = results::size_of<results::CallClass>;
  constexpr std::size_t row = results::size_of<results::GroupCount>;
  constexpr auto measured = static_cast<std::size_t>(results::CallClass::measured);
  double sum = 0;
  for (const std::uint32_t group : groups)
    sum += facts.groups.at((group * classes + measured) * row + static_cast<std::size_t>(count));
  return sum;
}

double time_of(const results::Facts& facts, std::uint32_t group, results::GroupTime time) {
  return facts.group_times.at(group * results::size_of<results::GroupTime> +
                              static_cast<std::size_t>(time));
}

}  // namespace

double View::calls(results::GroupCount count) const {
  return sum_of_calls(facts, part.groups, count);
}

double View::calls_taken_over() const {
  return sum_of_calls(facts, part.shared_groups, results::GroupCount::taken_over);
}

double View::group_time(results::GroupTime time) const {
  double sum = 0;
  for (const std::uint32_t group : part.groups)
    sum += time_of(facts, group, time);
  return sum;
}

double View::longest_wait_s() const {
  double longest = 0;
  for (const std::uint32_t group : part.groups)
    longest = std::max(longest, time_of(facts, group, results::GroupTime::wait_max_s));
  return longest;
}

double View::national_s(const std::vector<double>& seconds) const {
  if (seconds.empty() || dimensions.region_share.empty() || part.regions.empty())
    return std::numeric_limits<double>::quiet_NaN();
  const auto& modelled = dimensions.discipline_modelled;
  const auto disciplines = static_cast<double>(std::ranges::count_if(modelled, std::identity()));
  return sum_of_cells([&](std::size_t cell) {
    return modelled[cell % modelled.size()] == 0
               ? 0.0
               : dimensions.region_share[cell / modelled.size()] * seconds.at(cell) / disciplines;
  });
}

std::vector<std::uint64_t> View::waits() const {
  std::vector<std::uint64_t> sum(results::time_bins::count, 0);
  for (const std::uint32_t place : part.places)
    add_histogram(sum, facts.waits, place);
  return sum;
}

namespace {

std::vector<std::uint64_t> sum_of_rows(const results::CountList& array, std::size_t bins,
                                       const std::vector<std::uint32_t>& rows) {
  std::vector<std::uint64_t> sum(bins, 0);
  for (const std::uint32_t row : rows)
    add_histogram(sum, array, row);
  return sum;
}

}  // namespace

std::vector<std::uint64_t> View::answer_delays() const {
  const bool looked_at = paired && !paired->answer_delay.empty();
  const auto& array = !looked_at           ? facts.answer_delay
                      : side == Side::here ? paired->answer_delay
                                           : paired->answer_delay_twin;
  return sum_of_rows(array, results::time_bins::count + 1, part.disciplines);
}

std::vector<std::uint64_t> View::dispatch_delays() const {
  if (paired && !paired->help_delay.empty())
    return sum_of_rows(side == Side::here ? paired->help_delay : paired->help_delay_twin,
                       results::time_bins::count + 1, part.disciplines);
  auto out = sum_of_rows(facts.dispatch_delay, results::time_bins::count, part.disciplines);
  out.push_back(0);
  return out;
}

double View::paired_callers(const results::CountList& array) const {
  return sum_of_cells([&](std::size_t cell) { return array.at(cell); });
}

double quantile_with_never_s(std::span<const std::uint64_t> counts, double p) {
  const auto happened = counts.first(counts.size() - 1);
  const auto in_time =
      static_cast<double>(std::accumulate(happened.begin(), happened.end(), std::uint64_t{0}));
  const double rank = p * (in_time + static_cast<double>(counts.back()));
  if (in_time == 0 && counts.back() == 0)
    return std::numeric_limits<double>::quiet_NaN();
  if (rank > in_time)
    return std::numeric_limits<double>::infinity();
  return results::time_bins::quantile_s(happened, rank / in_time);
}

}  // namespace analysis
