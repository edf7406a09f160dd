/// Availability of k of n, with and without a common cause. Arrivals are Poisson and are blocked
/// while the function is lost, so blocked attempts measure the time lost.
#include <gtest/gtest.h>

#include "models/graph/dependency_graph_events.hpp"
#include "tests/validation/agreement.hpp"
#include "tests/validation/availability.hpp"
#include "tests/validation/markov_chain.hpp"

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

/// A pair of units of which a share of failures takes both: the chain of (units down by themselves,
/// both down in common), with the rates of a unit's failures shared between the two.
TEST(Availability, the_graph_knows_a_pair_with_beta_as_its_chain_does) {
  constexpr double mtbf_s = 4 * 3600, repair_s = 24 * 60;
  for (const double beta : {0.05, 0.3, 0.9}) {
    MarkovChain chain{6, {}};  // own + 3 * common
    for (std::size_t own = 0; own <= 2; ++own)
      for (std::size_t common = 0; common <= 1; ++common) {
        const std::size_t here = own + 3 * common;
        if (own < 2)
          chain.go(here, here + 1, static_cast<double>(2 - own) * (1 - beta) / mtbf_s);
        if (own > 0)
          chain.go(here, here - 1, static_cast<double>(own) / repair_s);
        chain.go(here, common == 0 ? here + 3 : here - 3,
                 common == 0 ? beta / mtbf_s : 1 / repair_s);
      }
    const auto state = steady_state(chain);
    models::World world;
    models::Component pair;
    pair.n = 2;
    pair.beta = beta;
    pair.mtbf_s = mtbf_s;
    pair.repair_s = models::Exponential{repair_s};
    world.components.add(pair);
    double works = 1;
    for (const auto& event : models::basic_events(world))
      works *= 1 - event.unavailability.value();
    EXPECT_NEAR(1 - works, state[2] + state[3] + state[4] + state[5], 1e-12) << beta;
  }
}

}  // namespace
}  // namespace validation
