#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/world/read_world.hpp"
#include "scenarios/read_scenario.hpp"
#include "small_world.hpp"

namespace {

using small_world::Folder;
using small_world::problems_of;
using small_world::Texts;
using testing::HasSubstr;

void replace(std::string& text, const std::string& find, const std::string& by) {
  const auto at = text.find(find);
  ASSERT_NE(at, std::string::npos) << find;
  text.replace(at, find.size(), by);
}

std::vector<std::string> lines(const std::vector<models::Problem>& problems) {
  std::vector<std::string> out;
  for (const auto& problem : problems)
    out.push_back(to_string(problem));
  return out;
}

std::string message_of(const std::filesystem::path& folder,
                       const std::vector<models::Setting>& settings = {},
                       const std::vector<std::filesystem::path>& overlays = {}) {
  try {
    models::read_world(folder, settings, overlays);
  } catch (const models::InvalidInput& e) {
    return e.what();
  }
  return "";
}

TEST(AllProblems, TheUnbrokenWorldHasNone) {
  EXPECT_THAT(lines(problems_of(small_world::texts())), testing::IsEmpty());
}

TEST(AllProblems, OfOneFileComeInOneGoInLineOrder) {
  Texts texts = small_world::texts();
  std::string& places = texts.at("places.yaml");
  replace(places, "kind: reported", "kind: rumour");
  replace(places, "latitude: 52.05", "latitude: 152");
  replace(places, "lines: 250", "lines: many");
  replace(places, "desks: 20", "desks: 010");
  replace(places, "hand_over", "handover");
  replace(places, "to: [south]", "to: [east]");
  replace(places, "population: 600000", "populatoin: 600000");
  replace(places, "meldkamer: south", "meldkamer: suoth");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 8u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("places.yaml:3:9: kind must be measured"));
  EXPECT_THAT(found[1], HasSubstr("places.yaml:6:15: latitude must be in [-90, 90], found 152"));
  EXPECT_THAT(found[2], HasSubstr("places.yaml:9:12: lines must be a whole number, found many"));
  EXPECT_THAT(found[3], HasSubstr("places.yaml:17:12: desks must be a whole number, found 010"));
  EXPECT_THAT(found[4], HasSubstr("places.yaml:19:16: shift_end must be finish_call or hand_over"));
  EXPECT_THAT(found[5], HasSubstr("places.yaml:24:36: to 1 must name a meldkamer, found east"));
  EXPECT_THAT(found[6], HasSubstr("places.yaml:31:34: unknown key populatoin"));
  EXPECT_THAT(found[7], HasSubstr("places.yaml:32:82: meldkamer must name a meldkamer"));
}

TEST(AllProblems, OfSeveralFilesComeTogether) {
  Texts texts = small_world::texts();
  replace(texts.at("chain.yaml"), "\"10 min\"", "10");
  replace(texts.at("rules.yaml"), "maximum: 6", "maximum: 6.5");
  replace(texts.at("storm.yaml"), "replications: 10", "replications: -10");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 3u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("storm.yaml:10:17: replications"));
  EXPECT_THAT(found[1], HasSubstr("chain.yaml:6:15: lost_after"));
  EXPECT_THAT(found[2], HasSubstr("rules.yaml:14:114: maximum"));
}

TEST(AllProblems, AFileThatIsNoYamlDoesNotHideTheOthersNorBlameThem) {
  Texts texts = small_world::texts();
  replace(texts.at("places.yaml"), "lines: 250", "lines: [250");
  replace(texts.at("chain.yaml"), "\"10 min\"", "10");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 2u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("chain.yaml:6:15: lost_after"));
  EXPECT_THAT(found[1], HasSubstr("is not valid YAML"));
}

