#include <gmock/gmock.h>

#include "results/study.hpp"

namespace {

using namespace results;
using testing::ElementsAre;

constexpr std::size_t counts_of_bin = size_of<TimelineCount>;
constexpr std::size_t on_duty = static_cast<std::size_t>(TimelineCount::on_duty);

/// One centre with somebody on duty; the first count of each bin.
std::vector<std::uint32_t> timeline_of(const std::vector<std::uint32_t>& values) {
  std::vector<std::uint32_t> out(values.size() * counts_of_bin);
  for (std::size_t bin = 0; bin < values.size(); ++bin) {
    out[bin * counts_of_bin] = values[bin];
    out[bin * counts_of_bin + on_duty] = 1;
  }
  return out;
}

/// A replication of one bin for each value.
std::vector<Observations> with_first_cell(const std::vector<std::uint32_t>& values) {
  std::vector<Observations> out;
  for (const auto value : values)
    out.emplace_back().world.timeline = timeline_of({value});
  return out;
}

/// The first count of each bin.
std::vector<float> first_count(const std::vector<float>& cells) {
  std::vector<float> out;
  for (std::size_t cell = 0; cell < cells.size(); cell += counts_of_bin)
    out.push_back(cells[cell]);
  return out;
}

TEST(Timeline, PercentilesInterpolateBetweenOrderStatistics) {
  // Sorted 0 10 20 30 100: rank 0.05 x 4 = 0.2, 0.5 x 4 = 2, 0.95 x 4 = 3.8.
  const auto summary = summarise_timeline(with_first_cell({30, 0, 100, 20, 10}), 1);
  EXPECT_FLOAT_EQ(summary.world.mean[0], 32);
  EXPECT_FLOAT_EQ(summary.world.p5[0], 2);
  EXPECT_FLOAT_EQ(summary.world.p50[0], 20);
  EXPECT_FLOAT_EQ(summary.world.p95[0], 86);
  EXPECT_FLOAT_EQ(summary.world.p95[on_duty], 1);
  EXPECT_TRUE(summary.twin.mean.empty());
}

TEST(Timeline, OneReplicationIsItsOwnSummary) {
  const auto summary = summarise_timeline(with_first_cell({7}), 1);
  EXPECT_FLOAT_EQ(summary.world.p5[0], 7);
  EXPECT_EQ(summary.world.p5, summary.world.p95);
}

TEST(Timeline, TheTwinHasItsOwn) {
  auto replications = with_first_cell({1, 2});
  for (auto& seen : replications)
    seen.twin.emplace().timeline = timeline_of({8});
  EXPECT_FLOAT_EQ(summarise_timeline(replications, 1).twin.mean[0], 8);
}

TEST(Timeline, ABinIsSummarisedOverThoseWhoReachIt) {
  std::vector<Observations> replications(3);
  replications[0].world.timeline = timeline_of({1, 3});
  replications[1].world.timeline = timeline_of({2, 7, 9});
  replications[2].world.timeline = timeline_of({6});
  const auto summary = summarise_timeline(replications, 1);
  EXPECT_THAT(first_count(summary.world.mean), ElementsAre(3, 5, 9));
  EXPECT_THAT(summary.reached, ElementsAre(3, 2, 1));
}

TEST(Timeline, AReplicationEndsBeforeTheBinThatItDoesNotFinish) {
  std::vector<Observations> replications(2);
  replications[0].world.timeline = timeline_of({4, 4, 2, 0});
  for (const std::size_t bin : {2, 3})  // over in the third bin
    replications[0].world.timeline[bin * counts_of_bin + on_duty] = 0;
  replications[1].world.timeline = timeline_of({6, 6, 6, 6});
  replications[1].world.timeline[3 * counts_of_bin + on_duty] = 0;
  const auto summary = summarise_timeline(replications, 1);
  EXPECT_THAT(summary.reached, ElementsAre(2, 2, 1, 0));
  EXPECT_THAT(first_count(summary.world.mean), ElementsAre(5, 5, 6, 0));
  EXPECT_THAT(first_count(summary.all_world.mean), ElementsAre(5, 5, 6, 0));
}

TEST(Timeline, AllCentresTogetherAreSummedInEachReplication) {
  // The sums of the first count of the two are 11, 2 and 8, which no sum of percentiles gives.
  std::vector<Observations> replications(3);
  const std::uint32_t values[3][2] = {{1, 10}, {2, 0}, {3, 5}};
  for (std::size_t i = 0; i < 3; ++i)
    replications[i].world.timeline = timeline_of({values[i][0], values[i][1]});
  const auto summary = summarise_timeline(replications, 2);
  ASSERT_EQ(summary.all_world.p50.size(), counts_of_bin);
  EXPECT_FLOAT_EQ(summary.all_world.mean[0], 7);
  EXPECT_FLOAT_EQ(summary.all_world.p50[0], 8);
  EXPECT_FLOAT_EQ(summary.all_world.p50[on_duty], 2);
}

/// Replications whose extra lost callers are these.
std::vector<Observations> losing(const std::vector<std::uint32_t>& values) {
  std::vector<Observations> out;
  for (const auto value : values) {
    auto& paired = out.emplace_back().paired.emplace();
    paired.newly_lost = {value, 4};
    paired.newly_saved = {1, 3};
  }
  return out;
}

TEST(PossibleCourses, AreTheFirstOfTheirRank) {
  const auto replications = losing({9, 3, 5, 3, 7, 5});
  EXPECT_EQ(extra_lost(replications[0]), 9);
  const auto courses = possible_courses(replications);
  ASSERT_TRUE(courses);
  EXPECT_EQ(courses->median, 2u) << "3 3 5 5 7 9: rank 3, first met";
  EXPECT_EQ(courses->p95, 0u) << "rank ceil(5.7)";
}

TEST(PossibleCourses, NeedAPairing) {
  EXPECT_FALSE(possible_courses({}));
  EXPECT_FALSE(possible_courses(with_first_cell({1, 2})));
}

TEST(Timeline, NothingGivesNothing) {
  EXPECT_EQ(summarise_timeline({}, 1), TimelineSummary{});
}

}  // namespace
