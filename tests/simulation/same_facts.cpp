#include "same_facts.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/replications/fact_bytes.hpp"

namespace same_facts {

namespace {

std::vector<std::byte> bytes_of(const results::Facts& facts) {
  std::vector<std::byte> out(sim::bytes_of(facts));
  sim::write_facts(facts, out);
  return out;
}

}  // namespace

/// Counts that people look at first, then all that there is.
void expect_same(const results::Facts& a, const results::Facts& b) {
  EXPECT_EQ(results::to_hex(a.digest), results::to_hex(b.digest));
  EXPECT_EQ(a.callers, b.callers);
  EXPECT_EQ(a.groups, b.groups);
  EXPECT_EQ(a.timeline, b.timeline);
  EXPECT_TRUE(bytes_of(a) == bytes_of(b));
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
