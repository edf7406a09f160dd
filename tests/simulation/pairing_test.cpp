// Twin and disturbed world side by side, by hand: callers whose fates are written here, and bins of
// five minutes from the onset, counted here.
#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "sim/replications/pairing.hpp"
#include "sim/replications/recovery.hpp"

namespace {

using sim::ServiceBin;
using testing::ElementsAre;

/// Two hours of 30 callers each five minutes, the bins in [from, until) as `low` of them.
std::vector<ServiceBin> hours(std::size_t from, std::size_t until, std::uint32_t low) {
  std::vector<ServiceBin> bins(24, ServiceBin{30, 30});
  for (std::size_t bin = from; bin < until; ++bin)
    bins[bin].in_time = low;
  return bins;
}

constexpr double window_s = 7200, long_s = 3600;

TEST(Recovery, IsTheEndOfTheLastBinThatWasDown) {
  EXPECT_EQ(sim::recovery_s(hours(0, 5, 3), long_s, window_s), 1500);
  EXPECT_EQ(sim::recovery_s(hours(0, 5, 26), long_s, window_s), 1500) << "87 % are too few";
}

TEST(Recovery, IsNothingWhenTheServiceWasNeverDown) {
  EXPECT_EQ(sim::recovery_s(hours(0, 0, 0), long_s, window_s), 0);
  EXPECT_EQ(sim::recovery_s(hours(4, 9, 27), long_s, window_s), 0) << "90 % are enough";
  EXPECT_EQ(sim::recovery_s({}, long_s, 0), 0) << "nobody called";
}

TEST(Recovery, ASecondFallCountsWhileItIsLookedAt) {
  auto bins = hours(0, 2, 0);
  bins[10].in_time = 0;
  EXPECT_EQ(sim::recovery_s(bins, long_s, window_s), 3300);
  EXPECT_EQ(sim::recovery_s(bins, 1800, window_s), 600) << "afterwards it is chance";
}

TEST(Recovery, IsLookedAtForAsLongAsTheServiceIsDown) {
  EXPECT_EQ(sim::recovery_s(hours(0, 15, 0), 600, window_s), 4500);
  auto bins = hours(0, 4, 0);
  bins[6].in_time = 0;  // ten minutes after: not settled yet
  EXPECT_EQ(sim::recovery_s(bins, 600, window_s), 2100);
}

TEST(Recovery, IsLaterThanTheEndWithoutAQuarterOfAnHour) {
  EXPECT_TRUE(std::isnan(sim::recovery_s(hours(10, 24, 0), long_s, window_s)));
  EXPECT_TRUE(std::isnan(sim::recovery_s(hours(0, 22, 0), long_s, window_s)));
  EXPECT_EQ(sim::recovery_s(hours(0, 21, 0), long_s, window_s), 6300);
}

/// Eight in five minutes: three bins are joined to 24 callers, which say that the service was down;
/// until when, the last five minutes with a late caller say.
TEST(Recovery, JoinsBinsUntilTheyHoldTwentyCallers) {
  std::vector<ServiceBin> bins(24, ServiceBin{8, 8});
  bins[0].in_time = 5;
  EXPECT_EQ(sim::recovery_s(bins, long_s, window_s), 300);
  bins[0].in_time = 6;
  bins[1].in_time = 7;
  EXPECT_EQ(sim::recovery_s(bins, long_s, window_s), 600) << "21 of 24";
  bins[1].in_time = 8;
  EXPECT_EQ(sim::recovery_s(bins, long_s, window_s), 0) << "22 of 24";
}

TEST(Recovery, TooFewCallersKeepTheStateBefore) {
  auto bins = hours(0, 3, 0);
  for (std::size_t i = 3; i < bins.size(); ++i)
    bins[i] = {0, 0};
  EXPECT_TRUE(std::isnan(sim::recovery_s(bins, long_s, window_s))) << "down, and nobody calls";
}

/// Callers of a surge come on top and cannot hide those who are not answered.
TEST(Recovery, IsOfCallersAndNotOfAnswers) {
  auto bins = hours(0, 6, 10);
  EXPECT_EQ(sim::recovery_s(bins, long_s, window_s), 1800);
}

using sim::PairedFates;

constexpr float never = std::numeric_limits<float>::infinity();
constexpr std::uint8_t helped_callers =
    PairedFates::done | PairedFates::measured | PairedFates::genuine;

/// What one world wrote, a row for each caller; the unit is alerted as long after the answer as
/// `dispatch_s` says.
class Fates {
public:
  Fates& add(std::uint16_t cell, float delay_s, std::uint8_t fate = helped_callers,
             float dispatch_s = 0, double first_attempt_s = 0) {
    fate_.push_back(fate);
    cell_.push_back(cell);
    first_attempt_s_.push_back(static_cast<float>(first_attempt_s));
    delay_s_.push_back(delay_s);
    help_s_.push_back(delay_s + dispatch_s);
    return *this;
  }
  PairedFates all() { return {fate_, cell_, first_attempt_s_, delay_s_, help_s_}; }

private:
  std::vector<std::uint8_t> fate_;
  std::vector<std::uint16_t> cell_;
  std::vector<float> first_attempt_s_, delay_s_, help_s_;
};

std::vector<std::uint32_t> late(Fates disturbed, Fates twin) {
  return sim::late(disturbed.all(), twin.all(), 2, 60);
}

std::vector<std::uint32_t> late_help(Fates disturbed, Fates twin) {
  return sim::late_help(disturbed.all(), twin.all(), 2);
}

TEST(LateHelp, IsMoreThanFiveMinutesLaterOrNever) {
  const auto twin = Fates().add(0, 10).add(0, 10).add(1, 10).add(1, never).add(0, 10);
  const auto disturbed = Fates()
                             .add(0, 10, helped_callers, 300)
                             .add(0, 10, helped_callers, 301)
                             .add(1, 10, helped_callers, never)
                             .add(1, never)
                             .add(0, 200);
  EXPECT_THAT(late_help(disturbed, twin), ElementsAre(1, 1));
}

TEST(LateHelp, IsNotBeingAnsweredLate) {
  const auto twin = Fates().add(0, 10, helped_callers, 60),
             disturbed = Fates().add(0, 200, helped_callers, 60);
  EXPECT_THAT(late(disturbed, twin), ElementsAre(1, 0));
  EXPECT_THAT(late_help(disturbed, twin), ElementsAre(0, 0));
}

TEST(Late, IsMoreThanTheBoundLaterThanInTheTwin) {
  const auto twin = Fates().add(0, 10).add(0, 10).add(1, 10).add(1, 500);
  const auto disturbed = Fates().add(0, 70).add(0, 70.5).add(1, 300).add(1, 20);
  EXPECT_THAT(late(disturbed, twin), ElementsAre(1, 1));
}

TEST(Late, NeverCountsAsLaterUnlessItIsNeverInBothWorlds) {
  const auto twin = Fates().add(0, 10).add(0, never).add(1, never);
  const auto disturbed = Fates().add(0, never).add(0, never).add(1, 10);
  EXPECT_THAT(late(disturbed, twin), ElementsAre(1, 0));
}

TEST(Late, CountsGenuineCallersOfBothWorldsWhoDidNotStayAway) {
  constexpr std::uint8_t no_help = helped_callers & ~PairedFates::genuine;
  constexpr std::uint8_t away = helped_callers | PairedFates::stayed_away;
  const auto twin = Fates().add(0, 0, no_help).add(0, 0).add(0, 0, 0).add(0, 0);
  const auto disturbed = Fates().add(0, 900, no_help).add(0, never, away).add(0, 900).add(0, 900);
  EXPECT_THAT(late(disturbed, twin), ElementsAre(1, 0));
}

/// A world of one region whose threats end after ten minutes, so that it is looked at for 70; a
/// component is out for two hours, and callers are late an hour and a half after the onset.
double recovery_beside(const std::vector<results::ComponentInterval>& outages_of_the_twin) {
  models::World world;
  world.centres.add({}), world.disciplines.add({});
  models::Region region;
  region.centre = {0};
  world.regions.add(region);
  scenarios::Scenario scenario;
  scenario.window.end_s = 4 * 3600;
  results::Facts disturbed, twin;
  disturbed.callers.resize(results::size_of<results::CallerCount>);
  results::CourseEvent event;
  event.kind = results::CourseKind::effect_begins;
  disturbed.course.push_back(event);
  event.kind = results::CourseKind::effect_ends, event.t_s = 600;
  disturbed.course.push_back(event);
  disturbed.outages = {{0, 0, 7200}};
  twin.outages = outages_of_the_twin;
  Fates here, there;
  for (double at_s = 0; at_s < scenario.window.end_s; at_s += 10) {
    const bool late = at_s >= 5400 && at_s < 5700;
    here.add(0, late ? 300.F : 10.F, helped_callers, 0, at_s);
    there.add(0, 10, helped_callers, 0, at_s);
  }
  return sim::pair(disturbed, here.all(), twin, there.all(), scenario, world).recover_nation_s;
}

TEST(Pair, OutagesThatTheTwinHasTooDoNotLengthenTheRecovery) {
  EXPECT_EQ(recovery_beside({{0, 0, 7200}}), 0) << "nobody looks as late as that";
  EXPECT_EQ(recovery_beside({}), 5700) << "the threats' own outage goes on";
  EXPECT_EQ(recovery_beside({{0, 0, 900}}), 5700) << "in the twin it was over sooner";
}

}  // namespace
