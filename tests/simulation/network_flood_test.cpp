// A flood of data shares the links with voice, control messages and pictures. Max-min fair shares
// can be reckoned by hand: a link of 10 Mbit/s with a trunk of 20 channels of 100 kbit/s and n
// flows gives each (n + 1)th part, and the trunk no more than its own 2 Mbit/s.
#include <gtest/gtest.h>

#include <algorithm>

#include "two_rooms.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::CourseKind;
using results::Facts;
using results::GroupCount;
using two_rooms::effect;
using two_rooms::measured;
using two_rooms::narrow;
using two_rooms::scenario_with;
using enum two_rooms::Group;

std::string with_calls(std::string text, const std::string& calls) {
  const std::string usual = "120 calls/h";
  return text.replace(text.find(usual), usual.size(), calls);
}

std::string narrow_and_busy() {
  return with_calls(narrow(), "6000 calls/h");
}

results::Observations flooded(const std::string& flood, const std::string& more = "",
                              const std::string& calls = "120 calls/h") {
  return written::observe(
      {with_calls(narrow(more), calls), scenario_with(effect("network_flood: " + flood))});
}

/// The most calls that were waiting or talking at the first answer at the end of any five minutes
/// of the flood. 6,000 calls/h of 20 s come for ten people, so that every channel is taken.
std::uint32_t channels_taken(const Facts& facts) {
  constexpr auto width = results::size_of<results::TimelineCount>;
  constexpr std::size_t centres = 3;
  std::uint32_t most = 0;
  for (std::size_t bin = 12 * 2 + 3; bin < 12 * 6; ++bin) {
    const auto count = [&](results::TimelineCount what) {
      return facts.timeline[bin * centres * width + static_cast<std::size_t>(what)];
    };
    most = std::max(
        most, count(results::TimelineCount::waiting) + count(results::TimelineCount::talking));
  }
  return most;
}

struct Share {
  const char* flood;
  std::uint32_t channels;
};

TEST(NetworkFlood, LeavesTheTrunkItsMaxMinFairShare) {
  const Share shares[] = {
      // 4 Mbit/s and the trunk's 2 Mbit/s fit.
      {"{at: front, flows: 4, rate: \"1 Mbit/s\"}", 20},
      // All want more than the fiftieth, 200 kbit/s.
      {"{at: front, flows: 49, rate: \"10 Mbit/s\"}", 2},
      // All want more than the eleventh, 909 kbit/s.
      {"{at: front, flows: 10, rate: \"950 kbit/s\"}", 9},
      // The flows want less than the eleventh: the trunk gets the 1.5 Mbit/s that they leave.
      {"{at: front, flows: 10, rate: \"850 kbit/s\"}", 15},
      // Nothing that makes a channel is left.
      {"{at: front, flows: 200, rate: \"10 Mbit/s\"}", 0},
      // The hub's link has 100 Mbit/s for 397 flows and three trunks: 250 kbit/s each.
      {"{hub: true, flows: 397, rate: \"1 Mbit/s\"}", 2}};
  for (const auto& [flood, channels] : shares) {
    const auto seen = flooded(flood, "", "6000 calls/h");
    EXPECT_EQ(channels_taken(seen.world), channels) << flood;
    EXPECT_EQ(channels_taken(*seen.twin), 20u) << "the lines of the first answer";
  }
}

TEST(NetworkFlood, TwoOfThemAddUp) {
  // 24 flows in one and 25 in the other: the fiftieth again.
  const auto seen = written::observe(
      {narrow_and_busy(),
       scenario_with(effect("network_flood: {at: front, flows: 24, rate: \"10 Mbit/s\"}") +
                     effect("network_flood: {at: front, flows: 25, rate: \"5 Mbit/s\"}"))});
  EXPECT_EQ(channels_taken(seen.world), 2u);
}

TEST(NetworkFlood, TransfersToTheRoomFindNoChannel) {
  const auto seen = flooded("{at: east, flows: 49, rate: \"10 Mbit/s\"}", "", "600 calls/h");
  EXPECT_GT(measured(seen.world, east_intake, GroupCount::blocked), 400u) << "5 erlang, 2 channels";
  EXPECT_EQ(measured(seen.world, west_intake, GroupCount::blocked), 0u) << "another link";
  EXPECT_EQ(measured(seen.world, front, GroupCount::blocked), 0u);
  EXPECT_EQ(measured(*seen.twin, east_intake, GroupCount::blocked), 0u);
}

TEST(NetworkFlood, EndsWhenTheFlowsEnd) {
  const auto seen = flooded("{at: east, flows: 999, rate: \"10 Mbit/s\"}");
  EXPECT_GT(persons(seen.world, CallerCount::blocked), 150u);
  const auto last = [&](const Facts& facts) {
    constexpr auto width = results::size_of<results::TimelineCount>;
    std::uint32_t failed = 0;  // from a quarter of an hour after the end on
    for (std::size_t bin = 12 * 6 + 3; bin < facts.timeline.size() / (3 * width); ++bin)
      for (std::size_t centre = 0; centre < 3; ++centre)
        failed += facts.timeline[(bin * 3 + centre) * width +
                                 static_cast<std::size_t>(results::TimelineCount::failed)];
    return failed;
  };
  EXPECT_EQ(last(seen.world), 0u);
}

TEST(NetworkFlood, SlowHeartbeatsRaiseAFalseAlarm) {
  // 10 Mbit/s for 9,999 flows and a trunk leave 125 byte/s each: 512 bytes take 4 s, the monitor
  // waits for 2 s. The room is there, so that nothing is taken over.
  const auto seen = flooded("{at: east, flows: 9999, rate: \"10 Mbit/s\"}");
  EXPECT_EQ(fact_sums::events(seen.world, CourseKind::alarm), 1u);
  EXPECT_EQ(fact_sums::events(seen.world, CourseKind::detected), 1u);
  EXPECT_EQ(fact_sums::events(seen.world, CourseKind::decided), 0u);
  EXPECT_TRUE(seen.world.episodes.empty());
  // With 2,000 flows they take 0.8 s and arrive.
  const auto less = flooded("{at: east, flows: 2000, rate: \"10 Mbit/s\"}");
  EXPECT_EQ(fact_sums::events(less.world, CourseKind::heartbeat_missed), 0u);
}

TEST(NetworkFlood, PicturesAreLateWhenTheyTakeMoreThanFiveMinutes) {
  // A fiftieth of 10 Mbit/s, 200 kbit/s: 5 MB take 200 s, 10 MB 400 s. The two channels that are
  // left let some of the east's calls through.
  const std::string flood = "{at: east, flows: 49, rate: \"10 Mbit/s\"}";
  const auto small = flooded(flood, ", picture: \"5 MB\"");
  const auto large = flooded(flood, ", picture: \"10 MB\"");
  EXPECT_EQ(persons(small.world, CallerCount::picture_late), 0u);
  EXPECT_EQ(persons(*large.twin, CallerCount::picture_late), 0u);
  EXPECT_GT(persons(large.world, CallerCount::picture_late), 100u);
  EXPECT_LT(persons(large.world, CallerCount::picture_late),
            measured(large.world, east_dispatch, GroupCount::completed));
}

}  // namespace
