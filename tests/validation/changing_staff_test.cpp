/// Staff that comes and goes, and a centre that stops and starts again: transient chains, solved in
/// time, from the empty start that the scenarios have too.
#include <gtest/gtest.h>

#include "tests/validation/agreement.hpp"
#include "tests/validation/staffed_queue.hpp"

namespace validation {
namespace {

struct Waits {
  double abandoned = 0, wait_mean_s = 0;
};

/// Twelve and four people, half-hour by half-hour, for two days; then those who still wait.
Waits staffing_by_the_half_hour(double handling_s, TooFewStaff too_few) {
  constexpr int hours = 48;
  constexpr double per_s = 54 / hour_s;
  StaffedQueue queue({per_s, handling_s, 600}, 12, 60, too_few);
  for (int hour = 0; hour < hours; ++hour)
    for (const int staff : {12, 4}) {
      queue.set_staff(staff);
      queue.run(hour_s / 2);
    }
  queue.set_arrivals(0);
  queue.set_staff(12);
  queue.run_until_nobody_waits();
  return {queue.abandoned(), queue.waiting_s() / (per_s * hours * hour_s + queue.handed_over())};
}

void expect_staffing(const std::string& world, TooFewStaff too_few, TooFewStaff other) {
  const Waits now = staffing_by_the_half_hour(600, too_few),
              off = staffing_by_the_half_hour(630, too_few);
  expect_agreement(
      {.scenario = world + "/scenario.yaml",
       .set = {"stages.answer.handling.exponential.mean=10.5 min"},
       .quantities = {
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.02},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.02}}});
  const double with_other = staffing_by_the_half_hour(600, other).abandoned;
  EXPECT_GT(std::abs(with_other - now.abandoned), 2 * 0.02 * now.abandoned)
      << "the other end of a shift would pass too";
}

TEST(ChangingStaff, finishes_the_call) {
  expect_staffing("staffing_finish_call", TooFewStaff::finish, TooFewStaff::hand_over);
}

TEST(ChangingStaff, hands_over) {
  expect_staffing("staffing_hand_over", TooFewStaff::hand_over, TooFewStaff::finish);
}

/// Two days of three shifts with twelve, eight and three people, ten conversations of an hour each
/// hour; then those who still wait.
Waits two_staffed_days(double handling_s, TooFewStaff too_few) {
  constexpr int days = 2;
  constexpr double per_s = 10 / hour_s;
  StaffedQueue queue({per_s, handling_s, 1200}, 12, 60, too_few);
  for (int day = 0; day < days; ++day)
    for (const int staff : {12, 8, 3}) {
      queue.set_staff(staff);
      queue.run(8 * hour_s);
    }
  queue.set_arrivals(0);
  queue.set_staff(12);
  queue.run_until_nobody_waits();
  return {queue.abandoned(),
          queue.waiting_s() / (per_s * days * 24 * hour_s + queue.handed_over())};
}

/// Shifts that end in the middle of conversations: whoever finds no colleague free waits again at
/// the head of the queue, and may hang up there.
TEST(ChangingStaff, hands_over_in_a_staffed_day) {
  const Waits now = two_staffed_days(3600, TooFewStaff::hand_over),
              off = two_staffed_days(3780, TooFewStaff::hand_over);
  expect_agreement(
      {.scenario = "staffed_day/scenario.yaml",
       .set = {"stages.answer.handling.exponential.mean=63 min"},
       .quantities = {
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.012},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.012}}});
  const Waits finished = two_staffed_days(3600, TooFewStaff::finish);
  EXPECT_GT(std::abs(finished.abandoned - now.abandoned), 2 * 0.012 * now.abandoned)
      << "conversations that are finished would pass too";
}

/// Ten people, patience of ten minutes, outages of half an hour.
struct Centre {
  double per_s = 270 / hour_s, handling_s = 120;

