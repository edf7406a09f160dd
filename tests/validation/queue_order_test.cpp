/// Who is next, and for how long: constant handling, priorities, random order.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/validation/agreement.hpp"
#include "tests/validation/queue_formulas.hpp"

namespace validation {
namespace {

TEST(QueueOrder, constant_handling) {
  const ConstantHandling now({5, 255 / hour_s, 60}), off({5, 255 / hour_s, 63});
  expect_agreement({.scenario = "constant_handling/scenario.yaml",
                    .set = {"stages.answer.handling=63 s"},
                    .quantities = {{"/measures/first_answer_wait_mean_s", now.wait_mean_s(),
                                    off.wait_mean_s(), 0.05},
                                   {"/measures/answered_within_norm_share", now.wait_at_most(10),
                                    off.wait_at_most(10), 0.02}}});
}

/// What the priorities world counts: emergencies are class 1, other 112 calls class 2, other work
/// class 3.
struct Priorities {
  Queue queue;
  double shares[3] = {1 / 4.25, 1.5 / 4.25, 1.75 / 4.25};

  double wait_of_112_calls_s() const {
    const auto wait_s = cobham_wait_mean_s(queue, {shares[0], shares[1], shares[2]});
    return (shares[0] * wait_s[0] + shares[1] * wait_s[1]) / (shares[0] + shares[1]);
  }
  double emergencies_delayed(double window_s) const {
    const double per_s = shares[0] * queue.arrivals_per_s;
    return per_s * window_s * first_class_waits_longer(queue, shares[0], 20);
  }
  double emergency_wait_p90_s() const {
    const double at_all = first_class_waits_longer(queue, shares[0], 0);
    return std::log(at_all / 0.1) / (queue.drain_per_s() - shares[0] * queue.arrivals_per_s);
  }
};

TEST(QueueOrder, priorities) {
  const Priorities now{{5, 255 / hour_s, 60}}, off{{5, 255 / hour_s, 63}};
  constexpr double window_s = 150 * hour_s;
  expect_agreement({.scenario = "priorities/scenario.yaml",
                    .set = longer_handling,
                    .quantities = {{"/measures/first_answer_wait_mean_s", now.wait_of_112_calls_s(),
                                    off.wait_of_112_calls_s(), 0.04},
                                   {"/measures/delayed_callers", now.emergencies_delayed(window_s),
                                    off.emergencies_delayed(window_s), 0.04},
                                   {"/measures/answer_delay_p90_s", now.emergency_wait_p90_s(),
                                    off.emergency_wait_p90_s(), 0.03}}});
}

TEST(QueueOrder, random) {
  const Queue now{5, 255 / hour_s, 60}, off{5, 255 / hour_s, 63};
  const double soon = 1 - random_order_waits_longer(now, 10);
  expect_agreement(
      {.scenario = "random_order/scenario.yaml",
       .set = longer_handling,
       .quantities = {
           {"/measures/first_answer_wait_mean_s", mmc_wait_mean_s(now), mmc_wait_mean_s(off), 0.05},
           {"/measures/answered_within_norm_share", soon, 1 - random_order_waits_longer(off, 10),
            0.02},
           {"/measures/first_answer_wait_p90_s", random_order_wait_quantile_s(now, 0.9),
            random_order_wait_quantile_s(off, 0.9), 0.05}}});
  EXPECT_GT(std::abs(mmc_wait_longer(now, 10) + soon - 1), 2 * 0.02 * soon)
      << "first come first served would pass too";
}

}  // namespace
}  // namespace validation
