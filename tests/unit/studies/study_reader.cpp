#include "studies/study_reader.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>

#include "models/text/problems.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/campaign/row.hpp"
#include "tests/unit/studies/manifest_example.hpp"

/// What was asked for on a command line, and the command that gives it again.
namespace {

namespace fs = std::filesystem;
using namespace studies;
using manifest_example::small;
using results_example::Folder;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ShellQuoted, LeavesPlainWordsAlone) {
  for (const char* const word :
       {"a", "scenarios/kpn-2019.yaml", "takeover.decide=5", "5%@lost_callers", "a_b:c,d+e"})
    EXPECT_EQ(shell_quoted(word), word);
}

TEST(ShellQuoted, QuotesWhatTheShellReadsOtherwise) {
  EXPECT_EQ(shell_quoted(""), "''");
  EXPECT_EQ(shell_quoted("a b"), "'a b'");
  EXPECT_EQ(shell_quoted("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_quoted("'"), "''\\'''");
  EXPECT_EQ(shell_quoted("$HOME"), "'$HOME'");
  EXPECT_EQ(shell_quoted("~"), "'~'");
}

/// Standard output of a shell command.
std::string shell(const std::string& command) {
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::string out;
  std::array<char, 256> part{};
  while (const auto got = std::fread(part.data(), 1, part.size(), pipe))
    out.append(part.data(), got);
  pclose(pipe);
  return out;
}

TEST(ShellQuoted, IsOneWordToTheShellWhateverIsInIt) {
  for (const char* const word :
       {"",  " ",   "a b",   "it's", "\"", "\\",   "$(id)", "`id`",  "a;b", "a&&b", "a\nb", "*",
        "?", "[a]", "{a,b}", "#x",   "!x", "a\tb", "<a>",   "~root", "é",   "'''",  "-n"})
    EXPECT_EQ(shell("printf '[%s]' " + shell_quoted(word)), "[" + std::string(word) + "]") << word;
}

TEST(WorldReader, IsWrittenInOneOrder) {
  WorldReader asked;
  EXPECT_EQ(asked.canonical(), "");
  asked.plan = "pairs";
  asked.with = {"my numbers.yaml"};
  asked.set = {"b=2 min", "a=1"};
  asked.measure_file = "m.yaml";
  asked.measures = "planned";
  EXPECT_EQ(asked.canonical(),
            " --measures planned --measure-file m.yaml --set 'b=2 min' --set a=1 "
            "--with 'my numbers.yaml' --plan pairs");
}

TEST(WorldReader, SettingsOfTheCatalogueAreNoneOfTheWorld) {
  WorldReader asked;
  asked.set = {"takeover.decide=5 min", "threats.DR-07.duration=4 h", "demand.calls=x=y"};
  const auto world = asked.settings();
  ASSERT_EQ(world.size(), 2u);
  EXPECT_EQ(world[0].address, "takeover.decide");
  EXPECT_EQ(world[0].value, "5 min");
  EXPECT_EQ(world[0].mark.file, "--set takeover.decide=5 min") << "where its problems stand";
  EXPECT_EQ(world[1].value, "x=y");
  const auto threats = asked.threat_settings();
  ASSERT_EQ(threats.size(), 1u);
  EXPECT_EQ(threats[0].address, "threats.DR-07.duration");
}

TEST(WorldReader, APlanComesBehindTheSettingsAndACommandsOwnLast) {
  WorldReader asked;
  asked.set = {"takeover.plan=other"};
  asked.plan = "pairs";
  asked.more = {{"a", "1", {}}};
  const auto settings = asked.settings();
  ASSERT_EQ(settings.size(), 3u);
  EXPECT_EQ(settings[1].address, "takeover.plan");
  EXPECT_EQ(settings[1].value, "pairs");
  EXPECT_EQ(settings[1].mark.file, "--plan pairs");
  EXPECT_EQ(settings[2].address, "a");
}

TEST(WorldReader, WithoutMeasuresTheWorldIsAsItIs) {
  const WorldReader asked;
  EXPECT_FALSE(asked.measure_list());
  EXPECT_EQ(asked.package().name, "current");
  EXPECT_THAT(asked.settings(), IsEmpty());
}

TEST(WorldReader, OverlaysMustBeThere) {
  const Folder folder;
  results_example::put(folder / "a.yaml", "");
  WorldReader asked;
  asked.with = {folder / "a.yaml"};
  EXPECT_THAT(asked.overlays(), ElementsAre(folder / "a.yaml"));
  asked.with.push_back(folder / "b.yaml");
  EXPECT_THROW(asked.overlays(), models::InvalidInput);
}

TEST(WorldReader, APackageOfAListGivesItsSettings) {
  WorldReader asked;
  asked.measures = "planned";
  asked.measure_file = SOURCE_DIR "/scenarios/measures.yaml";
  ASSERT_TRUE(asked.measure_list());
  EXPECT_EQ(asked.package().name, "planned");
  asked.set = {"takeover.decide=5 min"};
  const auto settings = asked.settings();
  EXPECT_EQ(settings.back().address, "takeover.decide") << "the command line's come last";
  asked.measures = "plannd";
  EXPECT_THROW(asked.package(), models::InvalidInput);
  asked.measure_file = "no-such-file.yaml";
  EXPECT_THROW(asked.package(), models::InvalidInput);
}

TEST(ThreatReader, IsWrittenAsOnACommandLine) {
  ThreatReader asked;
  EXPECT_EQ(asked.canonical(), "");
  asked.threat = "DR-07";
  EXPECT_EQ(asked.canonical(), "--threat DR-07");
  asked.aim = {"rotterdam", "2026-12-01T14:00", "4 h"};
  asked.world = "w";
  asked.catalogue = "c.yaml";
  EXPECT_EQ(asked.canonical(),
            "--threat DR-07 --target rotterdam --at 2026-12-01T14:00 "
            "--duration '4 h' --world w --catalogue c.yaml");
}

TEST(YearReader, IsWrittenAsOnACommandLine) {
  YearReader asked;
  asked.year = true;
  EXPECT_EQ(asked.canonical(), "--year");
  asked.no_failures = true;
  asked.criteria = "my criteria.yaml";
  EXPECT_EQ(asked.canonical(), "--year --no-failures --criteria 'my criteria.yaml'");
}

TEST(StudyReader, ItsSubjectIsAFileAThreatOrAYear) {
  StudyReader asked;
  asked.scenario = "my scenario.yaml";
  EXPECT_EQ(asked.asked().subject(), "'my scenario.yaml'");
  asked.threat.threat = "DR-07";
  EXPECT_EQ(asked.asked().subject(), "'my scenario.yaml' --threat DR-07") << "over the scenario";
  asked.scenario = "";
  EXPECT_EQ(asked.asked().subject(), "--threat DR-07");
  asked.threat.threat = "";
  asked.year.year = true;
  EXPECT_EQ(asked.asked().subject(), "--year");
  asked.threat.world = "w";
  EXPECT_EQ(asked.asked().subject(), "--year --world w");
}

TEST(StudyReader, AReplicationIsGivenAgainByItsCommand) {
  StudyReader asked;
  asked.scenario = "a.yaml";
  asked.seed = 7;
  asked.world.set = {"a.b=1 min"};
  EXPECT_EQ(asked.reproduce(17), "uitwijk run a.yaml --seed 7 --replication 17 --set 'a.b=1 min'");
}

TEST(StudyReader, SettingsOfTheCatalogueNeedAThreat) {
  StudyReader asked;
  asked.scenario = SOURCE_DIR "/tests/worlds/cli_tiny/calm.yaml";
  asked.world.set = {"threats.DR-07.duration=4 h"};
  try {
    asked.read();
    FAIL() << "was read";
  } catch (const models::InvalidInput& invalid) {
    EXPECT_THAT(invalid.what(), HasSubstr("--set threats.DR-07.duration=4 h"));
    EXPECT_THAT(invalid.what(), HasSubstr("changes the catalogue"));
  }
}

/// The option stands in place of what the catalogue has, and of what was set there.
TEST(StudyReader, ASettingOfWhatAnOptionSaysIsRefused) {
  const std::string tiny = SOURCE_DIR "/tests/worlds/cli_tiny/";
  StudyReader asked;
  asked.threat.catalogue = tiny + "threats.yaml";
  asked.threat.world = tiny + "world";
  asked.threat.threat = "TT-01@zuid";
  const auto refused = [&](const std::string& setting) -> std::string {
    asked.world.set = {setting};
    try {
      asked.read();
    } catch (const models::InvalidInput& invalid) {
      return invalid.what();
    }
    return "";
  };
  EXPECT_EQ(refused("threats.TT-01.duration=4 h"), "");
  EXPECT_THAT(
      refused("threats.TT-01.target=noord"),
      HasSubstr("--set threats.TT-01.target=noord: does nothing beside --threat TT-01@zuid"));
  asked.threat.aim.duration = "2 h";
  EXPECT_THAT(refused("threats.TT-01.duration=4 h"),
              HasSubstr("--set threats.TT-01.duration=4 h: does nothing beside --duration 2 h"));
  EXPECT_EQ(refused("threats.TT-02.duration=4 h"), "") << "of another threat";
}

TEST(StudyReader, ReadsAScenarioWithItsSettings) {
  StudyReader asked;
  asked.scenario = SOURCE_DIR "/tests/worlds/cli_tiny/calm.yaml";
  const auto plain = asked.read();
  EXPECT_EQ(plain.scenario.name, "A calm day");
  EXPECT_EQ(plain.package, "current");
  asked.world.set = {"demand.calls=7200 calls/h"};
  EXPECT_DOUBLE_EQ(asked.read().model.world.demand.calls_per_s, 2);
  asked.world.set = {"demand.cals=7200 calls/h"};
  EXPECT_THROW(asked.read(), models::InvalidInput);
  asked.scenario = "no-such-file.yaml";
  EXPECT_THROW(asked.read(), models::InvalidInput);
}

TEST(StudyReader, WhatIsSavedIsReadAgain) {
  const Folder folder;
  StudyReader asked;
  asked.scenario = SOURCE_DIR "/tests/worlds/cli_tiny/outage.yaml";
  asked.world.set = {"demand.calls=3600 calls/h"};
  asked.save = folder / "saved.yaml";
  const auto first = asked.read();
  StudyReader again;
  again.scenario = asked.save;
  const auto second = again.read();
  EXPECT_EQ(second.model.world.demand.calls_per_s, first.model.world.demand.calls_per_s);
  EXPECT_EQ(second.scenario.window.end_s, first.scenario.window.end_s);
  EXPECT_EQ(second.scenario.name, first.scenario.name);
  EXPECT_ANY_THROW(asked.read()) << "it writes over nothing";
}

TEST(CampaignCommand, IsThatOfTheRowOnItsOwn) {
  Manifest manifest = small();
  manifest.seed = 7;
  EXPECT_EQ(asked_of(manifest, manifest.rows[1].row).command(),
            "uitwijk run scenarios/kpn-2019.yaml -n 5 --seed 7 --set 'takeover.decide=5 min' "
            "--set 'demand.calls=90 calls/h'");
  manifest.precision = parse_precision("5%@lost_callers");
  const std::string command = asked_of(manifest, manifest.rows[0].row).command();
  EXPECT_THAT(command, HasSubstr("uitwijk run --threat DR-07 --target rotterdam --at "
                                 "2026-12-01T14:00 --duration '8 h' --world models/netherlands"));
  EXPECT_THAT(command, HasSubstr(" -n 5 --seed 7 --precision 5%@lost_callers "));
  EXPECT_THAT(command, HasSubstr(" --measures planned --measure-file scenarios/measures.yaml "));
  EXPECT_THAT(command, HasSubstr(" --set 'takeover.verify=1 min' --plan pairs"));
}

TEST(WorldReader, SettingsOfAScenariosOwnThreatsAreThoseWithIds) {
  WorldReader asked;
  asked.set = {"threats.DR-07.duration=4 h", "threats.outage.effects.1.for=1 h"};
  EXPECT_THAT(asked.settings(), IsEmpty());
  ASSERT_EQ(asked.scenario_settings().size(), 1u);
  EXPECT_EQ(asked.scenario_settings()[0].address, "threats.outage.effects.1.for");
  EXPECT_EQ(asked.threat_settings().size(), 2u) << "without a scenario, the catalogue judges both";
  ASSERT_EQ(asked.threat_settings(true).size(), 1u);
  EXPECT_EQ(asked.threat_settings(true)[0].address, "threats.DR-07.duration");
}

TEST(StudyReader, AThreatOverAScenarioIsAskedForByBoth) {
  StudyReader asked;
  asked.scenario = "scenarios/new-year.yaml";
  asked.threat.threat = "DR-09@amsterdam,DR-12+30min";
  EXPECT_EQ(asked.asked().subject(),
            "scenarios/new-year.yaml --threat DR-09@amsterdam,DR-12+30min");
}

TEST(CheckProgram, WantsTheOneThatPlanned) {
  EXPECT_NO_THROW(check_program(small(), "c"));
  for (std::string Manifest::*const field : {&Manifest::version, &Manifest::commit}) {
    Manifest other = small();
    other.*field = "another";
    try {
      check_program(other, "c");
      FAIL() << "was taken";
    } catch (const models::InvalidInput& invalid) {
      EXPECT_THAT(invalid.what(), HasSubstr("c/manifest.json"));
      EXPECT_THAT(invalid.what(), HasSubstr("whose numbers may be others"));
    }
  }
}

scenarios::Campaign campaign() {
  scenarios::Campaign out;
  out.name = "Two";
  out.world = "w";
  out.replications = 40;
  out.seed = 3;
  out.settings = {{"a.b", "1 min", {"c.yaml", 4, 2}}};
  out.inputs = {{"c.yaml", "text", "ab"}};
  scenarios::PlannedRow row;
  row.scenario = "x.yaml";
  row.mark = {"c.yaml", 9, 3};
  out.rows = {row};
  return out;
}

TEST(ManifestOf, IsWhatTheCampaignAsksFor) {
  const Manifest made = manifest_of(campaign());
  EXPECT_EQ(made.name, "Two");
  EXPECT_EQ(made.world, "w");
  EXPECT_EQ(made.replications, 40u);
  EXPECT_EQ(made.seed, 3u);
  EXPECT_THAT(made.set, ElementsAre("a.b=1 min"));
  EXPECT_THAT(made.inputs, ElementsAre(ManifestInput{"c.yaml", "ab"}));
  ASSERT_EQ(made.rows.size(), 1u);
  EXPECT_EQ(made.rows[0].command, "uitwijk run x.yaml -n 40 --seed 3 --set 'a.b=1 min'");
  EXPECT_EQ(made.folder, fs::current_path().string());
  EXPECT_FALSE(made.precision);
  EXPECT_THAT(made.tasks, IsEmpty());
}

TEST(ManifestOf, TheCommandLineGoesBeforeTheFile) {
  scenarios::Campaign file = campaign();
  file.precision = {{"5%@lost_callers", {}}};
  EXPECT_EQ(manifest_of(file).precision->text, "5%@lost_callers");
  const Manifest made = manifest_of(file, "20%@lost_callers", 90);
  EXPECT_EQ(made.precision->text, "20%@lost_callers");
  EXPECT_EQ(made.replications, 90u);
  EXPECT_THAT(made.rows[0].command, HasSubstr("-n 90 --seed 3 --precision 20%@lost_callers"));
}

TEST(ThrowProblems, PutsEachAtItsPlaceInTheCampaignOnce) {
  try {
    throw_problems(campaign(), {{{{"--set a.b=1 min", 1, 1}, "must be a share"},
                                 {{"--set a.b=1 min", 1, 1}, "must be a share"},
                                 {{"x.yaml", 2, 1}, "unknown key"},
                                 {{"--plan p", 0, 0}, "no such plan"}}});
    FAIL() << "nothing was wrong";
  } catch (const models::InvalidInput& invalid) {
    std::vector<std::string> said;
    for (const auto& problem : invalid.problems())
      said.push_back(models::to_string(problem));
    EXPECT_THAT(said, testing::UnorderedElementsAre(
                          "c.yaml:4:2: must be a share", "x.yaml:2:1: unknown key",
                          testing::AllOf(testing::StartsWith("c.yaml:9:3: row "),
                                         HasSubstr("--plan p: no such plan"))));
  }
  EXPECT_NO_THROW(throw_problems(campaign(), {{}}));
}

}  // namespace
