#include "tests/validation/availability.hpp"

#include <cmath>

namespace validation {
namespace {

/// Midpoint rule; the integrands are smooth between multiples of the step.
template <class Function>
double integral(double end_s, Function f) {
  constexpr double step_s = 10;
  double sum = 0;
  for (double t_s = step_s / 2; t_s < end_s; t_s += step_s)
    sum += step_s * f(t_s);
  return sum;
}

template <class Function>
void for_each_begun(const RepeatedFailure& failure, double t_s, Function f) {
  for (int i = 0; i < failure.times && i * failure.period_s <= t_s; ++i)
    f(std::exp(-(t_s - i * failure.period_s) / failure.mean_s));
}

}  // namespace

double k_of_n_work(int n, int k, double p) {
  double sum = 0;
  for (int works = k; works <= n; ++works)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(works + 1) - std::lgamma(n - works + 1)) *
           std::pow(p, works) * std::pow(1 - p, n - works);
  return sum;
}

double RepeatedFailure::none(double t_s) const {
  double product = 1;
  for_each_begun(*this, t_s, [&](double lasts) { product *= 1 - lasts; });
  return product;
}

double RepeatedFailure::odds(double t_s) const {
  double sum = 0;
  for_each_begun(*this, t_s, [&](double lasts) { sum += lasts / (1 - lasts); });
  return sum;
}

double two_of_three_down_s(const RepeatedFailure& own, const RepeatedFailure& common,
                           double end_s) {
  return integral(
      end_s, [&](double t_s) { return 1 - common.none(t_s) * k_of_n_work(3, 2, own.none(t_s)); });
}

double two_of_three_units_down_s(const RepeatedFailure& own, double end_s) {
  return integral(end_s, [&](double t_s) {
    const double none = std::pow(own.none(t_s), 3);
    return 1 - none * (1 + 3 * own.odds(t_s));
  });
}

}  // namespace validation
