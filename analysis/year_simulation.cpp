#include "analysis/year_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "models/random_stream.hpp"

namespace analysis {
namespace {

constexpr std::size_t all_years = SimulatedYears::blocks * SimulatedYears::years_of_block;

/// Number of events of a Poisson process in a year, by inversion.
std::uint64_t poisson(double mean, double u) {
  double probability = std::exp(-mean), sum = probability;
  std::uint64_t n = 0;
  while (u > sum && probability > 0) {
    ++n;
    probability *= mean / static_cast<double>(n);
    sum += probability;
  }
  return n;
}

/// What one peril adds to one year; `first` is the number of its first replication among all.
void add_year(SimulatedYears& out, std::size_t year, const Peril& peril, std::uint32_t first) {
  const models::ReplicationKey key{0, year};
  const std::uint64_t name = models::name_of(peril.id);
  const double u = models::uniform(key, models::Purpose::simulated_year, {name, 0, 0});
  const double per_year =
      peril.frequency.at(frequency_draw(peril.threat, year / SimulatedYears::years_of_block));
  const std::uint64_t n = poisson(per_year, u);
  for (std::uint64_t event = 0; event < n; ++event) {
    const double pick = models::uniform(key, models::Purpose::simulated_year, {name, event + 1, 0});
    const auto which = static_cast<std::uint32_t>(pick * static_cast<double>(peril.losses.size()));
    out.total[year] += peril.losses[which];
    if (out.worst_event[year] != SimulatedYears::no_event && peril.losses[which] <= out.worst[year])
      continue;
    out.worst[year] = peril.losses[which];
    out.worst_event[year] = first + which;
  }
}

/// Mean of the blocks and their middle 95 %.
Interval over_blocks(std::vector<double> of_blocks) {
  const double mean = std::accumulate(of_blocks.begin(), of_blocks.end(), 0.0) /
                      static_cast<double>(of_blocks.size());
  std::sort(of_blocks.begin(), of_blocks.end());
  return {mean, order_statistic(of_blocks, 0.025), order_statistic(of_blocks, 0.975),
          Method::order_statistics};
}

}  // namespace

SimulatedYears simulate_years(std::span<const Peril> perils) {
  SimulatedYears out;
  out.total.resize(all_years);
  out.worst.resize(all_years);
  out.worst_event.assign(all_years, SimulatedYears::no_event);
  std::uint32_t first = 0;
  for (const Peril& peril : perils) {
    for (std::size_t year = 0; year < all_years && !peril.losses.empty(); ++year)
      add_year(out, year, peril, first);
    first += static_cast<std::uint32_t>(peril.losses.size());
  }
  return out;
}

std::vector<double> SimulatedYears::at_least_together(double callers) const {
  std::vector<double> out(blocks, 0);
  for (std::size_t year = 0; year < total.size(); ++year)
    out[year / years_of_block] +=
        ((total[year] >= callers ? 1.0 : 0) - (worst[year] >= callers ? 1.0 : 0)) / years_of_block;
  return out;
}

double SimulatedYears::share_without_loss() const {
  const auto none = std::count_if(total.begin(), total.end(), [](double sum) { return sum <= 0; });
  return static_cast<double>(none) / static_cast<double>(total.size());
}

TailRisk SimulatedYears::tail(double level) const {
  std::vector<std::size_t> ascending(total.size());
  std::iota(ascending.begin(), ascending.end(), 0U);
  std::stable_sort(ascending.begin(), ascending.end(),
                   [&](std::size_t a, std::size_t b) { return total[a] < total[b]; });
  const auto begin = static_cast<std::size_t>(level * static_cast<double>(total.size()));
  std::set<std::uint32_t> different;
  double sum = 0;
  for (std::size_t i = begin; i < ascending.size(); ++i) {
    sum += total[ascending[i]];
    if (worst_event[ascending[i]] != no_event)
      different.insert(worst_event[ascending[i]]);
  }
  TailRisk out{level, undefined, undefined, different.size()};
  if (different.size() < fewest_tail_points)
    return out;
  out.var = total[ascending[begin]];
  out.cvar = sum / static_cast<double>(ascending.size() - begin);
  return out;
}

ExceedanceRow at_least(std::span<const Peril> perils, const SimulatedYears& years, double callers) {
  std::vector<double> rates(SimulatedYears::blocks, 0);
  for (const Peril& peril : perils) {
    const auto hits = std::count_if(peril.losses.begin(), peril.losses.end(),
                                    [&](double loss) { return loss >= callers; });
    const double share = peril.losses.empty()
                             ? 0
                             : static_cast<double>(hits) / static_cast<double>(peril.losses.size());
    for (std::size_t block = 0; block < rates.size(); ++block)
      rates[block] += share * peril.frequency.at(frequency_draw(peril.threat, block));
  }
  std::vector<double> of_worst(rates.size()), of_year = years.at_least_together(callers);
  for (std::size_t block = 0; block < rates.size(); ++block) {
    of_worst[block] = -std::expm1(-rates[block]);
    of_year[block] += of_worst[block];
  }
  return {callers, over_blocks(std::move(of_year)), over_blocks(std::move(of_worst))};
}

}  // namespace analysis
