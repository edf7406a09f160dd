/// How `table` and `compare` judge: classes, gate, other criteria, parts of the nation; and their
/// views.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "models/text/csv_document.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"
#include "tests/simulation/cli/studies.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class CliCriteria : public OfStudies {};

TEST_F(CliCriteria, TheGateAsksForConceptCriteriaByName) {
  const Ended refused = uitwijk("table " + all() + "--gate hoog");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--concept-criteria"));
  EXPECT_EQ(uitwijk("table " + all() + "--gate laag --concept-criteria").exit_code, 6);
  EXPECT_EQ(uitwijk("table " + all() + "--gate enorm --concept-criteria").exit_code, 2);
}

TEST_F(CliCriteria, TheGateSaysWhatItCannotJudge) {
  const Ended unjudged =
      uitwijk("table --lang en " + studies().deliberate + " --gate laag --concept-criteria");
  EXPECT_EQ(unjudged.exit_code, 4) << "deliberate: no frequency, no level";
  EXPECT_THAT(unjudged.err, HasSubstr("nothing to judge: laag"));
  EXPECT_THAT(unjudged.err, HasSubstr("not judged: 1 of 1"));
  EXPECT_THAT(uitwijk("table --lang en " + all() + "--gate laag --concept-criteria").err,
              HasSubstr("not judged: 1 of 3"));
}

/// Held against a line of 0.01 a year two decimals say nothing.
TEST_F(CliCriteria, FrequenciesAreWrittenSoThatTheyCanBeHeldAgainstTheLine) {
  const std::string dutch = uitwijk("table --lang nl " + studies().gms).out;
  EXPECT_THAT(dutch, HasSubstr("1 gebeurtenis per jaar met >= 10 "));
  EXPECT_THAT(dutch, HasSubstr("0,01 gebeurtenissen per jaar met >= 1.000 "));
  EXPECT_THAT(dutch, testing::ContainsRegex(R"(F\(>= 1\.000\): 0 \[0; 0,[0-9]+\] \(0,01: )"));
  EXPECT_THAT(dutch, Not(testing::ContainsRegex(R"(0,00[];])")));
}

TEST_F(CliCriteria, OtherCriteriaThatGiveOtherClassesAreSaid) {
  const json table =
      json_of("table --json --against " SOURCE_DIR "/analysis/criteria/streng.yaml " + all());
  EXPECT_EQ(table.at("other_criteria").at("name"), "Streng");
  const json& found = table.at("other_criteria").at("disagreements");
  ASSERT_FALSE(found.empty());
  for (const json& one : found) {
    EXPECT_NE(one.at("classes").at(0), one.at("classes").at(1)) << one;
    const bool deliberate = one.at("row").get<std::string>().starts_with("DR-07");
    EXPECT_EQ(one.at("level").at(0).is_null(), deliberate) << one;
  }
}

TEST_F(CliCriteria, CompareSubtractsWhatItShows) {
  const auto against_strict = [](const std::string& file) {
    return file + " " + file + " --old-criteria " SOURCE_DIR "/analysis/criteria/streng.yaml ";
  };
  const json found = json_of("compare --json " + against_strict(studies().room));
  EXPECT_EQ(found.at("lost_after_s"), json({300, 600}));
  const json& change = found.at("changes").at(0);
  const double before = change.at("before"), after = change.at("after");
  EXPECT_GT(before, after);
  EXPECT_NEAR(change.at("difference").at("value"), after - before, 1e-9);
  EXPECT_THAT(uitwijk("compare --lang en " + against_strict(studies().room)).out,
              testing::AllOf(HasSubstr("before: Criteria: Streng"),
                             HasSubstr("before counts callers lost after 5 min")));
}

TEST_F(CliCriteria, CompareGivesNoLevelWithoutAFrequency) {
  const std::string& file = studies().deliberate;
  EXPECT_EQ(json_of("compare --json " + file + " " + file).at("changes").at(0).at("level"),
            json({nullptr, nullptr}));
}

TEST_F(CliCriteria, InvalidCriteriaAreNamedWithTheirPlace) {
  const Scratch scratch;
  const std::string file = scratch.file("criteria.yaml");
  std::ofstream(file) << "criteria:\n  name: \"X\"\n  status: konsept\n";
  for (const std::string& command : {"check " + file, "table --criteria " + file + " " + all()}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 3) << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr(file + ":3:11: status must be")) << command;
  }
}

TEST_F(CliCriteria, EveryViewHasCsvBelowItsHead) {
  const std::pair<std::string, std::string> views[] = {{"--coverage", "\nvoorziening,bbn,A,"},
                                                       {"--durations", "\nrow,package,"},
                                                       {"--tornado", "\nrow,package,lost,"}};
  const Scratch scratch;
  const std::string run = "run -q -n 3 --threat DR-20 --target rotterdam --at 2026-12-01T14:00 ";
  std::string files;
  for (const std::string more :
       {"", "--duration '1 h'", "--duration '2 h'", "--set callers.redial.probability=0.7"}) {
    const std::string file = scratch.file(std::to_string(files.size()) + ".h5");
    succeeds(run + more + " -o " + file);
    files += file + " ";
  }
  for (const auto& [view, names] : views) {
    const std::string out = uitwijk("table " + files + view + " --format csv").out;
    EXPECT_THAT(out, testing::StartsWith("# ")) << view;
    EXPECT_THAT(out, HasSubstr("Openbare bronnen en aannames")) << view;
    const auto lines = out.find(names);
    ASSERT_NE(lines, out.npos) << view << out;
    EXPECT_GT(std::count(out.begin() + static_cast<std::ptrdiff_t>(lines) + 1, out.end(), '\n'), 1)
        << view << " has lines";
  }
}

