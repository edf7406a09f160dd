#include "analysis/annual.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "analysis/year_simulation.hpp"
#include "models/random_stream.hpp"

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
  return {mean, order_statistic(values, 0.025), order_statistic(values, 0.975),
          Method::order_statistics};
}

Interval mean_loss(const Peril& peril) {
  return interval_of_mean(peril.losses);
}

/// Draws of the sum over all perils; `frequency` gives a peril's in a draw.
template <class FrequencyIn>
Interval sum_of(std::span<const Peril> perils, FrequencyIn frequency) {
  std::vector<double> sums(draws, 0);
  for (const Peril& peril : perils) {
    const Interval mean = mean_loss(peril);
    for (std::uint64_t draw = 0; draw < draws; ++draw)
      sums[draw] += frequency(peril, draw) * mean_draw(mean, uniform_of(peril.id, "mean", draw));
  }
  return middle_of(std::move(sums));
}

double drawn_frequency(const Peril& peril, std::uint64_t draw) {
  return peril.frequency.at(frequency_draw(peril.threat, draw));
}

}  // namespace

std::vector<double> draws_per_year(const Peril& peril, const Interval& per_event) {
  std::vector<double> out(draws);
  for (std::uint64_t draw = 0; draw < draws; ++draw)
    out[draw] =
        drawn_frequency(peril, draw) * mean_draw(per_event, uniform_of(peril.id, "mean", draw));
  return out;
}

Interval expected_per_year(const Peril& peril, const Interval& per_event) {
  Interval out = middle_of(draws_per_year(peril, per_event));
  out.value = peril.frequency.mean() * per_event.value;
  return out;
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
  // Floored, with a slack for what rounding takes off 1,000 x 0.05.
  out.points = static_cast<std::size_t>(static_cast<double>(losses.size()) * (1 - level) + 1e-9);
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
  out.expected = sum_of(perils, drawn_frequency);
  out.by_chance =
      sum_of(perils, [](const Peril& peril, std::uint64_t) { return peril.frequency.mean(); });
  double expected = 0;
  for (const Peril& peril : perils)
    expected += peril.frequency.mean() * mean_loss(peril).value;
  out.expected.value = out.by_chance.value = expected;
  const SimulatedYears years = simulate_years(perils);
  out.years = years.total.size();
  out.no_loss = years.share_without_loss();
  for (const double callers : each)
    out.curve.push_back(at_least(perils, years, callers));
  for (const double level : {0.95, 0.99})
    out.tails.push_back(years.tail(level));
  return out;
}

}  // namespace analysis
