#include "analysis/measures/requirement.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <stdexcept>

/// Criteria of a sweep: how they are written, and when they hold.
namespace {

using namespace analysis;
using testing::HasSubstr;

std::string error_of(const std::string& text) {
  try {
    parse_requirement(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

Line line_of(const char* name, std::vector<double> values, std::vector<double> difference = {}) {
  Line out{name, Unit::count, estimate(values), {}, {}};
  if (!difference.empty())
    out.difference = estimate(difference);
  return out;
}

Summary summary() {
  Summary out;
  out.world = {line_of("lost_callers", {8, 10, 12}, {1, 2, 3}), line_of("recover_s", {60, 60, 60})};
  out.centres = {{"rotterdam", true, {line_of("answer_delay_p90_s", {100, 110, 105})}}};
  return out;
}

TEST(Requirement, IsReadWithItsParts) {
  const Requirement read =
      parse_requirement("centres.rotterdam.difference.answer_delay_p90_s.p95 <= 2 min");
  EXPECT_EQ(read.name.parts, "centres");
  EXPECT_EQ(read.name.part, "rotterdam");
  EXPECT_EQ(read.name.world, MeasureName::World::difference);
  EXPECT_EQ(read.name.measure, "answer_delay_p90_s");
  EXPECT_EQ(read.name.statistic, MeasureName::Statistic::p95);
  EXPECT_TRUE(read.at_most);
  EXPECT_FALSE(read.strict);
  EXPECT_DOUBLE_EQ(read.bound, 120);
}

TEST(Requirement, BoundsHaveTheUnitOfTheName) {
  EXPECT_DOUBLE_EQ(parse_requirement("recover_s<90").bound, 90);
  EXPECT_DOUBLE_EQ(parse_requirement("short_min<1 h").bound, 60);
  EXPECT_DOUBLE_EQ(parse_requirement("answered_within_norm_share>=90%").bound, 0.9);
  EXPECT_TRUE(parse_requirement("answered_within_norm_share>0.9").strict);
}

TEST(Requirement, SaysWhatIsWrong) {
  EXPECT_THAT(error_of("lost_callers"), HasSubstr("is no criterion like"));
  EXPECT_THAT(error_of("lost_callers<ten"), HasSubstr("'ten' is no bound for lost_callers"));
  EXPECT_THAT(error_of("lost_callers<=5 min"), HasSubstr("is no bound"));
  EXPECT_THAT(error_of("a.b.c<1"), HasSubstr("is no measure"));
}

TEST(Requirement, UnknownNamesGetASuggestion) {
  const auto message = [](const std::string& text) -> std::string {
    try {
      judge(parse_requirement(text), summary());
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(message("lost_caller<1"), HasSubstr("did you mean lost_callers?"));
  EXPECT_THAT(message("centres.roterdam.answer_delay_p90_s<1"),
              HasSubstr("did you mean rotterdam?"));
  EXPECT_THAT(message("twin.lost_callers<1"), HasSubstr("needs threats"));
}

/// {8, 10, 12}: mean 10, interval 10 -+ 4.97.
TEST(Requirement, HoldsWhenTheWholeIntervalDoes) {
  const auto verdict = [](const std::string& text, bool confident = true) {
    return judge(parse_requirement(text), summary(), confident);
  };
  EXPECT_EQ(verdict("lost_callers<=15"), Verdict::holds);
  EXPECT_EQ(verdict("lost_callers<=14"), Verdict::undecided);
  EXPECT_EQ(verdict("lost_callers<=6"), Verdict::undecided);
  EXPECT_EQ(verdict("lost_callers<=5"), Verdict::fails);
  EXPECT_EQ(verdict("lost_callers>=5"), Verdict::holds);
  EXPECT_EQ(verdict("lost_callers<=10", false), Verdict::holds);
  EXPECT_EQ(verdict("lost_callers<10", false), Verdict::fails);
  EXPECT_EQ(verdict("difference.lost_callers<=5"), Verdict::holds);
  EXPECT_EQ(verdict("lost_callers.p95<=12"), Verdict::holds);
  EXPECT_EQ(verdict("lost_callers.p95<12"), Verdict::fails);
  EXPECT_EQ(verdict("recover_s<=60"), Verdict::holds) << "no spread is an interval of one point";
}

TEST(Requirement, WhatNeverCameIsMoreThanAnyBound) {
  Summary with_never;
  const double never = std::numeric_limits<double>::infinity();
  with_never.world = {line_of("recover_s", {60, 61, never})};
  EXPECT_EQ(judge(parse_requirement("recover_s<=1000"), with_never), Verdict::fails);
  EXPECT_EQ(judge(parse_requirement("recover_s>=1000"), with_never), Verdict::holds);
  with_never.world = {line_of("recover_s", {undefined, undefined})};
  EXPECT_EQ(judge(parse_requirement("recover_s<=1000"), with_never), Verdict::undecided);
}

}  // namespace