TEST_F(CliCriteria, MarkdownHasOneTitleInAHeading) {
  const std::string out = uitwijk("table --lang en --format md " + all()).out;
  EXPECT_THAT(out, HasSubstr("\n### EXTRA LOST CALLERS PER EVENT\n"));
  EXPECT_THAT(out, Not(HasSubstr("first EXTRA")));
}

TEST_F(CliCriteria, CoverageSaysWhatWasSimulatedRecordedOrNotAnalysed) {
  const json coverage = json_of("table --coverage --json " + all());
  EXPECT_EQ(coverage.at("schema"), "uitwijk/coverage/1");
  EXPECT_EQ(coverage.at("simulated_threats"), 3);
  EXPECT_EQ(coverage.at("worlds").at(0).at("as_of"), "2026-02-07");
  std::map<std::string, json> rows;
  for (const json& row : coverage.at("rows"))
    rows[row.at("voorziening")] = row;
  ASSERT_EQ(rows.size(), 8u);
  EXPECT_EQ(rows.at("gms").at("A").at("analysed"), "simulated");
  EXPECT_EQ(rows.at("gms").at("C").at("analysed"), "recorded") << "never simulated";
  EXPECT_EQ(rows.at("spoedrespons").at("A").at("analysed"), "recorded");
  EXPECT_EQ(rows.at("beheerprocessen").at("A").at("analysed"), "not_analysed");
}

TEST_F(CliCriteria, ANormalDayIsI1OnEveryCriterion) {
  const json table = json_of("table --json " + studies().normal);
  const json& row = table.at("conditional").at(0);
  EXPECT_EQ(row.at("classes").at(0).at("share"), 1);
  for (const auto& [criterion, shares] : row.at("classes_by_criterion").items())
    for (std::size_t i = 1; i < 5; ++i)
      EXPECT_EQ(shares.at(i), 0) << criterion;
}

/// A twin that differs by an effect that does nothing: what a threat adds to a normal day is I1
/// too.
TEST_F(CliCriteria, AThreatThatDoesNothingIsI1OnEveryCriterion) {
  const Scratch scratch;
  const std::string scenario = scratch.file("inert.yaml"), result = scratch.file("inert.h5");
  std::ofstream(scenario) << R"(
scenario:
  name: "Inert"
  description: "A threat that does nothing."
  world: )" SOURCE_DIR R"(/models/netherlands
  start: "2026-12-01T08:00"
  end: "2026-12-01T16:00"
threats:
  inert:
    name: "Nothing"
    effects:
      - {from: "4 h", until: "6 h", slower_handling: {at: all, roles: all, factor: 1}}
)";
  const Ended run = uitwijk("run " + scenario + " -n 6 -q -o " + result);
  ASSERT_EQ(run.exit_code, 0) << run.err << run.out;
  const json row = json_of("table --json " + result).at("conditional").at(0);
  EXPECT_EQ(row.at("classes").at(0).at("share"), 1);
  EXPECT_EQ(row.at("lost_callers").at("value"), 0);
}

TEST_F(CliCriteria, OneMeldkamerHasItsOwnCallersAndScaledBounds) {
  const json nation = json_of("table --json " + studies().room);
  const json local = json_of("table --json --meldkamer rotterdam " + studies().room);
  const json& row = local.at("annual").at(0);
  const double share = row.at("share_of_callers");
  EXPECT_GT(share, 0.02);
  EXPECT_LT(share, 0.3);
  EXPECT_NEAR(local.at("line").at(0).at("lost_callers").get<double>(),
              nation.at("line").at(0).at("lost_callers").get<double>() * share, 1e-9);
  const Ended typo = uitwijk("table --meldkamer roterdam " + studies().room);
  EXPECT_EQ(typo.exit_code, 3);
  EXPECT_THAT(typo.err, HasSubstr("did you mean rotterdam?"));
}

TEST_F(CliCriteria, AMeldkamerIsJudgedByTheRecoveryOfItsRegions) {
  const auto row = [](const std::string& meldkamer) {
    return json_of("table --json " + studies().room + " --meldkamer " + meldkamer)
        .at("annual")
        .at(0);
  };
  EXPECT_GT(row("rotterdam").at("recover_s").at("p50").at("value"), 0);
  EXPECT_EQ(row("limburg").at("recover_s").at("p50").at("value"), 0) << "its callers saw nothing";
}

TEST_F(CliCriteria, ARowWithATargetIsJudgedOnTheTouchedPartWithTheNationBesideIt) {
  const json row = json_of("table --json " + studies().room).at("annual").at(0);
  EXPECT_GT(row.at("recover_s").at("p50").at("value"), 0);
  EXPECT_LE(row.at("nation").at("recover_p50").at("value"),
            row.at("recover_s").at("p50").at("value"))
      << "the nation hardly sees a room of 7 % of its callers";
  EXPECT_EQ(row.at("nation").at("classes").size(), 5u);
  EXPECT_TRUE(
      json_of("table --json " + studies().normal).at("conditional").at(0).at("nation").is_null());
}

TEST_F(CliCriteria, ThePastOutageHasNoClass) {
  const Scratch scratch;
  const std::string file = scratch.file("kpn.h5");
  succeeds("run -q " SOURCE_DIR "/scenarios/kpn-2019.yaml -n 2 -o " + file);
  const json row = json_of("table --json " + file).at("conditional").at(0);
  EXPECT_EQ(row.at("role"), "history");
  for (const json& share : row.at("classes"))
    EXPECT_TRUE(share.at("share").is_null());
  EXPECT_THAT(uitwijk("table --lang en " + file).out,
              HasSubstr("a past outage that is replayed has no class"));
}

}  // namespace
}  // namespace simulation