/// The text closes where the next one was to open: the reader stumbles a line too late.
TEST(AllProblems, AQuoteThatIsNotClosedIsNamedByItsLine) {
  Texts texts = small_world::texts();
  replace(texts.at("chain.yaml"), "name: \"Klein\"", "name: \"Klein");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 1u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("chain.yaml:3:"));
  EXPECT_THAT(found[0], HasSubstr("; is the quote that line 2 opens closed there?"));
  texts = small_world::texts();
  replace(texts.at("chain.yaml"), "name: \"Klein\"", "name: \"Klein\n    land\"");
  replace(texts.at("chain.yaml"), "share: 0.9}", "share: 0.9");
  EXPECT_THAT(lines(problems_of(texts)), testing::ElementsAre(testing::Not(HasSubstr("quote"))))
      << "nor a whole one";
}

/// A stage that nobody serves, because its role is misspelt, asks nothing of regions.
TEST(AllProblems, AMisspeltStageDoesNotBlameTheRegions) {
  const Folder folder;
  std::filesystem::create_directories(folder.world());
  std::ofstream(folder.world() / "world.yaml") << R"(
world: {name: "W", zone: "UTC+0"}
disciplines: {any: {name: "Any"}}
stages: {answer: {handling: "60 s"}}
roles: {agent: {stage: anser}}
regions: {land: {name: "Land"}}
meldkamers: {centre: {name: "Centre", roster: {agent: 10}}}
demand: {calls: "480 calls/h"}
)";
  const std::string said = message_of(folder.world());
  EXPECT_THAT(said, HasSubstr("stage must name a stage, found anser, did you mean answer?"));
  EXPECT_THAT(said, testing::Not(HasSubstr("regions")));
}

TEST(AllProblems, MissingSectionsAreNamed) {
  Texts texts = small_world::texts();
  texts.erase("rules.yaml");
  replace(texts.at("storm.yaml"),
          "  profile: new_year\n  replications: 10\n  set:\n"
          "    demand.calls: \"8000 calls/day\"\n",
          "");
  replace(texts.at("storm.yaml"),
          "      - {from: \"5 h\", open_channel: {channel: number, share: 0.5}}\n", "");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 1u) << testing::PrintToString(found);
  EXPECT_EQ(found[0], "world: section demand is missing");
}

TEST(AllProblems, ASectionInTwoFilesIsNamedWithBoth) {
  Texts texts = small_world::texts();
  texts["twice.yaml"] = "# again\nnetwork: {hub: other}\n";
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 1u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("twice.yaml:2:1: section network stands in "));
  EXPECT_THAT(found[0], HasSubstr("things.yaml:25 too"));
}

TEST(AllProblems, TwoRolesForTheSameCallsAreNamedAtEachMeldkamer) {
  Texts texts = small_world::texts();
  replace(texts.at("chain.yaml"), "[brandweer]", "[brandweer, politie]");
  const auto found = lines(problems_of(texts));
  ASSERT_EQ(found.size(), 2u) << testing::PrintToString(found);
  EXPECT_THAT(found[0], HasSubstr("places.yaml:22:7: fire_desk serves stage intake and discipline "
                                  "politie that police_desk serves here too"));
  EXPECT_THAT(found[1], HasSubstr("places.yaml:27:30"));
}

TEST(AllProblems, AliasesAndDeepNestingAreRefused) {
  Texts texts = small_world::texts();
  replace(texts.at("chain.yaml"), "\"60 s\"", "*ten");
  EXPECT_THAT(lines(problems_of(texts)),
              testing::ElementsAre(HasSubstr("chain.yaml:7:18: is not valid YAML")));
  texts = small_world::texts();
  replace(texts.at("chain.yaml"), "\"60 s\"", std::string(3000, '['));
  const auto deep = lines(problems_of(texts));
  ASSERT_EQ(deep.size(), 1u);
  EXPECT_THAT(deep[0], HasSubstr("is nested deeper than 32 levels"));
}

