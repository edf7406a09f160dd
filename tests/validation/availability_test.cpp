/// Availability of k of n, with and without a common cause. Arrivals are Poisson and are blocked
/// while the function is lost, so blocked attempts measure the time lost.
#include <gtest/gtest.h>

#include "tests/validation/agreement.hpp"
#include "tests/validation/availability.hpp"

namespace validation {
namespace {

constexpr double calls_per_s = 120.0 / 3600, end_s = 96 * 3600.0;

RepeatedFailure own(double factor) {
  return {7200, factor * 40 * 60, 48};
}
RepeatedFailure common(double factor) {
  return {7200, factor * 20 * 60, 48};
}
constexpr RepeatedFailure no_common_cause{7200, 1, 0};

TEST(Availability, two_of_three_components) {
  const auto blocked = [](double factor) {
    return calls_per_s * two_of_three_down_s(own(factor), no_common_cause, end_s);
  };
  expect_agreement(
      {.scenario = "two_of_three/independent.yaml",
       .edits = {{"40 min", "42 min"}},
       .quantities = {{"/measures/blocked_attempts", blocked(1), blocked(1.05), 0.02}}});
}

TEST(Availability, two_of_three_components_with_a_common_cause) {
  const auto blocked = [](double factor) {
    return calls_per_s * two_of_three_down_s(own(factor), common(factor), end_s);
  };
  expect_agreement(
      {.scenario = "two_of_three/common_cause.yaml",
       .edits = {{"40 min", "42 min"}, {"20 min", "21 min"}},
       .quantities = {{"/measures/blocked_attempts", blocked(1), blocked(1.05), 0.02}}});
}

TEST(Availability, two_of_three_units_of_one_component) {
  const auto blocked = [](double factor) {
    return calls_per_s * two_of_three_units_down_s(own(factor), end_s);
  };
  expect_agreement(
      {.scenario = "two_of_three_units/scenario.yaml",
       .edits = {{"40 min", "42 min"}},
       .quantities = {{"/measures/blocked_attempts", blocked(1), blocked(1.05), 0.02}}});
}

}  // namespace
}  // namespace validation
