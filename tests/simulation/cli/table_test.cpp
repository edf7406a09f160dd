/// `table` as a user sees it, and the labels that a result file brings to it.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "models/text/csv_document.hpp"
#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string concept_sentence =
    "Criteria: CONCEPT, niet vastgesteld door SMB/BMB. Klassen en risiconiveaus zijn "
    "rekenvoorbeelden; dit rapport stelt geen aanvaardbaarheid vast.";

/// Result files of small studies, made once.
class Studies {
  Scratch scratch_;  // first: the names below lie in it

public:
  std::string room = scratch_.file("room.h5"), deliberate = scratch_.file("deliberate.h5"),
              gms = scratch_.file("gms.h5"), normal = scratch_.file("normal.h5");

  Studies() {
    run("--threat DR-20 --target rotterdam --duration '1 h' -n 12", room);
    run("--threat DR-07 --duration '2 h' -n 12 --at 2026-12-01T14:00", deliberate);
    run("--threat DR-09 --duration '2 h' -n 12", gms);
    run(SOURCE_DIR "/scenarios/normal-day.yaml -n 6", normal);
  }

private:
  static void run(const std::string& what, const std::string& file) {
    succeeds("run " + what + " -q -o " + file);
  }
};

class CliTable : public testing::Test {
protected:
  /// The program finds the catalogue, the world and the criteria from the root of the tree.
  static void SetUpTestSuite() {
    std::filesystem::current_path(SOURCE_DIR);
    studies_ = std::make_unique<Studies>();
  }
  static void TearDownTestSuite() { studies_.reset(); }
  static const Studies& studies() { return *studies_; }
  static std::string all() {
    return studies().room + " " + studies().deliberate + " " + studies().gms + " ";
  }

private:
  static inline std::unique_ptr<Studies> studies_;
};

TEST_F(CliTable, AnAimedThreatIsInItsResultFile) {
  const results::RowLabels row = results::read_study(studies().room).provenance.row;
  EXPECT_EQ(row.threat, "DR-20");
  EXPECT_EQ(row.target, "rotterdam");
  EXPECT_EQ(row.package, "current");
  EXPECT_EQ(row.onset_rule, "any_hour");
  EXPECT_EQ(row.duration, "1 h");
  EXPECT_EQ(row.role, "event");
  EXPECT_DOUBLE_EQ(row.target_share, 0.1) << "one of ten meldkamers";
}

/// Else two packages of one scenario would be one row of twice as many replications.
TEST_F(CliTable, AScenarioFileIsUnderItsPackageToo) {
  const Scratch scratch;
  const std::string file = scratch.file("planned.h5");
  const std::string run = "run -q " SOURCE_DIR "/scenarios/kpn-2019.yaml -n 2 --measures planned";
  const std::string measures = " --measure-file " SOURCE_DIR "/scenarios/measures.yaml -o ";
  ASSERT_EQ(uitwijk(run + measures + file).exit_code, 0);
  EXPECT_EQ(json_of("table --json " + file).at("conditional").at(0).at("package"), "planned");
}

TEST_F(CliTable, EveryFormatSaysHowOldTheModelIs) {
  const std::string day = " --today 2026-02-17 ";
  EXPECT_THAT(uitwijk("table --lang en " + all() + day).out,
              HasSubstr("the state of affairs of 2026-02-07 (10 days old on 2026-02-17)"));
  EXPECT_THAT(uitwijk("table --lang nl --format csv " + all() + day).out,
              HasSubstr("10 dagen oud op 2026-02-17"));
  const json table = json_of("table --json " + all() + day);
  EXPECT_EQ(table.at("annual").at(0).at("basis").at("model_as_of"), "2026-02-07");
  EXPECT_EQ(table.at("annual").at(0).at("basis").at("model_age_days"), 10);
  EXPECT_THAT(uitwijk("table --lang en " + all() + "--today 2026-02-01").out,
              HasSubstr("the state of affairs of 2026-02-07 (6 days after 2026-02-01)"));
  EXPECT_EQ(uitwijk("table " + all() + "--today yesterday").exit_code, 2);
}

