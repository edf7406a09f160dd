#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "scenarios/campaigns/campaign.hpp"
#include "scenarios/threats/number_draw.hpp"
#include "scenarios/threats/onset.hpp"

/// When a threat strikes, how much of something there is, and what a row of a campaign is called.
namespace {

using scenarios::Onset;
using scenarios::PlannedRow;
using testing::HasSubstr;

const models::Calendar& amsterdam() {
  static const models::Calendar calendar("CET+1CEST+1,M3.5.0/2,M10.5.0/3");
  return calendar;
}

int hour_of(std::uint64_t seed, std::uint64_t replication) {
  return amsterdam().second_of_week(Onset{}.at({seed, replication}, amsterdam())) / 3600;
}

TEST(Onset, MayBeAFixedTime) {
  Onset onset;
  onset.fixed = 1'234'567;
  EXPECT_EQ(onset.at({1, 1}, amsterdam()), 1'234'567);
  EXPECT_EQ(onset.at({2, 99}, amsterdam()), 1'234'567);
}

TEST(Onset, TheReferenceWeekBeginsOnAMondayLocally) {
  const auto begin = scenarios::reference_week(amsterdam());
  EXPECT_EQ(amsterdam().to_local(begin), "2026-11-30T00:00:00");
  EXPECT_EQ(amsterdam().second_of_week(begin), 0);
}

TEST(Onset, OneHundredAndSixtyEightReplicationsMeetEveryHourOnce) {
  for (const std::uint64_t seed : {1u, 7u, 4711u})
    for (const std::uint64_t first : {0u, 50u, 1000u}) {
      std::set<int> hours;
      for (std::uint64_t i = first; i < first + 168; ++i)
        hours.insert(hour_of(seed, i));
      EXPECT_EQ(hours.size(), 168u) << seed << " from " << first;
    }
}

TEST(Onset, NeighboursAreSpreadOverTheWeek) {
  for (std::uint64_t i = 0; i < 100; ++i)
    EXPECT_EQ((hour_of(3, i + 1) - hour_of(3, i) + 168) % 168, 103) << i;
}

TEST(Onset, LiesInTheReferenceWeekWithinItsHour) {
  const auto begin = scenarios::reference_week(amsterdam());
  std::set<int> minutes;
  for (std::uint64_t i = 0; i < 500; ++i) {
    const auto at = Onset{}.at({1, i}, amsterdam());
    EXPECT_GE(at, begin);
    EXPECT_LT(at, begin + 7 * 86400);
    minutes.insert(static_cast<int>((at - begin) / 60 % 60));
  }
  EXPECT_EQ(minutes.size(), 60u) << "any minute of the hour";
}

TEST(Onset, OfAReplicationDoesNotDependOnTheOthers) {
  EXPECT_EQ(Onset{}.at({1, 5}, amsterdam()), Onset{}.at({1, 5}, amsterdam()));
  EXPECT_NE(hour_of(1, 5), hour_of(1, 6));
  std::set<int> firsts;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    firsts.insert(hour_of(seed, 0));
  EXPECT_GT(firsts.size(), 30u) << "seeds begin anywhere";
}

/// The distribution that a text says, and what is wrong with it.
std::pair<models::Distribution, std::string> draw_of(const std::string& text) {
  models::Reading reading;
  models::Problems problems;
  const auto node = models::parse_yaml(text, "t.yaml", problems);
  problems.throw_if_any();
  const auto out = scenarios::read_number_draw({*node, "threats.T.calls", reading});
  return {out, reading.problems.empty() ? "" : reading.problems.all().front().message};
}

TEST(NumberDraw, IsANumberOrADistribution) {
  EXPECT_EQ(models::mean(draw_of("7").first), 7);
  EXPECT_DOUBLE_EQ(models::mean(draw_of("{uniform: {min: 2, max: 4}}").first), 3);
  EXPECT_DOUBLE_EQ(models::mean(draw_of("{triangular: {min: 0, mode: 3, max: 6}}").first), 3);
  EXPECT_DOUBLE_EQ(models::mean(draw_of("{beta: {mean: 0.3, sd: 0.1}}").first), 0.3);
  EXPECT_NEAR(models::quantile(draw_of("{lognormal: {median: 10, p95: 40}}").first, 0.95), 40,
              1e-6);
}

TEST(NumberDraw, WeightsOfValuesAreOneUnlessSaidOtherwise) {
  EXPECT_DOUBLE_EQ(models::mean(draw_of("{empirical: {values: [1, 2, 6]}}").first), 3);
  EXPECT_DOUBLE_EQ(models::mean(draw_of("{empirical: {values: [1, 5], weights: [3, 1]}}").first),
                   2);
}

TEST(NumberDraw, SaysWhatIsWrong) {
  const auto wrong = [](const char* text) { return draw_of(text).second; };
  EXPECT_EQ(wrong("{uniform: {min: 2, max: 2}}"), "");
  EXPECT_THAT(wrong("{uniform: {min: 3, max: 2}}"), HasSubstr("needs min <= max"));
  EXPECT_THAT(wrong("{triangular: {min: 0, mode: 7, max: 6}}"), HasSubstr("min <= mode <= max"));
  EXPECT_THAT(wrong("{lognormal: {median: 5, p95: 5}}"), HasSubstr("a median below its p95"));
  EXPECT_THAT(wrong("{beta: {mean: 0.5, sd: 0.5}}"), HasSubstr("needs 0 < mean < 1"));
  EXPECT_THAT(wrong("{empirical: {values: []}}"), HasSubstr("at least one value"));
  EXPECT_THAT(wrong("{empirical: {values: [1, 2], weights: [1]}}"), HasSubstr("as many weights"));
  EXPECT_THAT(wrong("{uniform: {min: 1, max: 2}, beta: {mean: 0.5, sd: 0.1}}"),
              HasSubstr("must be a number or one of lognormal"));
  EXPECT_NE(wrong("{}"), "");
  EXPECT_NE(wrong("-1"), "");
  EXPECT_NE(wrong("x"), "");
  EXPECT_NE(wrong("{exponential: {mean: 1}}"), "");
}

TEST(PlannedRow, IsCalledByWhatIsNotAsUsual) {
  PlannedRow row;
  row.threat = "DR-07";
  EXPECT_EQ(row.id(), "DR-07");
  row.target = "rotterdam";
  EXPECT_EQ(row.id(), "DR-07@rotterdam");
  row.package = "planned";
  EXPECT_EQ(row.id(), "DR-07@rotterdam+planned");
  row.plan = "pairs";
  row.duration = "4 h";
  row.varied = "takeover.decide=5 min";
  EXPECT_EQ(row.id(), "DR-07@rotterdam+planned/pairs (4 h) [takeover.decide=5 min]");
}

TEST(PlannedRow, OverABackgroundIsCalledByItsFile) {
  PlannedRow row;
  row.threat = "DR-09@amsterdam,DR-12+30min";
  row.background = "scenarios/new-year.yaml";
  row.duration = "4 h";
  EXPECT_EQ(row.id(), "DR-09@amsterdam,DR-12+30min over new-year (4 h)");
}

TEST(PlannedRow, OfAScenarioIsCalledByItsFile) {
  PlannedRow row;
  row.scenario = "scenarios/kpn-2019.yaml";
  EXPECT_EQ(row.id(), "kpn-2019");
  row.package = "inherent";
  EXPECT_EQ(row.id(), "kpn-2019+inherent");
}

/// What reading a campaign of these threats finds wrong; their own targets are random:1 and all.
std::string problem_of_campaign(const std::string& threats) {
  const std::string tiny = SOURCE_DIR "/tests/worlds/cli_tiny/";
  const auto file = std::filesystem::temp_directory_path() / "draws.campaign.yaml";
  std::ofstream(file) << "campaign: {name: N, description: D, world: " << tiny
                      << "world, catalogue: " << tiny << "threats.yaml}\n"
                      << threats << "\n";
  std::string out;
  try {
    scenarios::read_campaign(file);
  } catch (const models::InvalidInput& invalid) {
    out = invalid.problems().front().message;
  }
  std::filesystem::remove(file);
  return out;
}

TEST(PlannedRow, OneQuestionIsNoTwoRows) {
  EXPECT_EQ(problem_of_campaign("threats: [TT-02, TT-02@zuid, TT-01]"), "");
  EXPECT_THAT(problem_of_campaign("threats: [TT-02, TT-02@all]"),
              HasSubstr("asks with TT-02@all what TT-02 asks"));
  EXPECT_THAT(problem_of_campaign("threats: [TT-02]\ntargets: [default, all]"),
              HasSubstr("asks with TT-02@all what TT-02 asks"));
  EXPECT_THAT(problem_of_campaign("threats: [\"TT-01,TT-02+1 h\", \"TT-02@all+60 min,TT-01\"]"),
              HasSubstr("asks with TT-02@all+60 min,TT-01 what TT-01,TT-02+1 h asks"));
}

}  // namespace
