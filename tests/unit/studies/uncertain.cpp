#include "studies/uncertain.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "models/text/units.hpp"
#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/aimed_threat.hpp"

/// Parameters drawn over the ranges that they declare.
namespace {

using namespace studies;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

models::Parameter parameter(const std::string& address, const std::string& unit,
                            const std::string& range) {
  models::Parameter out;
  out.address = address;
  out.unit = unit;
  out.range = range;
  return out;
}

std::vector<std::string> all_drawn(const std::vector<models::Parameter>& numbers,
                                   std::uint64_t seed = 1, std::uint64_t draw = 1) {
  std::vector<std::string> out;
  for (const models::Setting& one : drawn_settings(models::assumptions_of({}, numbers), seed, draw))
    out.push_back(one.address + "=" + one.value);
  return out;
}

std::string drawn(const models::Parameter& one, std::uint64_t seed = 1, std::uint64_t draw = 1) {
  const auto settings = all_drawn({one}, seed, draw);
  return settings.empty() ? "" : settings.front();
}

/// The number behind "PATH=".
double number_of(const std::string& setting) {
  return std::stod(setting.substr(setting.find('=') + 1));
}

TEST(DrawnSettings, AreOfParametersWithARangeOnly) {
  EXPECT_THAT(all_drawn({}), IsEmpty());
  EXPECT_EQ(drawn(parameter("takeover.decide", "s", "")), "");
  EXPECT_THAT(drawn(parameter("takeover.decide", "s", "[1 min, 9 min]")),
              StartsWith("takeover.decide="));
}

TEST(DrawnSettings, KeepTheKindOfTheirNumber) {
  models::Parameter number = parameter("takeover.decide", "s", "[1 min, 9 min]");
  number.kind = "estimated";
  const auto settings = drawn_settings(models::assumptions_of({}, {number}), 1, 1);
  ASSERT_EQ(settings.size(), 1U);
  EXPECT_EQ(settings.front().kind, "estimated");
}

/// When a caller counts as lost is part of the question.
TEST(DrawnSettings, LeaveTLostAsItIs) {
  EXPECT_EQ(drawn(parameter("world.lost_after", "s", "[5 min, 15 min]")), "");
  EXPECT_NE(drawn(parameter("world.delayed_after", "s", "[5 min, 15 min]")), "");
}

TEST(DrawnSettings, LeaveOutWhatCannotBeRead) {
  for (const char* const range : {"[1 min]", "[1 min, 2 min, 3 min]", "1 min", "[one, two]",
                                  "[1, 2]", "[1 min, 2 calls/h]", "[", "{low: 1 min}"})
    EXPECT_EQ(drawn(parameter("a.b", "s", range)), "") << range;
  EXPECT_EQ(drawn(parameter("a.b", "degree", "[1, 2]")), "") << "a unit that nobody draws in";
}

TEST(DrawnSettings, AreWrittenInAUnitThatTheReaderTakes) {
  const auto ends_with = [](const std::string& text, const std::string& end) {
    return text.size() >= end.size() && text.ends_with(end);
  };
  EXPECT_TRUE(ends_with(drawn(parameter("a", "s", "[1 min, 2 min]")), " s"));
  EXPECT_TRUE(ends_with(drawn(parameter("a", "1/s", "[10 calls/h, 20 calls/h]")), " calls/s"));
  EXPECT_TRUE(ends_with(drawn(parameter("a", "byte/s", "[1 Mbit/s, 2 Mbit/s]")), " bit/s"));
  for (const char* const unit : {"share", "factor"})
    EXPECT_EQ(drawn(parameter("a", unit, "[0.1, 0.2]")).find(' '), std::string::npos) << unit;
}

models::Node scalar(const std::string& text) {
  models::Node out;
  out.type = models::Node::Type::scalar;
  out.text = text;
  return out;
}

struct Range {
  const char* unit;
  const char* text;
  double low, high;
  const models::Dimension* dimension;
};

class DrawnOver : public testing::TestWithParam<Range> {};

TEST_P(DrawnOver, TheWholeRangeAndNoMore) {
  const Range& range = GetParam();
  double lowest = range.high, highest = range.low, sum = 0;
  constexpr int draws = 2000;
  for (int draw = 1; draw <= draws; ++draw) {
    const std::string text = drawn(parameter("a", range.unit, range.text), 3, draw);
    const auto read = models::read_quantity(scalar(text.substr(2)), *range.dimension);
    ASSERT_EQ(read.error, "") << text;
    const double slack = 1e-6 * range.high;
    ASSERT_GE(read.value, range.low - slack) << text;
    ASSERT_LE(read.value, range.high + slack) << text;
    lowest = std::min(lowest, read.value);
    highest = std::max(highest, read.value);
    sum += read.value;
  }
  const double width = range.high - range.low;
  EXPECT_LT(lowest, range.low + 0.01 * width);
  EXPECT_GT(highest, range.high - 0.01 * width);
  // The mean of 2,000 uniform values: a standard deviation is 0.0065 of the width.
  EXPECT_NEAR(sum / draws, range.low + width / 2, 0.026 * width);
}

INSTANTIATE_TEST_SUITE_P(
    DrawnSettings, DrawnOver,
    testing::Values(Range{"s", "[5 s, 5 min]", 5, 300, &models::time_dimension},
                    Range{"1/s", "[36 calls/h, 72 calls/h]", 0.01, 0.02, &models::rate_dimension},
                    Range{"byte/s", "[8 Mbit/s, 16 Mbit/s]", 1e6, 2e6,
                          &models::bandwidth_dimension},
                    Range{"share", "[0.2, 0.6]", 0.2, 0.6, &models::share_dimension},
                    Range{"factor", "[0.5, 2]", 0.5, 2, &models::factor_dimension}));

/// Both ends as often as what is between: 3 to 6 are four numbers.
TEST(DrawnSettings, WholeNumbersAreAllAsLikely) {
  std::map<std::string, int> seen;
  constexpr int draws = 4000;
  for (int draw = 1; draw <= draws; ++draw)
    ++seen[drawn(parameter("desks", "count", "[3, 6]"), 1, draw)];
  ASSERT_EQ(seen.size(), 4u);
  for (const char* const text : {"desks=3", "desks=4", "desks=5", "desks=6"})
    EXPECT_NEAR(seen[text], draws / 4, 4 * std::sqrt(draws * 0.25 * 0.75)) << text;
}

TEST(DrawnSettings, AWholeNumberHasNoPoint) {
  EXPECT_EQ(drawn(parameter("desks", "count", "[7, 7]")), "desks=7");
}

TEST(DrawnSettings, ARangeOfOneValueIsThatValue) {
  EXPECT_EQ(drawn(parameter("a", "s", "[90 s, 90 s]")), "a=90.000000 s");
  EXPECT_EQ(drawn(parameter("a", "share", "[0.25, 0.25]")), "a=0.250000");
}

TEST(DrawnSettings, AreNamedBySeedDrawAndAddress) {
  const auto one = parameter("a.b", "share", "[0, 1]"), other = parameter("a.c", "share", "[0, 1]");
  EXPECT_EQ(drawn(one, 1, 1), drawn(one, 1, 1));
  std::set<double> numbers;
  for (const std::uint64_t seed : {1, 2})
    for (const std::uint64_t draw : {1, 2, 3})
      for (const auto& which : {one, other})
        numbers.insert(number_of(drawn(which, seed, draw)));
  EXPECT_EQ(numbers.size(), 12u);
}

TEST(DrawnSettings, DoNotDependOnTheOtherParameters) {
  const auto one = parameter("a", "share", "[0, 1]"), two = parameter("b", "share", "[0, 1]");
  const auto both = all_drawn({two, one});
  ASSERT_EQ(both.size(), 2u);
  EXPECT_THAT(both, ElementsAre(drawn(two), drawn(one))) << "in the order of the world";
}

std::set<std::string> assumed_addresses(const scenarios::ScenarioInWorld& study) {
  std::set<std::string> out;
  for (const models::Assumption& assumption : assumptions_of(study))
    for (const models::Setting& setting : models::moved(assumption, 0.5))
      out.insert(setting.address);
  return out;
}

/// A number of a threat is set where its catalogue has it, whatever the threat is called there and
/// however often it strikes.
TEST(AssumptionsOfAThreat, AreSetInItsCatalogue) {
  const std::filesystem::path root = SOURCE_DIR;
  const scenarios::Scene scene(root / "models/netherlands");
  const auto catalogue = scenarios::read_catalogue(root / "scenarios/threat_catalogue.yaml");
  const auto twice = assumed_addresses(scenarios::read_scenario(
      scenarios::aim(catalogue, "DR-20@rotterdam,DR-20@limburg", {}, scene)));
  EXPECT_THAT(twice, testing::Contains("threats.DR-20.duration.lognormal.median"));
  EXPECT_THAT(twice, testing::Each(testing::Not(StartsWith("threats.dr"))));
  scenarios::CatalogueThreat named = catalogue.threat("DR-20");
  named.id = "DR-20-B";
  EXPECT_THAT(assumed_addresses(scenarios::read_scenario(
                  scenarios::aim(catalogue, named, {"rotterdam", {}, {}}, scene))),
              testing::Contains("threats.DR-20-B.duration.lognormal.median"));
}

}  // namespace
