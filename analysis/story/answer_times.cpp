#include "analysis/story/answer_times.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace analysis {
namespace {

using results::Facts;
using Histogram = std::vector<std::uint64_t>;
namespace time_bins = results::time_bins;

/// Part of a bin that lies below `time_s`.
double part_below(std::size_t bin, double time_s) {
  const double from_s = bin == 0 ? 0 : time_bins::edge_s(bin);
  const double to_s = time_bins::edge_s(bin + 1);
  return std::clamp((time_s - from_s) / (to_s - from_s), 0.0, 1.0);
}

/// The last of the timed bins has no upper edge; one behind them are those never answered.
std::vector<double> shares(const Histogram& counts) {
  const auto all =
      static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
  std::vector<double> out;
  for (const double time_s : told_times_s) {
    double below = 0;
    for (std::size_t bin = 0; bin + 1 < time_bins::count; ++bin)
      below += static_cast<double>(counts[bin]) * part_below(bin, time_s);
    out.push_back(all > 0 ? below / all : std::nan(""));
  }
  return out;
}

/// Callers of all regions and disciplines.
std::uint64_t sum_of(const Facts& facts, results::CallerCount what) {
  constexpr auto width = results::size_of<results::CallerCount>;
  std::uint64_t out = 0;
  for (auto at = static_cast<std::size_t>(what); at < facts.callers.size(); at += width)
    out += facts.callers[at];
  return out;
}

/// Rows of counts by time, and who of a world is never answered besides.
struct Population {
  std::string of;
  results::CountList Facts::*counts;
  std::size_t bins;
  std::vector<std::size_t> rows;
  std::optional<results::CallerCount> never;
};

constexpr std::size_t with_never = time_bins::count + 1;

/// Adds up over the replications.
AnswerTimes times_of(const results::Study& study, const Population& population) {
  Histogram world(with_never), twin(with_never);
  const auto add = [&](Histogram& sum, const Facts& facts) {
    for (const std::size_t row : population.rows)
      for (std::size_t bin = 0; bin < population.bins; ++bin)
        sum[bin] += (facts.*population.counts)[row * population.bins + bin];
    if (population.never)
      sum.back() += sum_of(facts, *population.never);
  };
  bool twins = false;
  for (const results::Observations& seen : study.replications) {
    add(world, seen.world);
    twins |= seen.twin.has_value();
    if (seen.twin)
      add(twin, *seen.twin);
  }
  AnswerTimes out{population.of,
                  std::accumulate(world.begin(), world.end(), std::uint64_t{0}),
                  shares(world),
                  {}};
  if (twins)
    out.twin = shares(twin);
  return out;
}

}  // namespace

std::vector<AnswerTimes> answer_times(const results::Study& study) {
  const results::Dimensions& dimensions = study.dimensions;
  std::vector<std::size_t> first;
  for (std::size_t place = 0; place < dimensions.places.size(); ++place)
    if (dimensions.places[place].stage == 0)
      first.push_back(place);
  std::vector<AnswerTimes> out = {times_of(study, {"first_answer", &Facts::waits, time_bins::count,
                                                   first, results::CallerCount::first_blocked})};
  for (std::size_t discipline = 0; discipline < dimensions.disciplines.size(); ++discipline)
    if (dimensions.discipline_modelled[discipline])
      out.push_back(times_of(study, {dimensions.disciplines[discipline],
                                     &Facts::answer_delay,
                                     with_never,
                                     {discipline},
                                     {}}));
  return out;
}

NormShares answered_within_norm(const results::Study& study) {
  std::array<std::uint64_t, 2> within{}, attempts{};  // in the world, and in the twin
  const auto add = [&](std::size_t which, const Facts& facts) {
    within[which] += sum_of(facts, results::CallerCount::first_in_norm);
    attempts[which] += sum_of(facts, results::CallerCount::attempts);
  };
  for (const results::Observations& seen : study.replications) {
    add(0, seen.world);
    if (seen.twin)
      add(1, *seen.twin);
  }
  const auto share = [&](std::size_t which) {
    return attempts[which] == 0
               ? std::nan("")
               : static_cast<double>(within[which]) / static_cast<double>(attempts[which]);
  };
  return {share(0), share(1)};
}

}  // namespace analysis
