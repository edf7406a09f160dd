#include "analysis/story/answer_times.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

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

/// Adds up over the replications what `row_of` points at in the facts of one.
template <class RowOf>
AnswerTimes times_of(const results::Study& study, const std::string& of, std::size_t bins,
                     RowOf row_of) {
  Histogram world(bins), twin(bins);
  const auto add = [&](Histogram& sum, const Facts& facts) {
    for (const std::uint32_t* row : row_of(facts))
      for (std::size_t bin = 0; bin < bins; ++bin)
        sum[bin] += row[bin];
  };
  bool twins = false;
  for (const results::Observations& seen : study.replications) {
    add(world, seen.world);
    twins |= seen.twin.has_value();
    if (seen.twin)
      add(twin, *seen.twin);
  }
  AnswerTimes out{
      of, std::accumulate(world.begin(), world.end(), std::uint64_t{0}), shares(world), {}};
  if (twins)
    out.twin = shares(twin);
  return out;
}

}  // namespace

std::vector<AnswerTimes> answer_times(const results::Study& study) {
  const results::Dimensions& dimensions = study.dimensions;
  std::vector<AnswerTimes> out;
  out.push_back(times_of(study, "first_answer", time_bins::count, [&](const Facts& facts) {
    std::vector<const std::uint32_t*> rows;
    for (std::size_t place = 0; place < dimensions.places.size(); ++place)
      if (dimensions.places[place].stage == 0)
        rows.push_back(&facts.waits[place * time_bins::count]);
    return rows;
  }));
  constexpr std::size_t with_never = time_bins::count + 1;
  for (std::size_t discipline = 0; discipline < dimensions.disciplines.size(); ++discipline)
    if (dimensions.discipline_modelled[discipline])
      out.push_back(
          times_of(study, dimensions.disciplines[discipline], with_never, [&](const Facts& facts) {
            return std::vector<const std::uint32_t*>{&facts.answer_delay[discipline * with_never]};
          }));
  return out;
}

}  // namespace analysis
