/// What the program says and returns when it is asked the wrong thing, or for help.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// Those that the help of a command lists under it, and theirs; "" is the program itself.
std::vector<std::string> with_subcommands(const std::string& command) {
  std::vector<std::string> out{command};
  std::istringstream lines(uitwijk(command + " --help").out);
  bool listed = false;
  for (std::string line; std::getline(lines, line);) {
    listed = line == "Subcommands:" || (listed && !line.empty());
    std::istringstream words(line);
    std::string name;
    if (listed && line.starts_with("  ") && line.at(2) != ' ' && words >> name)
      for (const std::string& below :
           with_subcommands(command.empty() ? name : command + " " + name))
        out.push_back(below);
  }
  return out;
}

const std::vector<std::string>& every_command() {
  static const std::vector<std::string> all = with_subcommands("");
  return all;
}

TEST(CliUsage, TheHelpListsEveryCommand) {
  EXPECT_THAT(
      every_command(),
      testing::UnorderedElementsAre(
          "", "check", "new", "run", "trace", "describe", "explain", "schema", "graph", "plan",
          "optimise", "sweep", "branch", "tornado", "exercise", "table", "register", "compare",
          "report", "serve", "doctor", "completion", "man", "campaign", "campaign plan",
          "campaign run", "campaign status", "campaign merge", "campaign submit"));
}

TEST(CliUsage, HelpOfEveryCommandBeginsWithExamplesAndSucceeds) {
  for (const std::string& command : every_command()) {
    const Ended help = uitwijk(command + " --help");
    EXPECT_EQ(help.exit_code, 0) << command;
    EXPECT_LT(help.out.find("Examples:"), help.out.find("Usage: uitwijk")) << command;
    EXPECT_THAT(help.out, HasSubstr("Exit codes:")) << command;
    EXPECT_THAT(help.err, IsEmpty()) << command;
  }
}

TEST(CliUsage, HelpFitsOnAHundredColumns) {
  for (const std::string& command : every_command()) {
    std::istringstream lines(uitwijk(command + " --help").out);
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(line.size(), 100u) << line;
  }
}

TEST(CliUsage, AnUnknownOptionIsWrongUsageAndTellsWhereHelpIs) {
  for (const std::string& command : every_command()) {
    const Ended wrong = uitwijk(command + " --halp");
    EXPECT_EQ(wrong.exit_code, 2) << command;
    EXPECT_THAT(wrong.out, IsEmpty()) << command;
    EXPECT_THAT(wrong.err, HasSubstr("--help")) << command;
    EXPECT_THAT(wrong.err, HasSubstr("did you mean '--help'?")) << command;
  }
}

TEST(CliUsage, VersionNamesTheCommit) {
  const Ended version = uitwijk("--version");
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_THAT(version.out, testing::MatchesRegex("uitwijk [0-9.]+ \\([-0-9a-z]+\\)\n"));
}

TEST(CliUsage, WithoutACommandTheHelpIsTalk) {
  const Ended nothing = uitwijk("");
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.out, IsEmpty());
  EXPECT_THAT(nothing.err, HasSubstr("Examples:"));
}

TEST(CliUsage, TyposGetASuggestion) {
  const Ended command = uitwijk("rnu x.yaml");
  EXPECT_EQ(command.exit_code, 2);
  EXPECT_THAT(command.err, HasSubstr("did you mean 'run'?"));
  const Ended option = uitwijk("run x.yaml --replicatons 5");
  EXPECT_EQ(option.exit_code, 2);
  EXPECT_THAT(option.err, HasSubstr("did you mean '--replications'?"));
  const Ended measure = uitwijk("run x.yaml --precision 0.1@lost_calers");
  EXPECT_EQ(measure.exit_code, 2);
  EXPECT_THAT(measure.err, HasSubstr("did you mean 'lost_callers'?"));
  for (const auto& [typed, meant] :
       {std::pair{"serve --prot 1", "--port"}, std::pair{"serve --at-onec 1", "--at-once"},
        std::pair{"report x.h5 --audienc analist", "--audience"}}) {
    const Ended wrong = uitwijk(typed);
    EXPECT_EQ(wrong.exit_code, 2) << typed;
    EXPECT_THAT(wrong.err, HasSubstr(meant)) << typed;
  }
}

