/// The theory before it judges anything: numbers printed in textbooks, closed forms, and limits
/// that tie one solver to another.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tests/validation/availability.hpp"
#include "tests/validation/markov_chain.hpp"
#include "tests/validation/queue_formulas.hpp"
#include "tests/validation/staffed_queue.hpp"

namespace validation {
namespace {

TEST(Theory, erlang_b_as_in_the_tables) {
  EXPECT_NEAR(erlang_b(10, 4.46), 0.0100, 5e-5);  // the 1 % tables: 10 lines carry 4.46 erlang
  EXPECT_NEAR(erlang_b(20, 12.03), 0.0100, 5e-5);
  EXPECT_NEAR(erlang_b(1, 3), 0.75, 1e-12);
}

TEST(Theory, erlang_c_of_one_and_two_servers) {
  EXPECT_NEAR(erlang_c(1, 0.7), 0.7, 1e-12);
  EXPECT_NEAR(erlang_c(2, 1), 1.0 / 3, 1e-12);
  const Queue queue{2, 1, 1};
  EXPECT_NEAR(mmc_wait_mean_s(queue), 1.0 / 3, 1e-12);
  EXPECT_NEAR(mmc_wait_longer(queue, mmc_wait_quantile_s(queue, 0.9)), 0.1, 1e-12);
}

TEST(Theory, erlang_a_with_patience_like_handling_is_poisson) {
  const Queue queue{10, 10, 1};
  double waiting = 0, p = std::exp(-10.0);
  for (int n = 1; n < 100; ++n) {
    p *= 10.0 / n;
    waiting += p * std::max(0, n - 10);
  }
  EXPECT_NEAR(erlang_a(queue, 1, 0).abandoned, waiting / 10, 1e-10);
}

TEST(Theory, erlang_a_of_endless_patience_is_erlang_c) {
  const Queue queue{10, 8, 1};
  const ErlangA patient = erlang_a(queue, 1e7, 0.3);
  EXPECT_NEAR(patient.wait_mean_s, mmc_wait_mean_s(queue), 1e-5);
  EXPECT_NEAR(patient.answered_within, 1 - mmc_wait_longer(queue, 0.3), 1e-5);
}

TEST(Theory, constant_handling_with_one_server_is_pollaczek_khinchine) {
  const Queue queue{1, 0.8, 1};
  const ConstantHandling constant(queue);
  EXPECT_NEAR(constant.wait_mean_s(), 0.8 / (2 * 0.2), 1e-8);
  EXPECT_NEAR(constant.wait_at_most(0), 0.2, 1e-8);
  // Erlang 1909: P(W <= 1/2) = (1 - rho) e^(rho / 2)
  EXPECT_NEAR(constant.wait_at_most(0.5), 0.2 * std::exp(0.4), 1e-8);
}

TEST(Theory, constant_handling_wait_distribution_has_its_mean) {
  const ConstantHandling constant({5, 4.25, 1});
  double mean = 0;
  for (double t = 0.0005; t < 12; t += 0.001)
    mean += 0.001 * (1 - constant.wait_at_most(t));
  EXPECT_NEAR(mean, constant.wait_mean_s(), 1e-5);
}

TEST(Theory, cobham_conserves_work) {
  const Queue queue{5, 4.25, 1};
  const std::vector<double> shares = {0.25, 0.35, 0.4};
  const std::vector<double> waits = cobham_wait_mean_s(queue, shares);
  EXPECT_NEAR(std::inner_product(shares.begin(), shares.end(), waits.begin(), 0.0),
              mmc_wait_mean_s(queue), 1e-10);
  EXPECT_NEAR(first_class_waits_longer(queue, 1, 0.7), mmc_wait_longer(queue, 0.7), 1e-12);
}

TEST(Theory, random_order_has_the_mean_and_the_variance_of_the_textbook) {
  const Queue queue{5, 4.25, 1};
  double mean = 0, square = 0;
  for (double t = 0.02; t < 60; t += 0.04) {
    const double longer = random_order_waits_longer(queue, t);
    mean += 0.04 * longer;
    square += 0.08 * t * longer;
  }
  EXPECT_NEAR(mean, mmc_wait_mean_s(queue), 1e-3);
  // E[W^2] is 2 / (2 - rho) times that of first come first served (Carter and Cooper 1972).
  const double waits = erlang_c(5, 4.25), spare = 5 - 4.25;
  EXPECT_NEAR(square, waits * 2 / (spare * spare) * 2 / (2 - 0.85), 0.01);
}

TEST(Theory, transient_chain_of_two_states) {
  const MarkovChain chain{2, {{0, 1, 0.3}, {1, 0, 0.7}}};
  const Transient after = advance(chain, {1, 0}, 50);
  EXPECT_NEAR(after.probability[1], 0.3 * (1 - std::exp(-50.0)), 1e-12);
  EXPECT_NEAR(after.occupancy_s[1], 0.3 * 50 - 0.3 * (1 - std::exp(-50.0)), 1e-9);
  EXPECT_NEAR(steady_state(chain)[1], 0.3, 1e-12);
}

TEST(Theory, staffed_queue_settles_at_erlang_a) {
  const StaffedQueueRates rates{0.15, 60, 90};
  StaffedQueue queue(rates, 10, 60);
  queue.set_staff(10);
  queue.run(3000);
  const double before = queue.waiting_s();
  queue.run(1000);
  const ErlangA settled = erlang_a({10, 0.15, 60}, 90, 10);
  EXPECT_NEAR((queue.waiting_s() - before) / 1000 / 0.15, settled.wait_mean_s, 1e-6);
}

TEST(Theory, staffed_queue_that_hands_over_serves_with_its_staff_only) {
  for (const TooFewStaff too_few : {TooFewStaff::finish, TooFewStaff::hand_over}) {
    StaffedQueue queue({1, 60, 1e9}, 4, 60, too_few);
    queue.set_staff(4);
    queue.run(40);  // all four talk, many wait
    queue.set_arrivals(0);
    const double talked = queue.talking(), waited = queue.waiting();
    ASSERT_NEAR(talked, 4, 1e-6);
    queue.set_staff(1);
    const bool finish = too_few == TooFewStaff::finish;
    EXPECT_NEAR(queue.talking(), finish ? 4 : 1, 1e-6);
    EXPECT_NEAR(queue.waiting(), waited + (finish ? 0 : 3), 1e-3);
    queue.run(1);  // who finish take nobody; the one who is left takes the next
    EXPECT_NEAR(queue.talking(), finish ? 4 - 4 / 60.0 : 1, 2e-3);
    EXPECT_NEAR(queue.waiting(), waited + (finish ? 0 : 3 - 1 / 60.0), 0.01);
  }
}

TEST(Theory, staffed_queue_without_staff_only_loses_patience) {
  StaffedQueue queue({0.1, 60, 90}, 5, 60);
  queue.run(200);
  EXPECT_NEAR(queue.waiting(), 9 * (1 - std::exp(-200.0 / 90)), 1e-8);
  queue.set_arrivals(0);
  queue.run_until_nobody_waits();
  EXPECT_NEAR(queue.abandoned(), 20, 1e-6);
}

TEST(Theory, two_of_three_is_the_binomial) {
  EXPECT_NEAR(k_of_n_work(3, 2, 0.9), 3 * 0.81 * 0.1 + 0.729, 1e-12);
  // One failure of each: the second of three exponential times to end, 1/3 + 1/2 of the mean.
  const RepeatedFailure once{0, 600, 1}, never{0, 600, 0};
  EXPECT_NEAR(two_of_three_down_s(once, never, 20000), 600 * (1.0 / 3 + 1.0 / 2), 0.5);
  EXPECT_NEAR(two_of_three_units_down_s(once, 20000), 600 * (1.0 / 3 + 1.0 / 2), 0.5);
  EXPECT_NEAR(two_of_three_down_s(never, once, 20000), 600, 0.5);
}

}  // namespace
}  // namespace validation
