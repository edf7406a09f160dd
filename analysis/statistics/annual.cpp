#include "analysis/statistics/annual.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "analysis/statistics/level.hpp"
#include "analysis/statistics/year_simulation.hpp"
#include "models/chance/random_stream.hpp"
#include "models/chance/whole.hpp"

namespace analysis {
namespace {

constexpr std::uint64_t draws = 2000;

double uniform_of(const std::string& id, const char* what, std::uint64_t draw) {
  return models::uniform({0, draw}, models::Purpose::likelihood,
                         {models::name_of(id), models::name_of(what), 1});
}

/// A mean that the interval allows: two halves of a normal, as wide as the interval is on that
/// side.
double mean_draw(const Interval& interval, double u) {
  if (!interval.exists())
    return interval.value;
  const double z = quantile(boost::math::normal(), u) / 1.959964;
  return interval.value +
         z * (z < 0 ? interval.value - interval.low : interval.high - interval.value);
}

/// Mean, and the middle 95 % of the values.
Interval middle_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const double mean =
      std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  if (values.front() == values.back())
    return {mean, undefined, undefined, Method::none};
  return {mean, order_statistic(values, tail), order_statistic(values, 1 - tail),
          Method::order_statistics};
}

/// Of the sum over all perils: the middle of the draws of each.
template <class DrawsOf>
Interval sum_of(std::span<const Peril> perils, DrawsOf draws_of) {
  std::vector<double> sums(draws, 0);
  double expected = 0;
  for (const Peril& peril : perils) {
    const std::vector<double> each = draws_of(peril);
    std::transform(sums.begin(), sums.end(), each.begin(), sums.begin(), std::plus<>());
    expected += peril.frequency.mean() * peril.per_event.value;
  }
  Interval out = middle_of(std::move(sums));
  out.value = expected;
  return out;
}

double drawn_frequency(const Peril& peril, std::uint64_t draw) {
  return peril.frequency.at(frequency_draw(peril.threat, draw));
}

std::vector<double> draws_by_chance(const Peril& peril) {
  std::vector<double> out(draws);
  for (std::uint64_t draw = 0; draw < draws; ++draw)
    out[draw] =
        peril.frequency.mean() * mean_draw(peril.by_chance, uniform_of(peril.id, "mean", draw));
  return out;
}

}  // namespace

std::vector<double> draws_per_year(const Peril& peril) {
  std::vector<double> out(draws);
  for (std::uint64_t draw = 0; draw < draws; ++draw)
    out[draw] = drawn_frequency(peril, draw) *
                mean_draw(peril.per_event, uniform_of(peril.id, "mean", draw));
  return out;
}

Interval expected_per_year(const Peril& peril) {
  return sum_of({&peril, 1}, draws_per_year);
}

Interval frequency_of_at_least(const Peril& peril, double callers) {
  const auto n = static_cast<double>(peril.losses.size());
  const auto hits = static_cast<double>(std::count_if(
      peril.losses.begin(), peril.losses.end(), [&](double loss) { return loss >= callers; }));
  const boost::math::beta_distribution posterior(hits + 0.5, n - hits + 0.5);
  std::vector<double> out(draws);
  for (std::uint64_t draw = 0; draw < draws; ++draw)
    out[draw] =
        drawn_frequency(peril, draw) * quantile(posterior, uniform_of(peril.id, "at_least", draw));
  Interval interval = middle_of(std::move(out));
  interval.value = peril.frequency.mean() * hits / n;
  if (hits == 0)
    interval.low = 0;
  return interval;
}

TailRisk tail_of_events(std::span<const double> losses, double level) {
  TailRisk out{level, undefined, undefined, 0};
  std::vector<double> ascending(losses.begin(), losses.end());
  std::sort(ascending.begin(), ascending.end());
  const double var = order_statistic(ascending, level);
  out.points = models::whole_below(static_cast<double>(losses.size()) * (1 - level));
  if (out.points < fewest_tail_points)
    return out;
  out.var = var;
  out.cvar = std::accumulate(ascending.end() - static_cast<std::ptrdiff_t>(out.points),
                             ascending.end(), 0.0) /
             static_cast<double>(out.points);
  return out;
}

AnnualLoss annual_loss(std::span<const Peril> perils, std::span<const double> each) {
  AnnualLoss out;
  out.expected = sum_of(perils, draws_per_year);
  out.by_chance = sum_of(perils, draws_by_chance);
  const SimulatedYears years = simulate_years(perils);
  out.years = years.total.size();
  out.no_loss = 1 - at_least(perils, years, std::numeric_limits<double>::denorm_min()).aep.value;
  for (const double callers : each)
    out.curve.push_back(at_least(perils, years, callers));
  for (const double level : {0.95, 0.99})
    out.tails.push_back(years.tail(level));
  return out;
}

}  // namespace analysis
