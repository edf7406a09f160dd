#include "analysis/statistics/year_simulation.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "analysis/statistics/level.hpp"
#include "models/chance/random_stream.hpp"
#include "models/chance/whole.hpp"

namespace analysis {
namespace {

constexpr std::size_t blocks = SimulatedYears::blocks;
constexpr std::size_t all_years = blocks * SimulatedYears::years_of_block;

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

/// Event `which` of a peril's in a year.
void add_event(SimulatedYears& out, std::size_t year, const std::vector<double>& losses,
               std::uint32_t first, std::uint32_t which) {
  out.total[year] += losses[which];
  if (out.worst_event[year] != SimulatedYears::no_event && losses[which] <= out.worst[year])
    return;
  out.worst[year] = losses[which];
  out.worst_event[year] = first + which;
}

/// One draw in each of as many equal parts of (0, 1) as there are blocks, in an order of its own:
/// their mean is that of the whole range (McKay, Beckman and Conover, Technometrics 21, 1979).
std::vector<double> draws_of_blocks(const std::string& name, const char* what) {
  std::vector<std::array<double, 4>> drawn(blocks);
  for (std::size_t block = 0; block < blocks; ++block)
    drawn[block] = models::uniforms({0, block}, models::Purpose::simulated_year,
                                    {models::name_of(name), models::name_of(what), 1});
  std::vector<std::size_t> order(blocks);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return drawn[a][0] < drawn[b][0]; });
  std::vector<double> out(blocks);
  for (std::size_t part = 0; part < blocks; ++part)
    out[order[part]] = (static_cast<double>(part) + drawn[part][1]) / blocks;
  return out;
}

/// Events a year in each block; its nation's frequency is one for all targets of a threat.
std::vector<double> frequencies_of(const Peril& peril) {
  std::vector<double> out = draws_of_blocks(peril.threat, "frequency");
  for (double& one : out)
    one = peril.frequency.at(one);
  return out;
}

/// What one peril adds to all years; `first` is the number of its first replication among all.
void add_years(SimulatedYears& out, const Peril& peril, std::uint32_t first) {
  const std::uint64_t name = models::name_of(peril.id);
  const std::vector<double> per_year = frequencies_of(peril);
  for (std::size_t year = 0; year < all_years; ++year) {
    const models::ReplicationKey key{0, year};
    const double u = models::uniform(key, models::Purpose::simulated_year, {name, 0, 0});
    const std::uint64_t n = peril.frequency.every_year
                                ? 1
                                : poisson(per_year[year / SimulatedYears::years_of_block], u);
    for (std::uint64_t event = 0; event < n; ++event) {
      const double pick =
          models::uniform(key, models::Purpose::simulated_year, {name, event + 1, 0});
      add_event(out, year, peril.losses, first,
                static_cast<std::uint32_t>(pick * static_cast<double>(peril.losses.size())));
    }
  }
}

double count_of(const Peril& peril, double callers) {
  return static_cast<double>(std::count_if(peril.losses.begin(), peril.losses.end(),
                                           [&](double loss) { return loss >= callers; }));
}

/// Rate at which a year has none of the events of which this is the share.
double rate_of(const Peril& peril, double per_year, double share) {
  return peril.frequency.every_year ? -std::log1p(-share) : per_year * share;
}

/// Probability of a year with such an event, over all that the frequencies may be; those of several
/// threats know nothing of each other.
double of_worst_event(std::span<const Peril> perils, double callers) {
  constexpr std::size_t parts = 1000;  // by the midpoint rule
  std::map<std::string, std::vector<double>> rates;
  for (const Peril& peril : perils) {
    if (peril.losses.empty())
      continue;
    auto& of_threat = rates.try_emplace(peril.threat, parts).first->second;
    const double share = count_of(peril, callers) / static_cast<double>(peril.losses.size());
    for (std::size_t part = 0; part < parts; ++part)
      of_threat[part] +=
          rate_of(peril, peril.frequency.at((static_cast<double>(part) + 0.5) / parts), share);
  }
  double none = 1;
  for (auto& [threat, of_threat] : rates) {
    for (double& rate : of_threat)
      rate = std::exp(-rate);
    none *= mean_of(of_threat);
  }
  return 1 - none;
}

