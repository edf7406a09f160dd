#include "same_facts.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <tuple>
#include <vector>

namespace same_facts {

namespace {

/// Two that never came are the same.
void expect_same(double a, double b) {
  EXPECT_EQ(std::bit_cast<std::uint64_t>(a), std::bit_cast<std::uint64_t>(b));
}

void expect_same(const results::Episode& a, const results::Episode& b) {
  EXPECT_EQ(std::tie(a.centre, a.partner, a.failed_switches, a.answered),
            std::tie(b.centre, b.partner, b.failed_switches, b.answered));
  for (const auto time : {&results::Episode::onset_s, &results::Episode::detected_s,
                          &results::Episode::decided_s, &results::Episode::switched_s,
                          &results::Episode::relocated_s, &results::Episode::repaired_s,
                          &results::Episode::verified_s, &results::Episode::returned_s})
    expect_same(a.*time, b.*time);
}

void expect_same(const results::Loss& a, const results::Loss& b) {
  EXPECT_EQ(std::tie(a.centre, a.stage, a.discipline, a.sent, a.answered),
            std::tie(b.centre, b.stage, b.discipline, b.sent, b.answered));
  for (const auto time :
       {&results::Loss::onset_s, &results::Loss::elsewhere_s, &results::Loss::repaired_s})
    expect_same(a.*time, b.*time);
}

void expect_same(const results::CourseEvent& a, const results::CourseEvent& b) {
  EXPECT_EQ(std::tie(a.kind, a.subject, a.object, a.waiting, a.answered, a.failed),
            std::tie(b.kind, b.subject, b.object, b.waiting, b.answered, b.failed));
  expect_same(a.t_s, b.t_s);
  expect_same(a.number, b.number);
}

template <class Value>
void expect_same(const std::vector<Value>& a, const std::vector<Value>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    expect_same(a[i], b[i]);
}

}  // namespace

void expect_same(const results::Facts& a, const results::Facts& b) {
  EXPECT_EQ(results::to_hex(a.digest), results::to_hex(b.digest));
  EXPECT_EQ(a.callers, b.callers);
  EXPECT_EQ(a.kinds, b.kinds);
  EXPECT_EQ(a.other_work, b.other_work);
  EXPECT_EQ(a.contacts, b.contacts);
  EXPECT_EQ(a.contact_time, b.contact_time);
  EXPECT_EQ(a.groups, b.groups);
  EXPECT_EQ(a.group_times, b.group_times);
  EXPECT_EQ(a.waits, b.waits);
  EXPECT_EQ(a.answer_delay, b.answer_delay);
  EXPECT_EQ(a.dispatch_delay, b.dispatch_delay);
  EXPECT_EQ(a.timeline, b.timeline);
  EXPECT_EQ(a.unreachable_112_s, b.unreachable_112_s);
  EXPECT_EQ(a.dispatch_impossible_s, b.dispatch_impossible_s);
  EXPECT_EQ(a.degraded_s, b.degraded_s);
  EXPECT_EQ(a.outages, b.outages);
  expect_same(a.episodes, b.episodes);
  expect_same(a.losses, b.losses);
  expect_same(a.course, b.course);
  expect_same(a.seen_until_s, b.seen_until_s);
  EXPECT_EQ(a.conservation_error, b.conservation_error);
}

void expect_same(const results::Observations& a, const results::Observations& b) {
  EXPECT_EQ(a.replication, b.replication);
  expect_same(a.world, b.world);
  ASSERT_EQ(a.twin.has_value(), b.twin.has_value());
  if (!a.twin)
    return;
  expect_same(*a.twin, *b.twin);
  EXPECT_EQ(a.paired->newly_lost, b.paired->newly_lost);
  EXPECT_EQ(a.paired->newly_saved, b.paired->newly_saved);
  EXPECT_EQ(a.paired->late, b.paired->late);
  EXPECT_EQ(a.paired->newly_unreached, b.paired->newly_unreached);
}

}  // namespace same_facts