TEST_F(CliTable, PastOutagesStandBesideWhatTheModelMakesOfThem) {
  const json table = json_of("table --json " + all());
  for (const json& one : table.at("history")) {
    const json& model = one.at("model");
    const double count = one.at("count"), low = model.at("range95").at(0),
                 high = model.at("range95").at(1);
    EXPECT_EQ(model.at("holds_count"), low <= count && count <= high) << one;
    EXPECT_GE(model.at("replications"), 100);
  }
}

TEST_F(CliTable, EveryFormatBeginsWithTheStatusOfTheCriteriaAndTheRubricering) {
  for (const std::string format : {"text", "csv", "md", "json"})
    for (const std::string language : {"nl", "en"}) {
      std::string out =
          uitwijk("table " + all() + "--format " + format + " --lang " + language).out;
      // Text breaks long lines.
      for (auto at = out.find("\n  "); format == "text" && at != out.npos; at = out.find("\n  "))
        out.replace(at, 3, " ");
      const auto numbers = std::min(out.find("DR-20"), out.find("\"annual\""));
      ASSERT_NE(numbers, out.npos) << format;
      EXPECT_LT(out.find(concept_sentence), numbers) << format << out.substr(0, 900);
      EXPECT_LT(out.find("niet vergelijkbaar met NRB"), numbers) << format;
      EXPECT_LT(out.find("Openbare bronnen en aannames"), numbers) << format;
      EXPECT_LT(out.find("2026-12-01T14:00"), numbers) << "the onset rule; " << format;
    }
}

TEST_F(CliTable, NeverCallsAnythingAcceptableOrSafe) {
  for (const std::string arguments :
       {"--lang nl", "--lang en", "--format md --lang nl", "--json", "--format csv",
        "--coverage --lang nl", "--against " SOURCE_DIR "/analysis/criteria/streng.yaml"}) {
    std::string out = uitwijk("table " + all() + arguments).out;
    ASSERT_FALSE(out.empty()) << arguments;
    const std::string exempt = "stelt geen aanvaardbaarheid vast";
    for (auto at = out.find(exempt); at != out.npos; at = out.find(exempt))
      out.erase(at, exempt.size());
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    for (const char* word : {"aanvaardba", "veilig ", "veilig.", "acceptab", " safe"})
      EXPECT_THAT(out, Not(HasSubstr(word))) << arguments;
  }
}

TEST_F(CliTable, TextFitsAPage) {
  for (const std::string language : {"nl", "en"}) {
    std::istringstream out(uitwijk("table " + all() + "--lang " + language).out);
    for (std::string line; std::getline(out, line);) {
      const auto characters =
          std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
      EXPECT_LE(characters, 100) << line;
    }
  }
}

TEST_F(CliTable, JsonHasTheSchema) {
  const json table = json_of("table --json " + all());
  EXPECT_EQ(table.at("schema"), "uitwijk/table/3");
  EXPECT_EQ(table.at("criteria").at("status"), "concept");
  EXPECT_EQ(table.at("criteria").at("sha256").get<std::string>().size(), 64u);
  ASSERT_EQ(table.at("annual").size(), 2u);
  ASSERT_EQ(table.at("conditional").size(), 1u);
  for (const char* const part : {"annual", "conditional"})
    for (const json& row : table.at(part)) {
      double sum = 0;
      for (const json& share : row.at("classes"))
        sum += share.at("share").get<double>();
      EXPECT_NEAR(sum, 1, 1e-12);
      EXPECT_EQ(row.at("n"), 12);
      EXPECT_EQ(row.at("lost_percentiles").at("p95").at("method"), "none") << "P95 wants 59";
      EXPECT_TRUE(row.at("tail").at("var").is_null()) << "fewer than 50 points in the tail";
      EXPECT_EQ(row.at("year").is_null(), std::string(part) == "conditional");
    }
  EXPECT_EQ(table.at("totals").at(0).at("threats"), 2);
}

TEST_F(CliTable, CsvHasALineForEveryRowAndTheHeadAsComments) {
  std::istringstream out(uitwijk("table --format csv " + all()).out);
  std::size_t comments = 0, lines = 0, commas = 0;
  for (std::string line; std::getline(out, line);)
    if (line.starts_with("#"))
      ++comments;
    else {
      // Names with a comma stand in quotes.
      bool quoted = false;
      std::size_t here = 0;
      for (const char c : line) {
        quoted = quoted != (c == '"');
        here += c == ',' && !quoted ? 1 : 0;
      }
      commas = lines == 0 ? here : commas;
      EXPECT_EQ(here, commas) << line;
      ++lines;
    }
  EXPECT_GT(comments, 5u);
  EXPECT_EQ(lines, 4u) << "names, and a line for each of three rows";
  EXPECT_GT(commas, 60u);
}

