#include "analysis/trials/optimise_trials.hpp"

#include <gmock/gmock.h>

/// A found plan beside those of the world: by the mean over rooms, and by the worst room.
namespace {

using namespace analysis;
using models::Id;

constexpr std::size_t found = 2;

/// Two rooms; by plan and room what each of three replications loses. The third plan is found.
OptimiseTrials two_rooms(std::vector<std::vector<std::vector<double>>> lost) {
  OptimiseTrials out;
  out.valued.plans = {"pairs", "pool", "optimised"};
  out.valued.measures = {{"extra_lost_callers", Unit::count}};
  for (std::uint32_t room = 0; room < 2; ++room) {
    LossTrial loss{{{room}}, {}};
    for (const auto& plan : lost)
      loss.plans.push_back({{plan[room]}, {}, 0});
    out.valued.losses.push_back(loss);
    RoomAnswer answer;
    answer.room = {room};
    answer.before = {{{5}, 1, false, {}}};
    answer.after = {{{room == 0 ? 6u : 5u}, 1, false, {}}};
    out.rooms.push_back(answer);
  }
  return out;
}

OptimiseTrials better() {
  return two_rooms(
      {{{10, 12, 14}, {20, 21, 22}}, {{9, 15, 15}, {21, 20, 23}}, {{6, 8.5, 10}, {20, 21, 22}}});
}

TEST(OptimiseTrials, TheValueIsTheMeanOverTheRooms) {
  const OptimiseTrials trials = better();
  EXPECT_DOUBLE_EQ(trials.value(0).mean, 16.5);
  EXPECT_NEAR(trials.value(1).mean, (13.0 + 64.0 / 3) / 2, 1e-12);
  EXPECT_EQ(trials.best_shipped(), 0u);
  // Replication by replication (4, 3.5, 4) / 2.
  EXPECT_NEAR(trials.saved(0, found).mean, 11.5 / 6, 1e-12);
  EXPECT_NEAR(trials.saved_in(0).mean, 11.5 / 3, 1e-12);
  EXPECT_DOUBLE_EQ(trials.saved_in(1).mean, 0);
  EXPECT_TRUE(trials.is_better());
  EXPECT_EQ(trials.winner(), found);
}

TEST(OptimiseTrials, TheBestShippedPlanIsTheAnswerUnlessItIsBeaten) {
  const OptimiseTrials doubtful = two_rooms(
      {{{10, 12, 14}, {20, 21, 22}}, {{9, 11, 13}, {20, 21, 22}}, {{8, 12, 13}, {20, 20, 22}}});
  EXPECT_EQ(doubtful.best_shipped(), 1u);
  EXPECT_GT(doubtful.saved(1, found).mean, 0);
  EXPECT_FALSE(doubtful.is_better()) << "the interval is not above 0";
  EXPECT_EQ(doubtful.winner(), 1u);
}

TEST(OptimiseTrials, WithoutAChangeThereIsNoOtherPlan) {
  OptimiseTrials trials = better();
  trials.rooms[0].after = trials.rooms[0].before;
  trials.valued.plans.pop_back();
  EXPECT_FALSE(trials.is_other_plan());
  EXPECT_EQ(trials.shipped(), 2u);
  EXPECT_FALSE(trials.is_better());
  EXPECT_EQ(trials.winner(), 0u);
  trials.valued.losses.clear();
  EXPECT_FALSE(trials.is_valued());
}

TEST(OptimiseTrials, ARehearsalCostsItsPriceInTheValue) {
  OptimiseTrials trials = better();
  trials.rehearsal_price = 3;
  trials.rooms[0].rehearsals = 1;
  EXPECT_NEAR(trials.saved(0, found).mean, 11.5 / 6 - 1.5, 1e-12);
  EXPECT_NEAR(trials.saved_in(0).mean, 11.5 / 3, 1e-12) << "what it bought, without the price";
  trials.rehearsal_price = 4;
  EXPECT_FALSE(trials.is_better());
}

TEST(OptimiseTrials, TheWorstRoomIsHeldAgainstEachOfTheOthers) {
  OptimiseTrials trials = two_rooms(
      {{{10, 12, 14}, {20, 21, 22}}, {{9, 15, 15}, {21, 20, 23}}, {{16, 17.5, 18}, {5, 6, 7}}});
  trials.objective = Objective::worst;
  EXPECT_EQ(trials.worst_loss(0), 1u);
  EXPECT_EQ(trials.worst_loss(found), 0u);
  EXPECT_DOUBLE_EQ(trials.value(0).mean, 21);
  // 21 less the room of the found plan that comes nearest: (4, 3.5, 4).
  EXPECT_NEAR(trials.saved(0, found).mean, 11.5 / 3, 1e-12);
  EXPECT_TRUE(trials.is_better());
}

}  // namespace
