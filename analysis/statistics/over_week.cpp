#include "analysis/statistics/over_week.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/level.hpp"

namespace analysis {
namespace {

constexpr std::size_t fewest = 8;  // neighbours further apart than most of a day say nothing

std::vector<double> in_order_of_week(std::span<const double> values, std::span<const int> hours) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return hours[i]; });
  std::vector<double> out;
  for (const std::size_t i : order)
    out.push_back(values[i]);
  return out;
}

/// Of one value, by neighbours; the week goes round.
double variance_of_neighbours(const std::vector<double>& values) {
  double squares = 0, before = values.back();
  for (const double value : values) {
    squares += (value - before) * (value - before);
    before = value;
  }
  return squares / (2 * static_cast<double>(values.size()));
}

double variance_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values)
    squares += (value - mean) * (value - mean);
  return squares / (static_cast<double>(values.size()) - 1);
}

}  // namespace

Interval interval_over_week(std::span<const double> values, std::span<const int> hours) {
  if (values.size() != hours.size())
    throw std::logic_error("interval_over_week: not an hour for each value");
  Interval out = interval_of_mean(values);
  if (!out.exists() || values.size() < fewest ||
      std::ranges::any_of(hours, [](int hour) { return hour < 0; }))
    return out;
  const std::vector<double> ordered = in_order_of_week(values, hours);
  const auto n = static_cast<double>(values.size());
  const double narrower = std::sqrt(variance_of_neighbours(ordered) / variance_of(ordered)) *
                          t_quantile(2 * n / 3) / t_quantile(n - 1);
  out.low = out.value - narrower * (out.value - out.low);
  out.high = out.value + narrower * (out.high - out.value);
  return out;
}

}  // namespace analysis
