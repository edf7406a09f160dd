#pragma once

#include <cmath>
#include <cstddef>

namespace models {

/// The whole number next to x, halves away from zero: the way from a product of shares to lines,
/// people or seconds. A cast would make 28 of 0.29 x 100. It must fit.
template <class Whole = int>
Whole nearest(double x) {
  return static_cast<Whole>(std::llround(x));
}

/// What rounding may have taken from a product that is meant to be whole.
inline constexpr double rounding_slack = 1e-9;

/// The largest whole number that is not above x >= 0, and the smallest that is not below, with a
/// slack: ranks of order statistics, where 100 x 0.07 is 7.000000000000001.
template <class Whole = std::size_t>
Whole whole_below(double x) {
  return static_cast<Whole>(std::floor(x + rounding_slack));
}
template <class Whole = std::size_t>
Whole whole_above(double x) {
  return static_cast<Whole>(std::ceil(x - rounding_slack));
}

}  // namespace models
