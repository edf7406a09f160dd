// Twin and disturbed world side by side, by hand. T_herstel90: bins of 300 s, windows of three
// bins, an effect from bin 4 on. Who is late: callers whose fates are written here.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/replications/pairing.hpp"

namespace {

constexpr double bin_s = 300;

/// 24 bins with 10 answers each in the twin; the disturbed world answers `low` in [from, until).
double recovered_s(std::size_t from, std::size_t until, double low, const sim::Disturbed& time) {
  const std::vector<double> there(24, 10);
  std::vector<double> here = there;
  for (std::size_t bin = from; bin < until; ++bin)
    here[bin] = low;
  return sim::recover_s(here, there, time, bin_s);
}

TEST(Recover, NothingFell) {
  EXPECT_EQ(recovered_s(0, 0, 0, {1200, 3600}), 0);
  // 28 of 30 in the worst quarter is more than 90 %.
  EXPECT_EQ(recovered_s(6, 7, 8, {1200, 3600}), 0);
}

TEST(Recover, BackWhenTheFirstWholeQuarterIsServed) {
  // Nobody answered in bins 4 to 8: the quarter that begins at bin 9 is the first good one.
  EXPECT_EQ(recovered_s(4, 9, 0, {1200, 2700}), 9 * bin_s - 1200);
  // Exactly 90 % counts as served: 9 + 9 + 9 of 30.
  EXPECT_EQ(recovered_s(4, 9, 9, {1200, 2700}), 0);
}

/// Nobody in bins 4 to 8, and then all who waited at once: the quarters from bin 7 on hold enough
/// answers, but nobody is served before bin 9.
TEST(Recover, TheBacklogDoesNotBringServiceBackBeforeTheRepair) {
  const std::vector<double> there(24, 10);
  std::vector<double> here = there;
  std::fill(here.begin() + 4, here.begin() + 9, 0);
  here[9] = 40;
  EXPECT_EQ(sim::recover_s(here, there, {1200, 2700}, bin_s), 9 * bin_s - 1200);
}

TEST(Recover, ABinWithAFewLessIsNoFall) {
  const std::vector<double> there(24, 10);
  std::vector<double> here = there;
  here[6] = 8;  // 28 of 30 in every quarter with it
  EXPECT_EQ(sim::recover_s(here, there, {1200, 3600}, bin_s), 0);
}

TEST(Recover, ASecondFallInTheDisturbanceCounts) {
  const std::vector<double> there(24, 10);
  std::vector<double> here = there;
  here[4] = here[12] = 0;
  EXPECT_EQ(sim::recover_s(here, there, {1200, 4500}, bin_s), 13 * bin_s - 1200);
  // The same dip when the disturbance is over is chance, not the threat.
  EXPECT_EQ(sim::recover_s(here, there, {1200, 2100}, bin_s), 5 * bin_s - 1200);
}

TEST(Recover, NeverWithinTheRun) {
  EXPECT_TRUE(std::isnan(recovered_s(4, 24, 0, {1200, 7200})));
}

using sim::PairedFates;

constexpr float never = std::numeric_limits<float>::infinity();
constexpr std::uint8_t helped = PairedFates::done | PairedFates::measured | PairedFates::genuine;

/// What one world wrote, a row for each caller.
class Fates {
public:
  Fates& add(std::uint16_t cell, float delay_s, std::uint8_t fate = helped) {
    fate_.push_back(fate);
    cell_.push_back(cell);
    delay_s_.push_back(delay_s);
    return *this;
  }
  PairedFates all() { return {fate_, cell_, delay_s_}; }

private:
  std::vector<std::uint8_t> fate_;
  std::vector<std::uint16_t> cell_;
  std::vector<float> delay_s_;
};

std::vector<std::uint32_t> late(Fates disturbed, Fates twin) {
  return sim::late(disturbed.all(), twin.all(), 2, 60);
}

TEST(Late, IsMoreThanTheBoundLaterThanInTheTwin) {
  const auto twin = Fates().add(0, 10).add(0, 10).add(1, 10).add(1, 500);
  const auto disturbed = Fates().add(0, 70).add(0, 70.5).add(1, 300).add(1, 20);
  EXPECT_THAT(late(disturbed, twin), testing::ElementsAre(1, 1));
}

TEST(Late, NeverCountsAsLaterUnlessItIsNeverInBothWorlds) {
  const auto twin = Fates().add(0, 10).add(0, never).add(1, never);
  const auto disturbed = Fates().add(0, never).add(0, never).add(1, 10);
  EXPECT_THAT(late(disturbed, twin), testing::ElementsAre(1, 0));
}

TEST(Late, CountsGenuineCallersOfBothWorldsWhoDidNotStayAway) {
  constexpr std::uint8_t no_help = helped & ~PairedFates::genuine;
  constexpr std::uint8_t away = helped | PairedFates::stayed_away;
  const auto twin = Fates().add(0, 0, no_help).add(0, 0).add(0, 0, 0).add(0, 0);
  const auto disturbed = Fates().add(0, 900, no_help).add(0, never, away).add(0, 900).add(0, 900);
  EXPECT_THAT(late(disturbed, twin), testing::ElementsAre(1, 0));
}

}  // namespace
