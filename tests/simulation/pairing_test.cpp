#include "sim/pairing.hpp"

#include <gmock/gmock.h>

#include <limits>

/// Counts over callers whose fates are written by hand.
namespace {

using sim::PairedFates;

constexpr float never = std::numeric_limits<float>::infinity();
constexpr std::uint8_t helped = PairedFates::done | PairedFates::measured | PairedFates::genuine;

/// One world: a row for each caller.
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