TEST_F(CliTable, AWindowThatWasCutOffIsALowerBoundWhereverItIsShown) {
  const Scratch scratch;
  std::vector<std::string> files;
  for (const std::string duration : {"1 h", "30 d"}) {
    files.push_back(scratch.file("for " + duration + ".h5"));
    const json ran = json_of("run --json --threat DR-29 -n 2 --at 2026-12-01T14:00 --duration '" +
                             duration + "' -o '" + files.back() + "'");
    EXPECT_EQ(ran.at("windows_cut_off"), duration == "1 h" ? 0 : 2);
    EXPECT_EQ(ran.at("truncated") == 2, duration == "30 d");
  }
  const std::string both = "'" + files[0] + "' '" + files[1] + "'";
  const json table = json_of("table --json '" + files[1] + "'");
  const json& capped = table.at(table.at("annual").empty() ? "conditional" : "annual").at(0);
  EXPECT_EQ(capped.at("truncated"), 2);
  EXPECT_EQ(capped.at("capped"), json({{"events", 2}, {"after_s", 604800}}));
  for (const std::string asked : {"", " --durations"})
    for (const std::string language : {"nl", "en"})
      EXPECT_THAT(uitwijk("table " + both + asked + " --lang " + language).out,
                  HasSubstr("afgekapt op 168 uur: ondergrens"));
  EXPECT_THAT(uitwijk("table --format csv '" + files[1] + "'").out, HasSubstr(",2,0,2,2,168,"))
      << "n, failed, truncated, capped, hours";
}

TEST_F(CliTable, RowsOfOtherSettingsAndInputsHaveNamesOfTheirOwn) {
  const Scratch scratch;
  const std::string overlay = scratch.file("roster-2027.yaml"), set = scratch.file("set.h5"),
                    other = scratch.file("other.h5");
  std::ofstream(overlay) << "takeover:\n  decide: {value: \"30 min\", source: assumption, kind: "
                            "assumed, note: \"test\"}\n";
  const std::string asked = "run -q --threat DR-20 --target rotterdam --duration '1 h' -n 12 ";
  succeeds(asked + "--set 'takeover.decide=30 min' -o " + set);
  succeeds(asked + "--with " + overlay + " -o " + other);
  const std::string files = studies().room + " " + studies().room + " " + set + " " + other;
  const json table = json_of("table --json " + files);
  ASSERT_EQ(table.at("annual").size(), 3u) << "the first is there twice and counts once";
  for (const json& row : table.at("annual"))
    EXPECT_EQ(row.at("n"), 12);
  for (const std::string format : {"text", "md", "csv"}) {
    const std::string out = uitwijk("table --format " + format + " " + files).out;
    EXPECT_THAT(out, HasSubstr("takeover.decide=30 min")) << format;
    EXPECT_THAT(out, HasSubstr("roster-2027.yaml")) << format;
  }
}

TEST_F(CliTable, AMeldkamerIsJudgedByTheRecoveryOfItsRegions) {
  const auto row = [](const std::string& meldkamer) {
    return json_of("table --json " + studies().room + " --meldkamer " + meldkamer)
        .at("annual")
        .at(0);
  };
  EXPECT_GT(row("rotterdam").at("recover_s").at("p50").at("value"), 0);
  EXPECT_EQ(row("limburg").at("recover_s").at("p50").at("value"), 0) << "its callers saw nothing";
}

TEST_F(CliTable, ARowWithATargetIsJudgedOnTheTouchedPartWithTheNationBesideIt) {
  const json row = json_of("table --json " + studies().room).at("annual").at(0);
  EXPECT_GT(row.at("recover_s").at("p50").at("value"), 0);
  EXPECT_LE(row.at("nation").at("recover_p50").at("value"),
            row.at("recover_s").at("p50").at("value"))
      << "the nation hardly sees a room of 7 % of its callers";
  EXPECT_EQ(row.at("nation").at("classes").size(), 5u);
  EXPECT_TRUE(
      json_of("table --json " + studies().normal).at("conditional").at(0).at("nation").is_null());
}

