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
#include "tests/simulation/cli/studies.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::string concept_sentence =
    "Criteria: CONCEPT, niet vastgesteld door SMB/BMB. Klassen en risiconiveaus zijn "
    "rekenvoorbeelden; dit rapport stelt geen aanvaardbaarheid vast.";

class CliTable : public OfStudies {};

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
      EXPECT_LE(characters, 120) << line;
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
  EXPECT_THAT(uitwijk("table --format csv '" + files[1] + "'").out, HasSubstr(",2,0,0,2,2,168,"))
      << "n, failed, late return, truncated, capped, hours";
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

TEST_F(CliTable, WhatNobodyHasMarkedSaysSoInItsFileAndOnce) {
  const Scratch scratch;
  const std::string file = scratch.file("unmarked.h5");
  succeeds("run -q -n 2 -o " + file + " " + tiny_outage);
  EXPECT_EQ(results::read_study(file).provenance.rubricering,
            "Rubricering niet vastgesteld: behandelen als vertrouwelijk");
  for (const std::string more : {"", "--coverage ", "--durations "})
    EXPECT_THAT(uitwijk("table --format md " + more + file).out,
                HasSubstr("> Rubricering niet vastgesteld: behandelen als vertrouwelijk"))
        << more;
}

}  // namespace
}  // namespace simulation
