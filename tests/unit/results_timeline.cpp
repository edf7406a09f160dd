#include <gmock/gmock.h>

#include "results/study.hpp"

namespace {

using namespace results;
using testing::ElementsAre;
using testing::FloatEq;

std::vector<Observations> with_first_cell(const std::vector<std::uint32_t>& values) {
  std::vector<Observations> out;
  for (const auto value : values)
    out.emplace_back().world.timeline = {value, 3};
  return out;
}

TEST(Timeline, PercentilesInterpolateBetweenOrderStatistics) {
  // Sorted 0 10 20 30 100: rank 0.05 x 4 = 0.2, 0.5 x 4 = 2, 0.95 x 4 = 3.8.
  const auto summary = summarise_timeline(with_first_cell({30, 0, 100, 20, 10}));
  EXPECT_THAT(summary.world.mean, ElementsAre(FloatEq(32), FloatEq(3)));
  EXPECT_THAT(summary.world.p5, ElementsAre(FloatEq(2), FloatEq(3)));
  EXPECT_THAT(summary.world.p50, ElementsAre(FloatEq(20), FloatEq(3)));
  EXPECT_THAT(summary.world.p95, ElementsAre(FloatEq(86), FloatEq(3)));
  EXPECT_TRUE(summary.twin.mean.empty());
}

TEST(Timeline, OneReplicationIsItsOwnSummary) {
  const auto summary = summarise_timeline(with_first_cell({7}));
  EXPECT_THAT(summary.world.p5, ElementsAre(7, 3));
  EXPECT_EQ(summary.world.p5, summary.world.p95);
}

TEST(Timeline, TheTwinHasItsOwn) {
  auto replications = with_first_cell({1, 2});
  for (auto& seen : replications)
    seen.twin.emplace().timeline = {8};
  EXPECT_THAT(summarise_timeline(replications).twin.mean, ElementsAre(8));
}

TEST(Timeline, ABinIsSummarisedOverThoseWhoReachIt) {
  auto replications = with_first_cell({1, 2, 6});
  replications[1].world.timeline = {2, 7, 9};
  replications[2].world.timeline.pop_back();
  EXPECT_THAT(summarise_timeline(replications).world.mean, ElementsAre(3, 5, 9));
}

TEST(Timeline, NothingGivesNothing) {
  EXPECT_EQ(summarise_timeline({}), TimelineSummary{});
}

}  // namespace
