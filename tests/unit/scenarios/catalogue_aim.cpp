#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "models/text/read_values.hpp"
#include "scenarios/scenario_text.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "scenarios/threats/target_share.hpp"
#include "tests/unit/scenarios/shipped.hpp"

namespace {

using models::Calendar;
using scenarios::Aim;
using scenarios::ScenarioInWorld;
using scenarios_test::dutch_world;
using scenarios_test::shipped_threats;
using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

scenarios::ScenarioTree tree(const std::string& id, const Aim& aim) {
  const auto catalogue = scenarios::read_catalogue(shipped_threats);
  return scenarios::aim(catalogue, catalogue.threat(id), aim, dutch_world);
}

ScenarioInWorld aimed(const std::string& id, const Aim& aim = {}) {
  return scenarios::read_scenario(tree(id, aim));
}

std::vector<std::string> components_down(const ScenarioInWorld& study, std::uint64_t replication) {
  std::vector<std::string> out;
  const auto scenario = study.scenario_of({1, replication});
  for (const auto& effect : scenario.threats.at(0).effects)
    if (const auto* down = std::get_if<scenarios::Down>(&effect.what))
      for (const auto id : down->components)
        out.push_back(study.model.world.components[id].id);
  return out;
}

TEST(Aim, OneMeldkamer) {
  EXPECT_THAT(components_down(aimed("DR-07", {"rotterdam", "", ""}), 0),
              ElementsAre("gms_workplace@rotterdam", "gms_backup@rotterdam"));
}

TEST(Aim, AllMeldkamersAreThoseWithRegions) {
  EXPECT_THAT(components_down(aimed("DR-20", {"all", "", ""}), 0), SizeIs(10));
}

TEST(Aim, SomeAtRandomKeepTheFewerAmongTheMore) {
  const auto two = aimed("DR-20", {"random:2", "", ""}),
             three = aimed("DR-20", {"random:3", "", ""});
  std::set<std::string> seen;
  for (std::uint64_t i = 0; i < 40; ++i) {
    const auto few = components_down(two, i), more = components_down(three, i);
    ASSERT_THAT(few, SizeIs(2));
    ASSERT_THAT(more, SizeIs(3));
    EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
    seen.insert(few.begin(), few.end());
  }
  EXPECT_THAT(seen, SizeIs(10)) << "80 draws of ten meet all but once in about 450";
}

TEST(Aim, SupplierVoorzieningSiteAndComponent) {
  EXPECT_THAT(components_down(aimed("DR-01", {"supplier:kpn", "", ""}), 0),
              UnorderedElementsAre("kpn_software", "kpn_routing", "platform_112"));
  EXPECT_THAT(components_down(aimed("DR-09", {"site:Uitwijklocatie", "", ""}), 0),
              ElementsAre("first_answer_fallback"));
  EXPECT_THAT(components_down(aimed("DR-09", {"voorziening:ois", "", ""}), 0),
              UnorderedElementsAre("location_service", "incident_information"));
  EXPECT_THAT(components_down(aimed("DR-09", {"gms,p2000", "", ""}), 0),
              ElementsAre("gms", "p2000"));
}

TEST(Aim, AThreatOnComponentsCannotHitAMeldkamer) {
  EXPECT_THROW(aimed("DR-09", {"rotterdam", "", ""}), models::InvalidInput);
}

TEST(Onset, MeetsEachHourOfTheWeekOnceIn168) {
  const auto study = aimed("DR-20");
  const Calendar calendar(study.model.world.zone);
  std::set<int> hours;
  for (std::uint64_t i = 0; i < 168; ++i) {
    const auto window = study.scenario_of({7, i}).window;
    hours.insert(calendar.second_of_week(window.start + 8100) / 3600);
  }
  EXPECT_THAT(hours, SizeIs(168));
}

TEST(Onset, ShortRunsSpreadOverTheWeekToo) {
  const auto study = aimed("DR-20");
  const Calendar calendar(study.model.world.zone);
  std::set<int> days;
  for (std::uint64_t i = 0; i < 10; ++i)
    days.insert(calendar.second_of_week(study.scenario_of({7, i}).window.start + 8100) / 86400);
  EXPECT_GE(days.size(), 6U);
}

TEST(Onset, IsTheSameForEveryThreat) {
  const auto one = aimed("DR-20"), other = aimed("DR-01");
  for (std::uint64_t i = 0; i < 20; ++i)
    EXPECT_EQ(one.scenario_of({5, i}).window.start, other.scenario_of({5, i}).window.start);
}

TEST(Onset, IsFixedByAt) {
  const auto study = aimed("DR-20", {"", "2026-12-01T14:00", ""});
  const Calendar calendar(study.model.world.zone);
  for (std::uint64_t i = 0; i < 3; ++i)
    EXPECT_EQ(calendar.to_local(study.scenario_of({1, i}).window.start), "2026-12-01T11:45:00");
}

TEST(Window, FollowsTheDrawnDuration) {
  const auto study = aimed("DR-07", {"rotterdam", "", ""});
  bool capped = false, whole = false;
  for (std::uint64_t i = 0; i < 60; ++i) {
    const auto scenario = study.scenario_of({1, i});
    const auto& first = scenario.threats.at(0).effects.at(0);
    const double duration_s = quantile(first.duration_s, 0.5);
    EXPECT_DOUBLE_EQ(first.from_s, 8100);
    EXPECT_NEAR(scenario.window.end_s, 8100 + std::min(duration_s + 6 * 3600, 7 * 86400.0), 0.01);
    const bool long_one = duration_s + 6 * 3600 > 7 * 86400.0;
    EXPECT_EQ(scenario.window.capped_s.has_value(), long_one);
    EXPECT_DOUBLE_EQ(scenario.window.capped_s.value_or(7 * 86400.0), 7 * 86400.0);
    (long_one ? capped : whole) = true;
  }
  EXPECT_TRUE(capped && whole);
}

TEST(Window, AllEffectsOfAThreatShareTheDuration) {
  const auto effects = aimed("DR-08").scenario_of({1, 4}).threats.at(0).effects;
  EXPECT_EQ(quantile(effects.at(0).duration_s, 0.5), quantile(effects.at(1).duration_s, 0.5));
}

TEST(Chance, HappensAsOftenAsItSays) {
  const auto study = aimed("DR-24", {"rotterdam", "", "2 h"});
  int both = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const auto scenario = study.scenario_of({1, i});
    both += scenario.threats.at(0).effects.at(1).from_s < scenario.window.end_s ? 1 : 0;
  }
  // Binomial(1000, 0.1): 4 standard deviations are 38.
  EXPECT_NEAR(both, 100, 38);
}

