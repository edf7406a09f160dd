/// What every document has, whichever command gives it.
#include <gmock/gmock.h>

#include <filesystem>
#include <regex>

#include "models/text/csv_document.hpp"
#include "models/text/utf8.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string unmarked = "Rubricering niet vastgesteld: behandelen als vertrouwelijk";

const std::string exercise = R"(exercise:
  name: "Test"
  source: "Rapport \"x\": 10 % # eigen telling \\ concept"
  rubricering: "Dep. V."
  observed:
    rotterdam: {at: "2026-03-11T10:00", lost_for: "2 h", detect: "30 min", decide: "4 min"}
)";

TEST(Documents, BeginWithTheirMarking) {
  const Scratch scratch;
  write(scratch.file("seen.yaml"), exercise);
  const std::string plan = "plan -q -n 2 --meldkamer limburg --plans pairs " + dutch_world;
  const std::string sweep =
      "sweep -q -n 2 --vary takeover.decide='1 min..3 min/2' '" + tiny_outage + "' ";
  const std::string seen = "exercise -q -n 2 '" + scratch.file("seen.yaml") + "' " + dutch_world;
  for (const std::string& command : {"run -q -n 2 '" + tiny_outage + "' ", sweep, plan, seen}) {
    const std::string text = uitwijk(command + " --lang en").out;
    const json document = json_of(command + " --json");
    const std::string line = document.at("head").at(0);
    EXPECT_THAT(line, testing::StartsWith("Rubricering")) << command;
    EXPECT_THAT(text.substr(0, text.find('\n', text.find('\n') + 1)), HasSubstr(line)) << command;
  }
  EXPECT_EQ(json_of("run -q -n 2 --json '" + tiny_outage + "'").at("head").at(0), unmarked);
  EXPECT_THAT(json_of(seen + " --json").at("rubricering").get<std::string>(), HasSubstr("Dep. V."));
}

TEST(Documents, OfAPlanInCsvAreThoseOfATable) {
  const Ended ended = uitwijk(
      "plan -q -n 3 --meldkamer limburg --plans pairs,national_pool "
      "--format csv --lang en " +
      dutch_world);
  ASSERT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, testing::StartsWith("# Rubricering"));
  const std::string table = ended.out.substr(ended.out.find("\nlost,") + 1);
  models::Problems problems;
  const auto cells = models::parse_csv(table, "plan.csv", problems);
  ASSERT_TRUE(cells && problems.empty());
  EXPECT_GT(cells->size(), 20u);
  const std::regex seven("[1-9][0-9]{6}|[1-9][0-9]*\\.[0-9]{6}|0\\.0*[1-9][0-9]{6}");
  EXPECT_FALSE(std::regex_search(table, seven)) << "six digits are enough";
}

TEST(Documents, OfMeasuresHaveANameEach) {
  const Scratch scratch;
  const std::string result = scratch.file("x.h5");
  succeeds("run -q -n 2 '" + tiny_outage + "' -o '" + result + "'");
  EXPECT_EQ(json_of("describe --measures --json").at("schema"), "uitwijk/measures/1");
  EXPECT_EQ(json_of("compare --measures --json '" + result + "'").at("schema"),
            "uitwijk/measures-compared/1");
}

TEST(Documents, HaveOneShapeForWhatDoesNotExist) {
  const json run = json_of("run -q --json --replication 7 '" + tiny_outage + "'");
  EXPECT_TRUE(run.at("measures").at("attempts").at("ci95").is_null()) << "one is no interval";
  const json& intake = run.at("takeovers").at(0).at("stages").at("intake");
  EXPECT_TRUE(intake.at("after").at(0).at("nobody_yet").at("ci95").is_null());
  EXPECT_TRUE(run.at("takeovers").at(0).at("decide_s").at("p50").at("ci95").is_null());
}

/// A folder whose name is no UTF-8, with the tiny world and a scenario in it.
class OddFolder {
public:
  OddFolder() {
    fs::create_directory(folder_);
    fs::copy(world_file("cli_tiny"), folder_, fs::copy_options::recursive);
  }
  std::string file(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }

private:
  Scratch scratch_;
  fs::path folder_ = scratch_.file("odd\xff");
};