  StaffedQueue open() const {
    StaffedQueue queue({per_s, handling_s, 600}, 10, 130);
    queue.set_staff(10);
    return queue;
  }
  /// Conversations are cut, callers go on waiting and calling.
  void outage_waiting(StaffedQueue& queue) const {
    queue.set_staff(0);
    queue.cut_connected();
    queue.run(hour_s / 2);
    queue.set_staff(10);
  }
  /// Conversations go on, who waits is cut, who calls is blocked.
  void outage_blocking(StaffedQueue& queue) const {
    queue.set_staff(0);
    queue.cut_waiting();
    queue.set_arrivals(0);
    queue.run(hour_s / 2);
    queue.set_arrivals(per_s);
    queue.set_staff(10);
  }
};
using OutageOf = void (Centre::*)(StaffedQueue&) const;

struct Outcome {
  double cut = 0, abandoned = 0, wait_mean_s = 0;
};

/// A day with an outage after one, five, nine, ... hours; all callers count.
Outcome six_outages(const Centre& centre, OutageOf outage, double unblocked_h) {
  StaffedQueue queue = centre.open();
  for (int i = 0; i < 6; ++i) {
    queue.run(hour_s);
    (centre.*outage)(queue);
    queue.run(2.5 * hour_s);
  }
  queue.set_arrivals(0);
  queue.run_until_nobody_waits();
  return {queue.cut(), queue.abandoned(),
          queue.waiting_s() / (centre.per_s * unblocked_h * hour_s)};
}

/// Only who calls in the ninety minutes after an outage counts. First come, first served: what
/// becomes of those who called before does not depend on them, so it is taken off.
Outcome recovery(const Centre& centre, OutageOf outage) {
  StaffedQueue queue = centre.open();
  queue.run(hour_s);
  (centre.*outage)(queue);
  StaffedQueue before_only = queue;
  before_only.set_arrivals(0);
  before_only.run_until_nobody_waits();
  queue.run(1.5 * hour_s);
  queue.set_arrivals(0);
  queue.run_until_nobody_waits();
  return {0, queue.abandoned() - before_only.abandoned(),
          (queue.waiting_s() - before_only.waiting_s()) / (centre.per_s * 1.5 * hour_s)};
}

TEST(Outage, callers_wait) {
  const Outcome now = six_outages({}, &Centre::outage_waiting, 24);
  const Outcome off = six_outages({.handling_s = 126}, &Centre::outage_waiting, 24);
  expect_agreement(
      {.scenario = "outage_waiting/outages.yaml",
       .set = {"stages.answer.handling.exponential.mean=126 s"},
       .quantities = {
           {"/measures/cut_attempts", now.cut, off.cut, 0.015},
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.03},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.03}}});
}

TEST(Outage, callers_wait_and_the_recovery) {
  const Outcome now = recovery({}, &Centre::outage_waiting);
  const Outcome off = recovery({.handling_s = 126}, &Centre::outage_waiting);
  expect_agreement(
      {.scenario = "outage_waiting/recovery.yaml",
       .set = {"stages.answer.handling.exponential.mean=126 s"},
       .quantities = {
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.06},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.06}}});
}

TEST(Outage, callers_are_blocked) {
  const Centre five_per_cent_more_calls{.per_s = 1.05 * 270 / hour_s};
  const auto blocked = [](const Centre& centre) { return centre.per_s * 6 * hour_s / 2; };
  const Outcome now = six_outages({}, &Centre::outage_blocking, 21);
  const Outcome off = six_outages(five_per_cent_more_calls, &Centre::outage_blocking, 21);
  expect_agreement(
      {.scenario = "outage_blocking/outages.yaml",
       .set = {"demand.calls=283.5 calls/h"},
       .quantities = {
           {"/measures/blocked_attempts", blocked({}), blocked(five_per_cent_more_calls), 0.015},
           {"/measures/cut_attempts", now.cut, off.cut, 0.15},
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.05},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.05}}});
}

TEST(Outage, callers_are_blocked_and_the_recovery) {
  const Outcome now = recovery({}, &Centre::outage_blocking);
  const Outcome off = recovery({.handling_s = 126}, &Centre::outage_blocking);
  expect_agreement(
      {.scenario = "outage_blocking/recovery.yaml",
       .set = {"stages.answer.handling.exponential.mean=126 s"},
       .quantities = {
           {"/measures/abandoned_attempts", now.abandoned, off.abandoned, 0.08},
           {"/measures/first_answer_wait_mean_s", now.wait_mean_s, off.wait_mean_s, 0.08}}});
}

}  // namespace
}  // namespace validation