/// Events a year with at least so many in each block: as simulated, and with shares of the events
/// that may as well be. A peril that never had so many may never have them.
struct Rates {
  std::vector<double> simulated = std::vector<double>(blocks), least = simulated, most = simulated;
};

void add_rates(Rates& out, const Peril& peril, double callers) {
  const auto n = static_cast<double>(peril.losses.size());
  const double hits = count_of(peril, callers);
  const boost::math::beta_distribution posterior(hits + 0.5, n - hits + 0.5);
  const std::vector<double> per_year = frequencies_of(peril),
                            drawn = draws_of_blocks(peril.id, "at_least");
  for (std::size_t block = 0; block < blocks; ++block) {
    const double rate = rate_of(peril, per_year[block], quantile(posterior, drawn[block]));
    out.simulated[block] += rate_of(peril, per_year[block], hits / n);
    out.least[block] += hits > 0 ? rate : 0;
    out.most[block] += rate;
  }
}

/// Of the years without such an event, the share that reaches as many by several.
double of_other_years(const std::vector<double>& rates, const std::vector<double>& together) {
  double others = 0, reached = 0;
  for (std::size_t block = 0; block < blocks; ++block) {
    others += std::exp(-rates[block]);
    reached += std::exp(-rates[block]) * together[block];
  }
  return others > 0 ? reached / others : 0;
}

/// Probability of each block at these rates, ascending.
std::vector<double> of_blocks(std::vector<double> rates, const std::vector<double>& together) {
  for (std::size_t block = 0; block < blocks; ++block) {
    const double none = std::exp(-rates[block]);
    rates[block] = 1 - none + none * together[block];
  }
  std::sort(rates.begin(), rates.end());
  return rates;
}

Interval with_band(double value, const Rates& rates, const std::vector<double>& together) {
  return {value, std::min(value, order_statistic(of_blocks(rates.least, together), tail)),
          std::max(value, order_statistic(of_blocks(rates.most, together), 1 - tail)),
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
    if (!peril.losses.empty())
      add_years(out, peril, first);
    first += static_cast<std::uint32_t>(peril.losses.size());
  }
  for (std::size_t year = 0; year < all_years; ++year)
    out.total[year] = std::max(out.total[year], out.worst[year]);
  return out;
}

std::vector<double> SimulatedYears::only_together(double callers) const {
  std::vector<double> with(blocks, 0), among(blocks, 0);
  for (std::size_t year = 0; year < total.size(); ++year)
    if (worst[year] < callers) {
      ++among[year / years_of_block];
      with[year / years_of_block] += total[year] >= callers ? 1 : 0;
    }
  for (std::size_t block = 0; block < blocks; ++block)
    with[block] /= std::max(1.0, among[block]);
  return with;
}

TailRisk SimulatedYears::tail(double level) const {
  std::vector<std::size_t> ascending(total.size());
  std::iota(ascending.begin(), ascending.end(), 0U);
  std::stable_sort(ascending.begin(), ascending.end(),
                   [&](std::size_t a, std::size_t b) { return total[a] < total[b]; });
  const auto begin = models::whole_below(level * static_cast<double>(total.size()));
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
  Rates rates;
  for (const Peril& peril : perils)
    if (!peril.losses.empty())
      add_rates(rates, peril, callers);
  const double worst = of_worst_event(perils, callers);
  const std::vector<double> together = years.only_together(callers), alone(blocks, 0);
  const double year = worst + (1 - worst) * of_other_years(rates.simulated, together);
  return {callers, with_band(year, rates, together), with_band(worst, rates, alone)};
}

}  // namespace analysis
