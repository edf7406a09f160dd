// Who is drawn, and how unequally: meldkamers by lot, by chance, with a factor in common.
#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "scenarios/threats/aimed_threat.hpp"
#include "scenarios/threats/lots.hpp"
#include "tests/unit/scenarios/shipped.hpp"

namespace {

using scenarios::correlated_uniform;
using scenarios::ScenarioInWorld;
using scenarios_test::dutch_world;
using testing::HasSubstr;
using testing::SizeIs;

/// A study of these effects in the Dutch world, with fixed times unless `head` says otherwise.
ScenarioInWorld study_of(const std::string& effects,
                         const std::string& head = "start: \"2026-01-05T00:00\", end: \"6 h\"",
                         const std::string& threat = "") {
  const auto file = std::filesystem::path(testing::TempDir()) / "lots.yaml";
  std::ofstream(file) << "scenario: {name: Lots, description: Lots, world: " << dutch_world.string()
                      << ", " << head << "}\nthreats:\n  t:\n"
                      << threat << "    effects:\n"
                      << effects;
  return scenarios::read_scenario(file);
}

std::string said(const std::string& effects) {
  try {
    study_of(effects);
  } catch (const models::InvalidInput& error) {
    return error.what();
  }
  return "";
}

const scenarios::What& effect(const scenarios::Scenario& scenario, std::size_t number) {
  return scenario.threats.at(0).effects.at(number).what;
}

std::vector<std::uint32_t> at(const scenarios::Scenario& scenario, std::size_t number) {
  std::vector<std::uint32_t> out;
  for (const auto centre : std::get<scenarios::Evacuate>(effect(scenario, number)).centres)
    out.push_back(centre.index);
  return out;
}

TEST(Lots, AnyKOfTenInAFileWithFixedTimes) {
  const auto study = study_of(
      "      - {from: \"3 h\", evacuate: {at: {random: 2, of: all}}}\n"
      "      - {from: \"4 h\", evacuate: {at: {random: 3, of: all}}}\n"
      "      - {from: \"4 h\", evacuate: {at: {random: 1, of: [rotterdam, den_haag]}}}\n");
  ASSERT_TRUE(study.drawn);
  EXPECT_FALSE(study.scenario_of({1, 0}).window.capped_s);
  std::set<std::uint32_t> seen, of_two;
  for (std::uint64_t i = 0; i < 60; ++i) {
    const auto scenario = study.scenario_of({1, i});
    EXPECT_DOUBLE_EQ(scenario.window.end_s, 6 * 3600);
    const auto two = at(scenario, 0), three = at(scenario, 1);
    ASSERT_THAT(two, SizeIs(2));
    ASSERT_THAT(three, SizeIs(3));
    EXPECT_TRUE(std::equal(two.begin(), two.end(), three.begin())) << "the same lots";
    seen.insert(two.begin(), two.end());
    of_two.insert(at(scenario, 2).front());
  }
  EXPECT_THAT(seen, SizeIs(10));
  EXPECT_THAT(of_two, SizeIs(2));
}

TEST(Lots, PartnersComeAlong) {
  const auto study =
      study_of("      - {from: \"3 h\", evacuate: {at: {random: 1, of: all, partners: true}}}\n");
  for (std::uint64_t i = 0; i < 20; ++i) {
    const auto pair = at(study.scenario_of({1, i}), 0);
    ASSERT_THAT(pair, SizeIs(2));
    const auto& partners = study.model.world.takeover.partners[{pair[0]}];
    EXPECT_EQ(partners.front().centre.index, pair[1]);
  }
}

TEST(Lots, EachByChanceIsAsOftenAsItSaysAndAsCorrelated) {
  for (const double correlation : {0.0, 0.8, 1.0}) {
    const auto study = study_of(
        "      - {from: \"3 h\", evacuate: {at: {each: 0.3, of: all, "
        "correlation: " +
        std::to_string(correlation) + "}}}\n");
    double sum = 0, squares = 0;
    constexpr int draws = 400;
    for (std::uint64_t i = 0; i < draws; ++i) {
      const auto hit = static_cast<double>(at(study.scenario_of({1, i}), 0).size());
      sum += hit;
      squares += hit * hit;
    }
    const double mean = sum / draws, variance = squares / draws - mean * mean;
    // Ten each for itself: 2.1; all or none: 21; in between by the copula, about 21 x 0.6.
    const double deviation = std::sqrt((correlation > 0.5 ? 21.0 : 2.1) / draws);
    EXPECT_NEAR(mean, 3, 3.5 * deviation) << correlation;
    if (correlation == 0.0)
      EXPECT_NEAR(variance, 2.1, 0.6);
    else if (correlation == 1.0)
      EXPECT_NEAR(variance, 21, 4);
    else
      EXPECT_TRUE(variance > 8 && variance < 17) << variance;
  }
}

TEST(Lots, TheCopulaKeepsUniformsUniform) {
  EXPECT_DOUBLE_EQ(correlated_uniform(0.3, 0.8, 0), 0.8);
  EXPECT_DOUBLE_EQ(correlated_uniform(0.3, 0.8, 1), 0.3);
  EXPECT_DOUBLE_EQ(correlated_uniform(0.5, 0.5, 0.7), 0.5);
  // A grid of both uniforms: the mean of u and of u^2 are those of a uniform, and the correlation
  // of u and the common one is 6/pi asin(sqrt(r)/2).
  double sum = 0, squares = 0, products = 0;
  constexpr int grid = 300;
  for (int i = 0; i < grid; ++i)
    for (int j = 0; j < grid; ++j) {
      const double common = (i + 0.5) / grid, own = (j + 0.5) / grid;
      const double u = correlated_uniform(common, own, 0.7);
      sum += u;
      squares += u * u;
      products += u * common;
    }
  constexpr double n = grid * grid;
  EXPECT_NEAR(sum / n, 0.5, 1e-3);
  EXPECT_NEAR(squares / n, 1.0 / 3, 1e-3);
  EXPECT_NEAR((products / n - 0.25) * 12, 6 / M_PI * std::asin(std::sqrt(0.7) / 2), 3e-3);
}

TEST(Lots, MistakesAreNamed) {
  EXPECT_THAT(said("      - {from: \"3 h\", evacuate: {at: {random: 11, of: all}}}\n"),
              HasSubstr("must be at most the 10 meldkamers of `of`, found 11"));
  EXPECT_THAT(said("      - {from: \"3 h\", evacuate: {at: {of: all}}}\n"),
              HasSubstr("must have random or each, one of them"));
  EXPECT_THAT(said("      - {from: \"3 h\", evacuate: {at: {random: 1, of: [roterdam]}}}\n"),
              HasSubstr("did you mean rotterdam?"));
  EXPECT_THAT(said("      - {from: \"3 h\", network_flood: {flows: 3, rate: \"1 Mbit/s\"}}\n"),
              HasSubstr("must have at or hub: true, one of them"));
}

const char* const any_hour = "onset: any_hour";

TEST(Draws, OnePerMeldkamerWithAFactorInCommon) {
  const std::string threat =
      "    target: all\n    duration: \"2 h\"\n"
      "    draws: {left: {uniform: {min: 0, max: 1}, per: meldkamer, correlation: 0.7}}\n";
  const auto study =
      study_of("      - {staffing: {at: $target, factor: $left}}\n", any_hour, threat);
  constexpr int draws = 300;
  double first = 0, second = 0, squares = 0, products = 0;
  for (std::uint64_t i = 0; i < draws; ++i) {
    const auto scenario = study.scenario_of({1, i});
    ASSERT_THAT(scenario.threats.at(0).effects, SizeIs(10));
    const double a = std::get<scenarios::Staffing>(effect(scenario, 0)).factor;
    const double b = std::get<scenarios::Staffing>(effect(scenario, 1)).factor;
    first += a;
    second += b;
    squares += a * a;
    products += a * b;
  }
  const double variance = squares / draws - first / draws * first / draws;
  const double covariance = products / draws - first / draws * second / draws;
  // Spearman's for a normal correlation of 0.7: 6/pi asin(0.35) = 0.683; 0.031 is its deviation.
  EXPECT_NEAR(covariance / variance, 0.683, 0.12);
  EXPECT_NEAR(variance, 1.0 / 12, 0.02);
}

TEST(Repeats, ComeBackAtTheSameTargetAndMakeTheWindowLonger) {
  const std::string threat =
      "    target: \"random:1\"\n    duration: {lognormal: {median: \"1 h\", p95: \"3 h\"}}\n"
      "    repeats: {times: 2, within: \"3 d\"}\n";
  const auto study = study_of("      - {evacuate: {at: $target}}\n", any_hour, threat);
  double latest_s = 0;
  for (std::uint64_t i = 0; i < 60; ++i) {
    const auto scenario = study.scenario_of({1, i});
    const auto& effects = scenario.threats.at(0).effects;
    ASSERT_THAT(effects, SizeIs(3));
    const double onset_s = effects[0].from_s;
    EXPECT_DOUBLE_EQ(onset_s, 7200 + 900) << "callers of the quarter of an hour before count";
    double end_s = 0;
    for (const auto& one : effects) {
      end_s = std::max(end_s, one.from_s + quantile(one.duration_s, 0.5));
      EXPECT_LE(one.from_s, onset_s + 3 * 86400);
      latest_s = std::max(latest_s, one.from_s);
    }
    EXPECT_EQ(at(scenario, 0), at(scenario, 1));
    EXPECT_EQ(at(scenario, 0), at(scenario, 2));
    EXPECT_NE(quantile(effects[0].duration_s, 0.5), quantile(effects[1].duration_s, 0.5));
    EXPECT_NEAR(scenario.window.end_s, end_s + 6 * 3600, 0.01);
  }
  EXPECT_GT(latest_s, 2.8 * 86400);
}

TEST(Target, ThePartnerOfTheFirst) {
  const auto study = study_of("      - {evacuate: {at: $target}}\n", any_hour,
                              "    target: \"random:1+partner\"\n    duration: \"2 h\"\n");
  std::set<std::uint32_t> firsts;
  for (std::uint64_t i = 0; i < 60; ++i) {
    const auto pair = at(study.scenario_of({1, i}), 0);
    ASSERT_THAT(pair, SizeIs(2));
    EXPECT_EQ(study.model.world.takeover.partners[{pair[0]}].front().centre.index, pair[1]);
    firsts.insert(pair[0]);
  }
  EXPECT_GE(firsts.size(), 8U);
}

}  // namespace
