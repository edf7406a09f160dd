/// Calls that come back or go elsewhere: redials, a second stage, a partner.
#include <gtest/gtest.h>

#include "tests/validation/agreement.hpp"
#include "tests/validation/markov_chain.hpp"
#include "tests/validation/queue_formulas.hpp"

namespace validation {
namespace {

/// Attempts blocked per second in a loss system whose blocked callers redial with a probability,
/// after an exponential delay: chain of (lines taken, callers about to redial).
double blocked_with_redials_per_s(const Queue& queue, double redials, double delay_s) {
  constexpr std::size_t orbit = 60;
  const auto lines = static_cast<std::size_t>(queue.servers);
  const auto state = [&](std::size_t taken, std::size_t about) {
    return about * (lines + 1) + taken;
  };
  MarkovChain chain{(orbit + 1) * (lines + 1), {}};
  for (std::size_t about = 0; about <= orbit; ++about) {
    const double redial_per_s = static_cast<double>(about) / delay_s;
    for (std::size_t taken = 0; taken < lines; ++taken) {
      const std::size_t from = state(taken, about);
      chain.go(from, state(taken + 1, about), queue.arrivals_per_s);
      if (about > 0)
        chain.go(from, state(taken + 1, about - 1), redial_per_s);
      chain.go(state(taken + 1, about), from, static_cast<double>(taken + 1) / queue.handling_s);
    }
    if (about < orbit)
      chain.go(state(lines, about), state(lines, about + 1), queue.arrivals_per_s * redials);
    if (about > 0)
      chain.go(state(lines, about), state(lines, about - 1), redial_per_s * (1 - redials));
  }
  const std::vector<double> p = steady_state(chain);
  double blocked = 0;
  for (std::size_t about = 0; about <= orbit; ++about)
    blocked +=
        p[state(lines, about)] * (queue.arrivals_per_s + static_cast<double>(about) / delay_s);
  return blocked;
}

TEST(Network, blocked_callers_redial) {
  constexpr double window_s = 100 * hour_s;
  const auto blocked = [](double handling_s) {
    return window_s * blocked_with_redials_per_s({5, 240 / hour_s, handling_s}, 0.8, 120);
  };
  const double now = blocked(60), off = blocked(63);
  expect_agreement({.scenario = "retrial/scenario.yaml",
                    .set = longer_handling,
                    .quantities = {{"/measures/blocked_attempts", now, off, 0.03},
                                   {"/measures/redials", 0.8 * now, 0.8 * off, 0.03},
                                   {"/measures/unreached_callers", 0.2 * now, 0.2 * off, 0.03}}});
}

TEST(Network, second_stage_of_a_tandem) {
  const Queue second{6, 0.6 * 288 / hour_s, 100};
  const Queue second_off{6, second.arrivals_per_s, 105};
  // The first stage stays as it is: only the second one is made longer.
  expect_agreement(
      {.scenario = "tandem/scenario.yaml",
       .set = {"stages.intake.handling.exponential.mean=105 s"},
       .quantities = {{"/centres/room/measures/wait_mean_s", mmc_wait_mean_s(second),
                       mmc_wait_mean_s(second_off), 0.05},
                      {"/centres/room/measures/wait_p90_s", mmc_wait_quantile_s(second, 0.9),
                       mmc_wait_quantile_s(second_off, 0.9), 0.05}}});
}

TEST(Network, first_stage_of_a_tandem) {
  const Queue first{6, 288 / hour_s, 60}, first_off{6, 288 / hour_s, 63};
  expect_agreement({.scenario = "tandem/scenario.yaml",
                    .set = {"stages.first_answer.handling.exponential.mean=63 s"},
                    .quantities = {{"/centres/hub/measures/wait_mean_s", mmc_wait_mean_s(first),
                                    mmc_wait_mean_s(first_off), 0.05}}});
}

/// Two loss systems; what finds the first one full goes to the second when it has a free line.
struct Overflow {
  double blocked_of_a = 0, blocked_of_b = 0, moved = 0;  ///< per second
};
Overflow overflow(double a_per_s, double b_per_s, double handling_s) {
  constexpr std::size_t a_lines = 4, b_lines = 6;
  const auto state = [](std::size_t a, std::size_t b) { return a * (b_lines + 1) + b; };
  MarkovChain chain{(a_lines + 1) * (b_lines + 1), {}};
  for (std::size_t a = 0; a <= a_lines; ++a)
    for (std::size_t b = 0; b <= b_lines; ++b) {
      if (a < a_lines)
        chain.go(state(a, b), state(a + 1, b), a_per_s);
      if (b < b_lines)
        chain.go(state(a, b), state(a, b + 1), b_per_s + (a == a_lines ? a_per_s : 0));
      if (a > 0)
        chain.go(state(a, b), state(a - 1, b), static_cast<double>(a) / handling_s);
      if (b > 0)
        chain.go(state(a, b), state(a, b - 1), static_cast<double>(b) / handling_s);
    }
  const std::vector<double> p = steady_state(chain);
  Overflow out;
  for (std::size_t b = 0; b < b_lines; ++b)
    out.moved += a_per_s * p[state(a_lines, b)];
  for (std::size_t a = 0; a <= a_lines; ++a)
    out.blocked_of_b += b_per_s * p[state(a, b_lines)];
  out.blocked_of_a = a_per_s * p[state(a_lines, b_lines)];
  return out;
}

TEST(Network, overflow_to_a_partner) {
  constexpr double window_s = 100 * hour_s, per_s = 240 / hour_s;
  const Overflow now = overflow(per_s, per_s, 60), off = overflow(per_s, per_s, 63);
  expect_agreement({.scenario = "overflow/scenario.yaml",
                    .set = longer_handling,
                    .quantities = {{"/centres/a/measures/blocked_attempts",
                                    window_s * now.blocked_of_a, window_s * off.blocked_of_a, 0.03},
                                   {"/centres/b/measures/blocked_attempts",
                                    window_s * now.blocked_of_b, window_s * off.blocked_of_b, 0.03},
                                   {"/centres/a/measures/moved_out_calls", window_s * now.moved,
                                    window_s * off.moved, 0.01}}});
}

}  // namespace
}  // namespace validation
