#include "scenarios/threats/laid_course.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "scenarios/read_scenario.hpp"
#include "scenarios/scenario_text.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "tests/unit/scenarios/shipped.hpp"

/// Threats over a background, and several at once.
namespace {

namespace fs = std::filesystem;
using scenarios::Scenario;
using scenarios::ScenarioInWorld;
using scenarios_test::tiny;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

ScenarioInWorld laid(const std::string& threats, const scenarios::Aim& aim = {},
                     const char* background = "outage.yaml",
                     const std::vector<models::Setting>& settings = {}) {
  const auto catalogue = scenarios::read_catalogue(tiny / "threats.yaml");
  return scenarios::read_scenario(
      scenarios::aim(catalogue, threats, aim, {tiny / "world", tiny / background}), settings);
}

std::vector<std::string> problems_of(const std::function<void()>& act) {
  std::vector<std::string> out;
  try {
    act();
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      out.push_back(models::to_string(problem));
  }
  return out;
}

TEST(Laid, HasTheWindowAndTheEffectsOfItsBackground) {
  const ScenarioInWorld study = laid("TT-01@zuid"),
                        alone = scenarios::read_scenario(tiny / "outage.yaml");
  EXPECT_EQ(study.scenario.window.start, alone.scenario.window.start);
  EXPECT_EQ(study.scenario.window.end_s, alone.scenario.window.end_s);
  for (std::uint64_t i = 0; i < 20; ++i) {
    const Scenario one = study.scenario_of({1, i});
    EXPECT_EQ(one.window.end_s, alone.scenario.window.end_s);
    ASSERT_EQ(one.threats.size(), 2u);
    EXPECT_TRUE(one.threats[0].background);
    EXPECT_EQ(one.threats[0].effects[0].id, "failure.1");
    EXPECT_EQ(one.threats[0].effects[0].from_s, 2 * 3600);
    EXPECT_FALSE(one.threats[1].background);
  }
}

TEST(Laid, ItsOnsetIsDrawnOverTheCountedPartOfTheWindow) {
  const ScenarioInWorld one = laid("TT-01@zuid"), other = laid("TT-02");
  const auto onset = [](const ScenarioInWorld& study, std::uint64_t i) {
    return study.scenario_of({1, i}).threats.back().effects.front().from_s;
  };
  const double from_s = 3600, until_s = 5 * 3600;
  double mean_s = 0;
  for (std::uint64_t i = 0; i < 400; ++i) {
    const double at_s = onset(one, i);
    EXPECT_GE(at_s, from_s);
    EXPECT_LT(at_s, until_s);
    EXPECT_NEAR(at_s, onset(other, i), 1e-3) << "the same for every threat";
    mean_s += at_s / 400;
  }
  // A uniform onset has a standard error of 4 h / sqrt(12 x 400), 208 s.
  EXPECT_NEAR(mean_s, 3 * 3600, 4 * 208);
}

TEST(Laid, AFixedOnsetIsByTheClockOfTheBackground) {
  for (const char* const at : {"2026-01-05T11:00", "3 h"})
    EXPECT_NEAR(
        laid("TT-01@zuid", {"", at, ""}).scenario_of({1, 3}).threats.back().effects[0].from_s,
        3 * 3600, 1e-3);
  for (const char* const at : {"2026-01-06T11:00", "30 min", "5 h"})
    EXPECT_THAT(problems_of([&] {
                  laid("TT-01@zuid", {"", at, ""});
                }),
                ElementsAre(HasSubstr("--at: onset must lie in the window of the background, "
                                      "2026-01-05T09:00:00 to 2026-01-05T13:00:00")));
}

TEST(Laid, ACourseThatPassesTheEndOfTheBackgroundIsCutOff) {
  const ScenarioInWorld study = laid("TT-01@zuid", {"", "4 h", "90 min"});
  EXPECT_DOUBLE_EQ(study.scenario_of({1, 0}).window.capped_s.value_or(0), 3600);
  EXPECT_FALSE(laid("TT-01@zuid", {"", "4 h", "50 min"}).scenario_of({1, 0}).window.capped_s);
}

TEST(Laid, TheBackgroundMustBeAScenarioWithAWindowOfItsOwn) {
  const auto catalogue = scenarios::read_catalogue(tiny / "threats.yaml");
  const auto over = [&](const fs::path& file) {
    return problems_of([&] {
      scenarios::read_scenario(scenarios::aim(catalogue, "TT-01", {}, {tiny / "world", file}));
    });
  };
  EXPECT_THAT(over(tiny / "nothing.yaml"),
              ElementsAre(HasSubstr("background must be the file of a scenario, found")));
  const fs::path drawn = fs::temp_directory_path() / "laid_drawn.yaml";
  std::ofstream(drawn) << "scenario:\n  name: N\n  description: D\n  world: "
                       << (tiny / "world").string() << "\n  onset: any_hour\nthreats:\n  t:\n"
                       << "    duration: 1 h\n    effects:\n"
                       << "      - {staffing: {at: all, factor: 0.5}}\n";
  EXPECT_THAT(over(drawn), Contains(HasSubstr("background must have start and end, and")));
  fs::remove(drawn);
}

TEST(Laid, SavedAndReadAgainIsTheSame) {
  const auto catalogue = scenarios::read_catalogue(tiny / "threats.yaml");
  const auto tree = scenarios::aim(catalogue, "TT-01@zuid,TT-02+20 min", {},
                                   {tiny / "world", tiny / "outage.yaml"});
  const fs::path file = fs::temp_directory_path() / "laid_saved.yaml";
  std::ofstream(file) << scenarios::scenario_text(tree, file);
  const auto first = scenarios::read_scenario(tree), again = scenarios::read_scenario(file);
  fs::remove(file);
  for (std::uint64_t i = 0; i < 5; ++i) {
    const Scenario a = first.scenario_of({1, i}), b = again.scenario_of({1, i});
    ASSERT_EQ(a.threats.size(), 3u);
    ASSERT_EQ(b.threats.size(), 3u);
    for (std::size_t t = 0; t < 3; ++t) {
      EXPECT_EQ(a.threats[t].background, b.threats[t].background);
      EXPECT_EQ(a.threats[t].effects[0].from_s, b.threats[t].effects[0].from_s);
    }
  }
}

TEST(Together, EachBeginsSoLongAfterTheFirst) {
  const ScenarioInWorld study = laid("TT-01@zuid,TT-01@noord+30min,TT-02+1 h");
  const Scenario one = study.scenario_of({1, 7});
  ASSERT_EQ(one.threats.size(), 4u);
  const auto from_s = [&](std::size_t i) { return one.threats[i].effects.front().from_s; };
  EXPECT_NEAR(from_s(2) - from_s(1), 1800, 1e-2);
  EXPECT_NEAR(from_s(3) - from_s(1), 3600, 1e-2);
  EXPECT_EQ(one.threats[2].id, "tt_01_2");
  ASSERT_TRUE(study.aimed);
  EXPECT_EQ(study.aimed->threat.id, "TT-01@zuid,TT-01@noord+30min,TT-02@all+1 h");
  EXPECT_EQ(study.scenario.id, study.aimed->threat.id + " over outage");
}

TEST(Together, TargetsStandBehindEach) {
  EXPECT_THAT(problems_of([] {
                laid("TT-01,TT-02", {"noord", "", ""});
              }),
              ElementsAre(HasSubstr("--target noord: is of one threat: write the targets behind")));
  EXPECT_THAT(problems_of([] {
                laid("TT-01@noord", {"zuid", "", ""});
              }),
              ElementsAre(HasSubstr("which has a target of its own")));
  EXPECT_THAT(problems_of([] { laid("TT-01@nord,TT-02"); }),
              Contains(HasSubstr("did you mean noord?")));
}

TEST(Together, AThreatMustBeginWithinTheWindow) {
  // From the end of the warm-up to the end of the background it is four hours.
  EXPECT_THAT(problems_of([] { laid("TT-01@zuid,TT-02+4 h"); }),
              ElementsAre(HasSubstr("--threat: after must begin within the window, less than "
                                    "4 h after the onset, found \"4 h\"")));
  EXPECT_THAT(problems_of([] { laid("TT-01@zuid,TT-02+239 min"); }), testing::IsEmpty());
  EXPECT_THAT(problems_of([] {
                laid("TT-01@zuid,TT-02+90 min", {"", "4 h", ""});
              }),
              ElementsAre(HasSubstr("less than 1 h after the onset, found \"90 min\"")));
  const auto catalogue = scenarios::read_catalogue(tiny / "threats.yaml");
  EXPECT_THAT(problems_of([&] {
                scenarios::read_scenario(
                    scenarios::aim(catalogue, "TT-01@zuid,TT-02+8 d", {}, {tiny / "world"}));
              }),
              ElementsAre(HasSubstr("less than 168 h after the onset, found \"8 d\"")));
}

TEST(Together, NoMoreMeldkamersAreDrawnThanThereAre) {
  for (const char* const threats : {"TT-01@random:3", "TT-01@random:3+partner,TT-02"})
    EXPECT_THAT(problems_of([&] { laid(threats); }),
                Contains(HasSubstr("--threat: target must draw at most the 2 "
                                   "meldkamers that there are, found")));
  EXPECT_THAT(problems_of([] {
                laid("TT-01", {"random:99", "", ""});
              }),
              Contains(HasSubstr("--target: target must draw at most the 2")));
}

TEST(Laid, AThreatIsNotCalledAsOneOfItsBackground) {
  const fs::path file = fs::temp_directory_path() / "laid_twice.yaml";
  std::ofstream(file) << "scenario:\n  name: N\n  description: D\n  background: "
                      << (tiny / "outage.yaml").string()
                      << "\nthreats:\n  failure:\n    duration: 1 h\n    effects:\n"
                      << "      - {staffing: {at: all, factor: 0.5}}\n";
  EXPECT_THAT(problems_of([&] { scenarios::read_scenario(file); }),
              ElementsAre(HasSubstr("laid_twice.yaml:6:3: threats is called failure, as a threat "
                                    "of the background is: give one of them another name")));
  fs::remove(file);
}

TEST(OwnEffects, HaveAddresses) {
  const auto set = [](const std::string& address, const std::string& value) {
    return scenarios::read_scenario(tiny / "outage.yaml", {{address, value, {"--set", 0, 0}}});
  };
  const auto longer = set("threats.failure.effects.1.for", "2 h");
  EXPECT_EQ(models::quantile(longer.scenario.threats[0].effects[0].duration_s, 0.5), 7200);
  EXPECT_THAT(problems_of([&] { set("threats.failure.effects.2.for", "2 h"); }),
              ElementsAre(HasSubstr("there is no threats.failure.effects.2")));
  EXPECT_THAT(problems_of([&] { set("threats.falure.effects.1.for", "2 h"); }),
              ElementsAre(HasSubstr("did you mean threats.failure?")));
  const auto laid_too = laid("TT-01@zuid", {}, "outage.yaml",
                             {{"threats.failure.effects.1.for", "2 h", {"--set", 0, 0}}});
  EXPECT_EQ(models::quantile(laid_too.scenario.threats[0].effects[0].duration_s, 0.5), 7200);
}

TEST(OwnEffects, AreListedWithTheirNumbers) {
  std::vector<std::string> addresses;
  for (const auto& one : scenarios::read_scenario(tiny / "outage.yaml").own_parameters)
    addresses.push_back(one.address + " " + one.value);
  EXPECT_THAT(addresses, ElementsAre("threats.failure.effects.1.from 2 h",
                                     "threats.failure.effects.1.for 1 h"));
}

/// A scenario with named effects beside the tiny world.
ScenarioInWorld with_ids(const std::string& first, const std::string& second,
                         const std::vector<models::Setting>& settings = {}) {
  const fs::path file = fs::temp_directory_path() / "laid_ids.yaml";
  std::ofstream(file) << "scenario:\n  name: N\n  description: D\n  world: "
                      << (tiny / "world").string()
                      << "\n  start: \"2026-01-05T08:00\"\n  warm_up: 1 h\n  end: 5 h\nthreats:\n"
                      << "  t:\n    effects:\n      - {id: " << first
                      << ", from: 2 h, for: 1 h, staffing: {at: all, factor: 0.5}}\n      - {id: "
                      << second << ", from: 3 h, staffing: {at: all, factor: 0.8}}\n";
  struct Gone {
    fs::path file;
    ~Gone() { fs::remove(file); }
  } gone{file};
  return scenarios::read_scenario(file, settings);
}

TEST(OwnEffects, AreCalledByTheirIds) {
  const auto study =
      with_ids("few", "more", {{"threats.t.effects.more.staffing.factor", "0.9", {"--set", 0, 0}}});
  EXPECT_EQ(study.scenario.threats[0].effects[1].id, "t.more");
  const auto& more = std::get<scenarios::Staffing>(study.scenario.threats[0].effects[1].what);
  EXPECT_EQ(more.factor, 0.9);
  std::vector<std::string> addresses;
  for (const auto& one : study.own_parameters)
    addresses.push_back(one.address);
  EXPECT_THAT(addresses,
              ElementsAre("threats.t.effects.few.from", "threats.t.effects.few.for",
                          "threats.t.effects.few.staffing.factor", "threats.t.effects.more.from",
                          "threats.t.effects.more.staffing.factor"));
  EXPECT_THAT(problems_of([] {
                with_ids("few", "more", {{"threats.t.effects.mor.for", "1 h", {"--set", 0, 0}}});
              }),
              ElementsAre(HasSubstr("did you mean threats.t.effects.more?")));
}

TEST(OwnEffects, TheirIdsAreIdsAndDiffer) {
  EXPECT_THAT(problems_of([] { with_ids("Few", "more"); }),
              ElementsAre(HasSubstr("id must be a small letter, then small letters")));
  EXPECT_THAT(problems_of([] { with_ids("few", "few"); }),
              ElementsAre(HasSubstr("id must be another for each effect of a threat, found few")));
}

}  // namespace
