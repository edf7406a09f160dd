#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/trials/sweep_trials.hpp"

/// What a grid of verdicts says, and where the bisection goes on.
namespace {

using namespace analysis;
using Answer = SweepAnswer::Kind;

/// "+" holds, "-" fails, "?" is undecided; at 1, 2, 3, ...
std::vector<SweepPoint> points_of(const std::string& verdicts) {
  std::vector<SweepPoint> out;
  for (const char c : verdicts) {
    SweepPoint& point = out.emplace_back();
    point.value = static_cast<double>(out.size());
    point.verdict = c == '+' ? Verdict::holds : c == '-' ? Verdict::fails : Verdict::undecided;
  }
  return out;
}

void expect(const std::string& verdicts, Answer kind, double holds, double fails) {
  const SweepAnswer answer = answer_of(points_of(verdicts));
  EXPECT_EQ(answer.kind, kind) << verdicts;
  EXPECT_EQ(answer.holds, holds) << verdicts;
  EXPECT_EQ(answer.fails, fails) << verdicts;
}

TEST(SweepAnswer, NothingHoldsNowhere) {
  expect("", Answer::nowhere, 0, 0);
  expect("-", Answer::nowhere, 0, 0);
  expect("----", Answer::nowhere, 0, 0);
}

TEST(SweepAnswer, OnePointThatHoldsIsEverywhere) {
  expect("+", Answer::everywhere, 1, 0);
  expect("+++", Answer::everywhere, 1, 0);
}

TEST(SweepAnswer, FromTheFirstThatHolds) {
  expect("-+", Answer::from, 2, 1);
  expect("---++", Answer::from, 4, 3);
}

TEST(SweepAnswer, UpToTheLastThatHolds) {
  expect("+-", Answer::up_to, 1, 2);
  expect("++++-", Answer::up_to, 4, 5);
}

TEST(SweepAnswer, WhatIsUndecidedDoesNotHold) {
  expect("?", Answer::nowhere, 0, 0);
  expect("-?++", Answer::from, 3, 2);
  expect("++?-", Answer::up_to, 2, 3);
  expect("+?+", Answer::mixed, 1, 2);
}

TEST(SweepAnswer, WhoChangesItsMindIsMixedAndTheFirstChangeIsShown) {
  expect("-+-", Answer::mixed, 2, 1);
  expect("+-+", Answer::mixed, 1, 2);
  expect("--++-+", Answer::mixed, 3, 2);
  expect("++--+", Answer::mixed, 2, 3);
}

/// Of one change the two values are neighbours, and the first holds while the second does not.
TEST(SweepAnswer, IsRightForEveryGridOfSixPoints) {
  for (unsigned bits = 0; bits < 64; ++bits) {
    std::string verdicts;
    int changes = 0;
    for (unsigned i = 0; i < 6; ++i) {
      verdicts += (bits >> i & 1U) != 0 ? '+' : '-';
      changes += i > 0 && verdicts[i] != verdicts[i - 1] ? 1 : 0;
    }
    const SweepAnswer answer = answer_of(points_of(verdicts));
    EXPECT_EQ(answer.kind == Answer::mixed, changes > 1) << verdicts;
    if (changes == 0) {
      EXPECT_EQ(answer.kind, bits == 0 ? Answer::nowhere : Answer::everywhere) << verdicts;
      continue;
    }
    EXPECT_EQ(std::abs(answer.holds - answer.fails), 1) << verdicts;
    EXPECT_EQ(verdicts[static_cast<std::size_t>(answer.holds) - 1], '+') << verdicts;
    EXPECT_EQ(verdicts[static_cast<std::size_t>(answer.fails) - 1], '-') << verdicts;
    if (changes > 1)
      continue;
    EXPECT_EQ(answer.kind, verdicts[0] == '+' ? Answer::up_to : Answer::from) << verdicts;
  }
}

TEST(Bisection, HasNothingToDoWithoutOneChange) {
  for (const char* const verdicts : {"", "-", "+", "---", "+++", "-+-", "+-+-"})
    EXPECT_FALSE(between_holding_and_failing(points_of(verdicts), false)) << verdicts;
}

TEST(Bisection, TriesHalfWay) {
  EXPECT_EQ(between_holding_and_failing(points_of("--++"), false), 2.5);
  EXPECT_EQ(between_holding_and_failing(points_of("+++-"), false), 3.5);
  EXPECT_EQ(between_holding_and_failing(points_of("--?+"), false), 3.5);
}

TEST(Bisection, EndsAtNeighboursOfWholeNumbers) {
  EXPECT_FALSE(between_holding_and_failing(points_of("--++"), true));
  auto points = points_of("-+");
  points.back().value = 8;
  EXPECT_EQ(between_holding_and_failing(points, true), 4);
}

/// Halves until nothing is left to try or `most` values were added; returns the answer.
SweepAnswer bisected(std::vector<SweepPoint> points, bool whole, int most,
                     const std::function<bool(double)>& holds) {
  for (int i = 0; i < most; ++i) {
    const auto next = between_holding_and_failing(points, whole);
    if (!next)
      break;
    SweepPoint point;
    point.value = *next;
    point.verdict = holds(*next) ? Verdict::holds : Verdict::fails;
    const auto at = std::find_if(points.begin(), points.end(),
                                 [&](const SweepPoint& other) { return other.value > *next; });
    points.insert(at, point);
  }
  return answer_of(points);
}

TEST(Bisection, FourHalvingsComeToASixteenthOfTheGrid) {
  const double threshold = 2.3;
  const auto answer =
      bisected(points_of("--++"), false, 4, [&](double value) { return value >= threshold; });
  EXPECT_EQ(answer.kind, Answer::from);
  EXPECT_GE(answer.holds, threshold);
  EXPECT_LT(answer.fails, threshold);
  EXPECT_NEAR(answer.holds - answer.fails, 1.0 / 16, 2e-3);
}

TEST(Bisection, FindsTheLargestWholeNumberThatHolds) {
  for (int largest = 3; largest < 40; ++largest) {
    auto points = points_of("+-");
    points.front().value = 3;
    points.back().value = 40;
    const auto answer = bisected(points, true, 100, [&](double value) { return value <= largest; });
    EXPECT_EQ(answer.kind, Answer::up_to);
    EXPECT_EQ(answer.holds, largest);
    EXPECT_EQ(answer.fails, largest + 1);
  }
}

TEST(Bisection, NeverTriesAValueTwice) {
  auto points = points_of("-+");
  points.front().value = 0.99995;
  points.back().value = 1.00001;
  for (int i = 0; i < 12; ++i) {
    const auto next = between_holding_and_failing(points, false);
    if (!next)
      break;
    for (const SweepPoint& known : points)
      EXPECT_NE(known.value, *next);
    EXPECT_GT(*next, points.front().value);
    EXPECT_LT(*next, points.back().value);
    points.front().value = *next;
  }
}

}  // namespace