TEST(Documents, AreUtf8WhateverAFileIsCalled) {
  const OddFolder odd;
  const std::string world = odd.file("world"), scenario = odd.file("outage.yaml"),
                    result = odd.file("\xfe.h5");
  succeeds("run -q -n 2 " + scenario + " -o " + result);
  const std::string instead = "\uFFFD";
  for (const std::string& command :
       {"describe --json " + world, "table --json " + result, "table --format csv " + result,
        "table --format md " + result, "compare --json " + result + " " + result,
        "report --audience analist --json " + result}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 0) << command << ended.err;
    EXPECT_EQ(models::as_utf8(ended.out), ended.out) << command;
  }
  EXPECT_THAT(uitwijk("describe --json " + world).out, HasSubstr("odd" + instead));
  EXPECT_THAT(uitwijk("table --json " + result).out, HasSubstr("odd" + instead));
  for (const std::string& command :
       {"describe " + world, "table " + result, "run -q -n 2 --json " + scenario,
        "trace --json --replication 1 " + scenario, "graph --json " + world,
        "check --json " + scenario}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 0) << command << ended.err;
    EXPECT_EQ(models::as_utf8(ended.out), ended.out) << command;
  }
}

TEST(Documents, OfAThreatAreInTheLanguage) {
  const std::string told = uitwijk("describe --threats DR-20 --lang nl").out;
  EXPECT_THAT(told, AllOf(HasSubstr("  herkomst "), HasSubstr("  kwetsbaarheden "),
                          HasSubstr("  waarschijnlijkheid "), HasSubstr("  ontdekking p50, p95 "),
                          Not(HasSubstr("  origin ")), Not(HasSubstr("likelihood "))));
  EXPECT_THAT(uitwijk("describe --threats DR-20 --lang en").out,
              AllOf(HasSubstr("  origin "), HasSubstr("  likelihood ")));
}

TEST(ExerciseCommand, SavesASourceOfAnyText) {
  const Scratch scratch;
  write(scratch.file("seen.yaml"), exercise);
  for (const std::string as : {"observed", "updated"}) {
    const std::string saved = scratch.file(as + ".yaml");
    succeeds("exercise -q -n 2 '" + scratch.file("seen.yaml") + "' " + dutch_world + " --as " + as +
             " --save '" + saved + "'");
    const json told =
        json_of("describe --json " + dutch_world + " takeover.decide --with '" + saved + "'");
    EXPECT_THAT(told.at("parameters").at(0).at("source").get<std::string>(),
                testing::StartsWith("Rapport \"x\": 10 % # eigen telling \\ concept"));
  }
}

TEST(PlanCommand, LosesARoomAtASiteOfAnyName) {
  const Scratch scratch;
  for (const std::string site : {"het \"Posthumalaan\" gebouw", " rand: # \\ ", "Z\u00fcrich's"}) {
    write(scratch.file("site.yaml"),
          json{{"meldkamers", {{"rotterdam", {{"site", site}}}}}}.dump());
    const json plan = json_of("plan --json -q -n 2 --meldkamer rotterdam --plans pairs --with '" +
                              scratch.file("site.yaml") + "' " + dutch_world);
    const json& seen = plan.at("losses").at(0).at("plans").at("pairs").at("measures");
    EXPECT_GT(seen.at("detect_s").at("n_defined"), 0) << site;
  }
}

TEST(RunSave, IsReadWhateverItsFilesAreCalled) {
  const Scratch scratch;
  const std::string odd = scratch.file("two\nlines: # x.yaml"), saved = scratch.file("saved.yaml");
  std::string text = text_of(tiny_outage);
  text.replace(text.find("world: world"), 12,
               "world: " + json(world_file("cli_tiny/world")).dump());
  write(odd, text);
  succeeds("run -q -n 1 '" + odd + "' --set takeover.decide='9 min' --save '" + saved + "'");
  succeeds("check '" + saved + "'");
}

}  // namespace
}  // namespace simulation