/// A fixed onset is a question of its own: no figure of a year, and its time in its name.
TEST_F(CliTable, ARowAimedAtATimeIsInNoAnnualFigure) {
  const Scratch scratch;
  const std::string fixed = scratch.file("fixed.h5");
  succeeds(
      "run -q --threat DR-20 --target rotterdam --duration '1 h' -n 12 --at 2026-12-01T14:00 -o " +
      fixed);
  const std::string both = studies().room + " " + fixed;
  const json alone = json_of("table --json " + studies().room),
             table = json_of("table --lang nl --json " + both);
  ASSERT_EQ(table.at("annual").size(), 1u);
  EXPECT_EQ(table.at("totals"), alone.at("totals"));
  EXPECT_EQ(table.at("conditional").at(0).at("basis").at("no_frequency_because"), "vast begin");
  EXPECT_THAT(uitwijk("table --lang en " + both).out, HasSubstr("--at 2026-12-01T14:00"));
}

TEST_F(CliTable, ThePastOutageHasNoClass) {
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

TEST_F(CliTable, TheRecordStandsBesideWhatIsExpected) {
  const json record = json_of("table --json " + all()).at("record");
  ASSERT_GT(record.size(), 10u);
  for (const json& family : record)
    if (family.at("family") == "telephone_flood") {
      EXPECT_EQ(family.at("seen"), 0);
      EXPECT_NEAR(family.at("none_seen_below_per_year").get<double>(), 0.13, 0.005);
      EXPECT_TRUE(family.at("events_per_year").is_null());
    }
  EXPECT_THAT(uitwijk("table --lang en " + all()).out,
              HasSubstr("none seen in 15 years; < 0.13 a year"));
}

TEST_F(CliTable, CsvHasTheMeanOfARowInWhichNothingVaries) {
  const Scratch scratch;
  const std::string file = scratch.file("one.h5");
  succeeds("run -q --threat DR-09 --duration '1 h' -n 1 --at 2026-12-01T14:00 -o " + file);
  std::istringstream out(uitwijk("table --format csv " + file).out);
  std::string table;
  for (std::string line; std::getline(out, line);)
    if (!line.starts_with("#"))
      table += line + "\n";
  models::Problems problems;
  const auto cells = models::parse_csv(table, "table.csv", problems);
  ASSERT_TRUE(cells && cells->size() == 2);
  std::map<std::string, std::string> row;
  for (std::size_t i = 0; i < cells->front().size(); ++i)
    row[cells->front()[i].text] = cells->back()[i].text;
  EXPECT_NE(row.at("lost"), "");
  EXPECT_EQ(row.at("lost_low") + row.at("lost_high"), "") << "no interval of one value";
}

TEST_F(CliTable, TheSameResultsGiveTheSameBytes) {
  EXPECT_EQ(uitwijk("table --json " + all()).out, uitwijk("table --json " + all()).out);
}

TEST_F(CliTable, ANormalDayIsI1OnEveryCriterion) {
  const json table = json_of("table --json " + studies().normal);
  const json& row = table.at("conditional").at(0);
  EXPECT_EQ(row.at("classes").at(0).at("share"), 1);
  for (const auto& [criterion, shares] : row.at("classes_by_criterion").items())
    for (std::size_t i = 1; i < 5; ++i)
      EXPECT_EQ(shares.at(i), 0) << criterion;
}

/// A twin that differs by an effect that does nothing: what a threat adds to a normal day is I1
/// too.
TEST_F(CliTable, AThreatThatDoesNothingIsI1OnEveryCriterion) {
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

TEST_F(CliTable, TheGateAsksForConceptCriteriaByName) {
  const Ended refused = uitwijk("table " + all() + "--gate hoog");
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--concept-criteria"));
  EXPECT_EQ(uitwijk("table " + all() + "--gate laag --concept-criteria").exit_code, 6);
  EXPECT_EQ(uitwijk("table " + all() + "--gate enorm --concept-criteria").exit_code, 2);
}

TEST_F(CliTable, TheGateSaysWhatItCannotJudge) {
  const Ended unjudged =
      uitwijk("table --lang en " + studies().deliberate + " --gate laag --concept-criteria");
  EXPECT_EQ(unjudged.exit_code, 4) << "deliberate: no frequency, no level";
  EXPECT_THAT(unjudged.err, HasSubstr("nothing to judge: laag"));
  EXPECT_THAT(unjudged.err, HasSubstr("not judged: 1 of 1"));
  EXPECT_THAT(uitwijk("table --lang en " + all() + "--gate laag --concept-criteria").err,
              HasSubstr("not judged: 1 of 3"));
}

/// Held against a line of 0.01 a year two decimals say nothing.
TEST_F(CliTable, FrequenciesAreWrittenSoThatTheyCanBeHeldAgainstTheLine) {
  const std::string dutch = uitwijk("table --lang nl " + studies().gms).out;
  EXPECT_THAT(dutch, HasSubstr("1 gebeurtenis per jaar met >= 10 "));
  EXPECT_THAT(dutch, HasSubstr("0,01 gebeurtenissen per jaar met >= 1.000 "));
  EXPECT_THAT(dutch, testing::ContainsRegex(R"(F\(>= 1\.000\): 0 \[0, 0,0[0-9]+\] \(0,01: )"));
  EXPECT_THAT(dutch, Not(testing::ContainsRegex(R"(0,00[],])")));
}

TEST_F(CliTable, OneMeldkamerHasItsOwnCallersAndScaledBounds) {
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

TEST_F(CliTable, OtherCriteriaThatGiveOtherClassesAreSaid) {
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

TEST_F(CliTable, CompareSubtractsWhatItShows) {
  const std::string both = studies().deliberate + " " + studies().deliberate +
                           " --old-criteria " SOURCE_DIR "/analysis/criteria/streng.yaml ";
  const json found = json_of("compare --json " + both);
  EXPECT_EQ(found.at("lost_after_s"), json({300, 600}));
  const json& change = found.at("changes").at(0);
  const double before = change.at("before"), after = change.at("after");
  EXPECT_GT(before, after);
  EXPECT_NEAR(change.at("difference").at("value"), after - before, 1e-9);
  EXPECT_EQ(change.at("level"), json({nullptr, nullptr})) << "no frequency";
  EXPECT_THAT(uitwijk("compare --lang en " + both).out,
              testing::AllOf(HasSubstr("before: Criteria: Streng"),
                             HasSubstr("before counts callers lost after 5 min")));
}

TEST_F(CliTable, WhatNobodyHasMarkedSaysSoInItsFileAndOnce) {
  const Scratch scratch;
  const std::string file = scratch.file("unmarked.h5");
  succeeds("run -q -n 2 -o " + file + " " + world_file("cli_tiny/outage.yaml"));
  EXPECT_EQ(results::read_study(file).provenance.rubricering,
            "Rubricering niet vastgesteld: behandelen als vertrouwelijk");
  for (const std::string more : {"", "--coverage ", "--durations "})
    EXPECT_THAT(uitwijk("table --format md " + more + file).out,
                HasSubstr("> Rubricering niet vastgesteld: behandelen als vertrouwelijk"))
        << more;
}

TEST_F(CliTable, EveryViewHasCsvBelowItsHead) {
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

TEST_F(CliTable, MarkdownHasOneTitleInAHeading) {
  const std::string out = uitwijk("table --lang en --format md " + all()).out;
  EXPECT_THAT(out, HasSubstr("\n### EXTRA LOST CALLERS PER EVENT\n"));
  EXPECT_THAT(out, Not(HasSubstr("first EXTRA")));
}

TEST_F(CliTable, CoverageSaysWhatWasSimulatedRecordedOrNotAnalysed) {
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

TEST_F(CliTable, InvalidCriteriaAreNamedWithTheirPlace) {
  const Scratch scratch;
  const std::string file = scratch.file("criteria.yaml");
  std::ofstream(file) << "criteria:\n  name: \"X\"\n  status: konsept\n";
  for (const std::string& command : {"check " + file, "table --criteria " + file + " " + all()}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.exit_code, 3) << command;
    EXPECT_THAT(ended.out + ended.err, HasSubstr(file + ":3:11: status must be")) << command;
  }
}

}  // namespace
}  // namespace simulation
