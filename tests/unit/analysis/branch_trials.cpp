#include "analysis/trials/branch_trials.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace {

using analysis::BranchFuture;
using analysis::BranchTrials;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

const double never = std::nan("");

BranchFuture future(const std::string& option, const std::string& moment,
                    const std::vector<double>& lost) {
  BranchFuture out;
  out.option = option;
  out.moment = moment;
  out.values = {lost};
  out.short_min_of_group = {lost};
  out.at_s.assign(lost.size(), moment.empty() ? never : 600);
  out.detected_s.assign(lost.size(), 300);
  return out;
}

BranchTrials trials(std::vector<BranchFuture> futures) {
  BranchTrials out;
  out.measures = {{"lost", analysis::Unit::count}};
  out.groups = {"room.people"};
  out.futures = std::move(futures);
  return out;
}

TEST(BranchTrials, AnOptionIsHeldAgainstTheFirstReplicationByReplication) {
  const auto seen = trials({future("wait", "", {10, 20, 60}), future("act", "onset", {7, 18, 59})});
  EXPECT_DOUBLE_EQ(seen.estimate(1, 0).mean, 28);
  EXPECT_DOUBLE_EQ(seen.difference(1, 0).mean, -2);
  EXPECT_LT(seen.difference(1, 0).high, 1);
  EXPECT_DOUBLE_EQ(seen.short_difference(1, 0).mean, -2);
}

TEST(BranchTrials, AReplicationThatFailedInOneIsLeftOutOfBoth) {
  const auto seen =
      trials({future("wait", "", {10, 20, never}), future("act", "onset", {never, 15, 59})});
  EXPECT_EQ(seen.difference(1, 0).n_defined, 1u);
  EXPECT_DOUBLE_EQ(seen.difference(1, 0).mean, -5);
}

TEST(BranchTrials, WhatNobodyKnewIsHindsight) {
  BranchFuture act = future("act", "onset", {1, 1, 1, 1, 1});
  act.at_s = {600, 600, 600, 600, never};
  act.detected_s = {300, 600, 900, never, 100};
  EXPECT_EQ(act.decided(), 4u);
  EXPECT_EQ(act.hindsight(), 2u) << "later, or never; at the same moment somebody knows";
}

TEST(BranchTrials, MomentsOfOneOptionAreHeldAgainstEachOtherAsTheyCome) {
  auto seen = trials({future("wait", "", {1}), future("a", "onset", {1}),
                      future("a", "onset + 1 h", {1}), future("b", "onset", {1}),
                      future("a", "detect", {1}), future("a", "onset + 9 h", {1})});
  seen.futures[2].at_s = {4200};
  seen.futures[4].at_s = {900};
  seen.futures[5].at_s = {never};
  EXPECT_THAT(seen.earlier_and_later(), ElementsAre(Pair(1, 4), Pair(4, 2)))
      << "what is never decided is not earlier than anything";
  EXPECT_EQ(seen.futures[2].label(), "a @ onset + 1 h");
  EXPECT_EQ(seen.futures[0].label(), "wait");
  EXPECT_THAT(trials({future("wait", "", {1})}).earlier_and_later(), IsEmpty());
}

}  // namespace