TEST(SavedScenario, IsReadAsTheSame) {
  const auto folder = std::filesystem::temp_directory_path();
  for (const char* id : {"DR-05", "DR-07", "DR-19", "DR-42"}) {
    const auto file = folder / (std::string("saved_") + id + ".yaml");
    const auto made = tree(id, {"", "", "{lognormal: {median: \"2 h\", p95: \"9 h\"}}"});
    std::ofstream(file) << scenarios::scenario_text(made, file);
    const auto written = scenarios::read_scenario(made), read = scenarios::read_scenario(file);
    std::filesystem::remove(file);
    for (std::uint64_t i = 0; i < 5; ++i) {
      const auto a = written.scenario_of({1, i}), b = read.scenario_of({1, i});
      EXPECT_EQ(a.window.start, b.window.start) << id;
      EXPECT_EQ(a.window.end_s, b.window.end_s) << id;
      ASSERT_EQ(a.threats.at(0).effects.size(), b.threats.at(0).effects.size()) << id;
      for (std::size_t e = 0; e < a.threats.at(0).effects.size(); ++e) {
        const auto &here = a.threats.at(0).effects[e], &there = b.threats.at(0).effects[e];
        EXPECT_EQ(here.id, there.id);
        EXPECT_EQ(here.from_s, there.from_s);
        EXPECT_EQ(quantile(here.duration_s, 0.3), quantile(there.duration_s, 0.3));
        EXPECT_EQ(here.what.index(), there.what.index());
      }
    }
  }
}

TEST(TargetShare, TheSumOverAllTargetsIsTheNationsFrequency) {
  const auto catalogue = scenarios::read_catalogue(shipped_threats);
  const std::vector<std::string> rooms = {"noord", "oost", "rotterdam"};
  double sum = 0;
  for (const std::string& room : rooms)
    sum += scenarios::target_share({catalogue.threat("DR-20"), room, "", ""}, rooms).value();
  EXPECT_DOUBLE_EQ(sum, 1);
  EXPECT_EQ(scenarios::target_share({catalogue.threat("DR-20"), "random:1", "", ""}, rooms), 1);
  EXPECT_EQ(scenarios::target_share({catalogue.threat("DR-05"), "", "", ""}, rooms), 1);
}

TEST(TargetShare, NobodyKnowsItOfWhatTheCatalogueDoesNotAimAt) {
  const auto catalogue = scenarios::read_catalogue(shipped_threats);
  const std::vector<std::string> rooms = {"noord", "oost"};
  EXPECT_EQ(scenarios::target_share({catalogue.threat("DR-20"), "noord,oost", "", ""}, rooms),
            std::nullopt);
  EXPECT_EQ(scenarios::target_share({catalogue.threat("DR-01"), "noord", "", ""}, rooms),
            std::nullopt);
}

/// Every threat, over all targets that it can have in the world.
TEST(TargetShare, SharesOfTheTargetsAddUpToTheNation) {
  const auto catalogue = scenarios::read_catalogue(shipped_threats);
  const auto rooms = scenarios::meldkamers_of(models::read_world(dutch_world).world);
  EXPECT_EQ(rooms.size(), 10U);
  EXPECT_EQ(scenarios::targets_of(catalogue.threat("DR-20"), rooms), rooms);
  EXPECT_EQ(scenarios::targets_of(catalogue.threat("DR-09"), rooms),
            std::vector<std::string>{"gms"});
  for (const auto& threat : catalogue.threats) {
    double sum = 0;
    for (const std::string& target : scenarios::targets_of(threat, rooms))
      sum += scenarios::target_share({threat, target, "", ""}, rooms).value();
    EXPECT_NEAR(sum, 1, 1e-12) << threat.id;
  }
}

TEST(Likelihood, EveryClassFiveHasARateWithItsSource) {
  const auto catalogue = scenarios::read_catalogue(shipped_threats);
  for (const auto& warning : catalogue.warnings)
    EXPECT_NE(warning.name, "class-without-rate") << to_string(warning);
  for (const auto& threat : catalogue.threats)
    if (threat.likelihood.rate_per_s) {
      EXPECT_FALSE(threat.likelihood.origin.source.empty()) << threat.id;
      EXPECT_FALSE(threat.likelihood.origin.kind.empty()) << threat.id;
    }
}

}  // namespace