TEST(AllProblems, AbsurdSizesAreRefused) {
  Texts texts = small_world::texts();
  std::string& rules = texts.at("rules.yaml");
  for (int i = 0; i <= 10'000; ++i)
    rules += fmt::format("x{}: 1\n", i);
  const auto many = lines(problems_of(texts));
  ASSERT_EQ(many.size(), 1u);
  EXPECT_THAT(many[0], HasSubstr("has more than 10000 entries"));
  texts = small_world::texts();
  texts.at("rules.yaml") += "#" + std::string(9 << 20, 'x');
  const auto large = lines(problems_of(texts));
  ASSERT_EQ(large.size(), 1u);
  EXPECT_THAT(large[0], HasSubstr("rules.yaml: is larger than 8 MiB"));
}

TEST(AllProblems, ARateNeedsItsUnit) {
  const Folder folder;
  Texts texts = small_world::texts();
  replace(texts.at("rules.yaml"), "calls/year", "calls/yaer");
  folder.write(texts);
  EXPECT_THAT(message_of(folder.world()),
              HasSubstr("rules.yaml:2:10: calls must be a rate with its "
                        "unit, such as \"100 calls/day\""));
}

TEST(AllProblems, FoldersThatAreNoWorldSaySo) {
  const Folder folder;
  EXPECT_THAT(message_of(folder.world()), HasSubstr("world: has no .yaml file"));
  EXPECT_THAT(message_of(folder.path() / "nowhere"), HasSubstr("nowhere: cannot be read"));
  folder.write(small_world::texts());
  std::ofstream(folder.world() / "more.yml") << "extra: 1\n";
  EXPECT_THAT(message_of(folder.world()), HasSubstr("more.yml: is not read: name it .yaml"));
  std::ofstream(folder.world() / "MORE.YAML") << "extra: 1\n";
  EXPECT_THAT(message_of(folder.world()), HasSubstr("MORE.YAML: is not read: name it .yaml"));
}

/// As an editor leaves beside a file that somebody has open.
TEST(AllProblems, WhatIsHiddenInAFolderIsNoneOfIt) {
  const Folder folder;
  folder.write(small_world::texts());
  std::filesystem::create_symlink("someone@host.1:2", folder.world() / ".#chain.yaml");
  std::ofstream(folder.world() / "._chain.yaml") << "\x01\x02";
  EXPECT_EQ(message_of(folder.world()), "");
}

TEST(AllProblems, AMomentMayHaveAnExponent) {
  auto texts = small_world::texts();
  replace(texts.at("storm.yaml"), "{from: \"3 h\"", "{from: \"0.3e+1 h\"");
  EXPECT_TRUE(small_world::problems_of(texts).empty());
}

TEST(AllProblems, AMissingScenarioOrOverlaySaysSo) {
  const Folder folder;
  folder.write(small_world::texts());
  EXPECT_THROW(scenarios::read_scenario(folder.path() / "none.yaml"), models::InvalidInput);
  EXPECT_THAT(message_of(folder.world(), {}, {folder.path() / "none.yaml"}),
              HasSubstr("none.yaml: does not exist"));
  EXPECT_THAT(message_of(folder.world(), {}, {folder.path()}), HasSubstr("is a folder"));
}

TEST(AllProblems, ASettingOfTheCommandLineIsBlamedByItsAddress) {
  const Folder folder;
  folder.write(small_world::texts());
  const models::Mark mark{"--set", 0, 0};
  EXPECT_EQ(message_of(folder.world(), {{"takeover.relay", "soon", mark}}),
            "--set: takeover.relay must be a time with its unit, such as \"15 min\", found soon");
  EXPECT_THAT(message_of(folder.world(), {{"takeover.relay", "[1", mark}}),
              HasSubstr("--set: the value of takeover.relay cannot be read: is not valid YAML"));
  EXPECT_EQ(message_of(folder.world(), {{"takover.relay", "1 s", mark}}),
            "--set: unknown address takover.relay: there is no takover, did you mean takeover?");
}

}  // namespace
