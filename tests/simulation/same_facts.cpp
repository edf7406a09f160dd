#include "same_facts.hpp"

#include <gtest/gtest.h>

namespace same_facts {

void expect_same(const results::Facts& a, const results::Facts& b) {
  EXPECT_EQ(results::to_hex(a.digest), results::to_hex(b.digest));
  EXPECT_EQ(a.callers, b.callers);
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
  ASSERT_EQ(a.outages.size(), b.outages.size());
  for (std::size_t i = 0; i < a.outages.size(); ++i) {
    EXPECT_EQ(a.outages[i].component, b.outages[i].component);
    EXPECT_EQ(a.outages[i].from_s, b.outages[i].from_s);
    EXPECT_EQ(a.outages[i].to_s, b.outages[i].to_s);
  }
  ASSERT_EQ(a.episodes.size(), b.episodes.size());
  ASSERT_EQ(a.course.size(), b.course.size());
  for (std::size_t i = 0; i < a.course.size(); ++i) {
    EXPECT_EQ(a.course[i].t_s, b.course[i].t_s);
    EXPECT_EQ(a.course[i].kind, b.course[i].kind);
    EXPECT_EQ(a.course[i].answered, b.course[i].answered);
  }
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
