/// One centre, one stage, Poisson arrivals, exponential handling of a minute: Erlang's three
/// models.
#include <gtest/gtest.h>

#include "tests/validation/agreement.hpp"
#include "tests/validation/queue_formulas.hpp"

namespace validation {
namespace {

constexpr double window_s = 50 * hour_s;

TEST(Erlang, b_blocks) {
  constexpr double calls_per_s = 480 / hour_s;
  const auto blocked = [](double factor) {
    return calls_per_s * window_s * erlang_b(10, calls_per_s * 60 * factor);
  };
  expect_agreement({.scenario = "erlang_b/scenario.yaml",
                    .set = longer_handling,
                    .quantities = {{"/measures/blocked_attempts", blocked(1), blocked(1.05), 0.02},
                                   {"/centres/centre/measures/blocked_calls", blocked(1),
                                    blocked(1.05), 0.02}}});
}

TEST(Erlang, c_waits) {
  const Queue now{10, 480 / hour_s, 60}, off{10, 480 / hour_s, 63};
  expect_agreement(
      {.scenario = "erlang_c/scenario.yaml",
       .set = longer_handling,
       .quantities = {
           {"/measures/first_answer_wait_mean_s", mmc_wait_mean_s(now), mmc_wait_mean_s(off), 0.05},
           {"/measures/answered_within_norm_share", 1 - mmc_wait_longer(now, 10),
            1 - mmc_wait_longer(off, 10), 0.02},
           {"/measures/first_answer_wait_p90_s", mmc_wait_quantile_s(now, 0.9),
            mmc_wait_quantile_s(off, 0.9), 0.05}}});
}

/// Two people of whom one half is free for 112 are one server.
TEST(Erlang, c_waits_with_one_of_two_free) {
  const Queue now{1, 36 / hour_s, 60}, off{1, 36 / hour_s, 63};
  expect_agreement(
      {.scenario = "half_free/scenario.yaml",
       .set = longer_handling,
       .quantities = {
           {"/measures/first_answer_wait_mean_s", mmc_wait_mean_s(now), mmc_wait_mean_s(off), 0.03},
           {"/measures/answered_within_norm_share", 1 - mmc_wait_longer(now, 10),
            1 - mmc_wait_longer(off, 10), 0.02}}});
}

TEST(Erlang, a_waits_and_abandons) {
  constexpr double calls_per_s = 600 / hour_s;
  const ErlangA now = erlang_a({10, calls_per_s, 60}, 180, 10);
  const ErlangA off = erlang_a({10, calls_per_s, 63}, 180, 10);
  expect_agreement(
      {.scenario = "erlang_a/scenario.yaml",
       .set = longer_handling,
       .quantities = {
           {"/measures/abandoned_attempts", calls_per_s * window_s * now.abandoned,
            calls_per_s * window_s * off.abandoned, 0.04},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.04},
           {"/measures/answered_within_norm_share", now.answered_within, off.answered_within,
            0.02}}});
}

}  // namespace
}  // namespace validation