TEST(CliUsage, WhatCannotBeMeantIsWrongUsage) {
  for (const char* const arguments : {"run",
                                      "run x.yaml -n 0",
                                      "run x.yaml -n many",
                                      "run x.yaml -j -1",
                                      "run x.yaml -n 99999999999999999999",
                                      "run x.yaml --seed 99999999999999999999",
                                      "trace x.yaml --replication 99999999999999999999",
                                      "campaign run x -j 99999",
                                      "run x.yaml --set here",
                                      "run x.yaml --precision lost_callers",
                                      "run x.yaml --precision 0@lost_callers",
                                      "run x.yaml --lang fr",
                                      "run x.yaml -n 5 --replication 3",
                                      "check",
                                      "run x.yaml y.yaml",
                                      "serve --port 70000",
                                      "serve --at-once 0",
                                      "serve --limit soon",
                                      "report",
                                      "report x.h5 -o x.html --audience everybody"}) {
    const Ended ended = uitwijk(arguments);
    EXPECT_EQ(ended.exit_code, 2) << arguments;
    EXPECT_THAT(ended.err, StartsWith("uitwijk: ")) << arguments;
    EXPECT_THAT(ended.out, IsEmpty()) << arguments;
  }
}

TEST(CliUsage, AFileThatIsNotThereIsInvalidInput) {
  const Ended run = uitwijk("run nowhere.yaml");
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("nowhere.yaml: no such file"));
  EXPECT_EQ(uitwijk("trace nowhere.yaml").exit_code, 3);
}

TEST(CliCheck, ProblemsAreDataWithTheirPlaces) {
  const Scratch scratch;
  const std::string file = scratch.file("wrong.yaml");
  std::ofstream(file) << "scenario:\n  name: Wrong\n  description: x\n  world: "
                      << world_file("cli_tiny/world") << "\n  start: tomorrow\n  end: \"5 h\"\n";
  const Ended text = uitwijk("check " + file);
  EXPECT_EQ(text.exit_code, 3);
  EXPECT_THAT(text.out, HasSubstr(file + ":5:10: "));
  EXPECT_THAT(text.err, HasSubstr("1 problem\n"));

  const nlohmann::json document = json_of("check --json " + file);
  EXPECT_EQ(document.at("schema"), "uitwijk/check/1");
  const nlohmann::json& problem = document.at("problems").at(0);
  EXPECT_EQ(problem.at("file"), file);
  EXPECT_EQ(problem.at("line"), 5);
  EXPECT_EQ(problem.at("column"), 10);
  EXPECT_FALSE(problem.at("message").get<std::string>().empty());
}

TEST(CliCheck, AWorldItsPartsAndItsScenariosAreRight) {
  const Ended ended = uitwijk("check " + world_file("cli_tiny/world") + " " +
                              world_file("cli_tiny/world/world.yaml") + " " + tiny_outage);
  EXPECT_EQ(ended.exit_code, 0) << ended.out;
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_THAT(uitwijk("check -q " + world_file("cli_tiny/world")).err, IsEmpty());
}

TEST(CliCheck, AProblemOfAWorldIsSaidOnceForAllItsScenarios) {
  const std::string both = tiny_outage + " " + tiny_calm;
  const Ended ended = uitwijk("check --set meldkamers.noord.roster.call_taker=few " + both);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_THAT(ended.err, HasSubstr("2 checked, 1 problem\n")) << ended.out;
}

TEST(CliDescribe, ListsEveryNumberWithItsSource) {
  const nlohmann::json all = json_of("describe --json " + world_file("cli_tiny/world"));
  EXPECT_EQ(all.at("schema"), "uitwijk/describe/1");
  EXPECT_EQ(all.at("parameters").size(), all.at("parameters_in_all"));

  const nlohmann::json calls =
      json_of("describe --json " + world_file("cli_tiny/world") + " demand.calls");
  ASSERT_EQ(calls.at("parameters").size(), 1u);
  const nlohmann::json& parameter = calls.at("parameters").at(0);
  EXPECT_EQ(parameter.at("address"), "demand.calls");
  EXPECT_EQ(parameter.at("value"), "60 calls/h");
  EXPECT_NEAR(parameter.at("si_value").get<double>(), 60.0 / 3600, 1e-12);
  EXPECT_EQ(parameter.at("kind"), "measured");
  EXPECT_EQ(parameter.at("source"), "a count");
}

TEST(CliDescribe, CountsTheKinds) {
  const Ended ended = uitwijk("describe --kind measured " + world_file("cli_tiny/world"));
  EXPECT_EQ(ended.exit_code, 0);
  EXPECT_THAT(ended.out, HasSubstr("demand.calls"));
  EXPECT_THAT(ended.out, testing::ContainsRegex("\n1 of [0-9]+ parameters: 1 measured\n"));
}

TEST(CliDescribe, FindsTheDutchWorldFromTheTree) {
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(SOURCE_DIR);
  const Ended ended = uitwijk("describe takeover.decide");
  std::filesystem::current_path(before);
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("\ntakeover.decide"));
}

}  // namespace
}  // namespace simulation
