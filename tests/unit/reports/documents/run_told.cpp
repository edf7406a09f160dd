// What a run says: the head, and each grid made of a summary.
#include "reports/documents/result_text.hpp"

#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using told::texts;

/// Every measure of the part, each with a mean of its own.
analysis::Lines lines(unsigned part, bool twin) {
  analysis::Lines out;
  double mean = 10;
  for (const analysis::Measure& measure : analysis::measures_of(part)) {
    analysis::Line& line = out.emplace_back();
    line.name = measure.name, line.unit = measure.unit;
    line.disturbed = told::estimate(measure.unit == analysis::Unit::share ? 0.5 : mean, 0.1);
    if (twin) {
      line.twin = told::estimate(measure.unit == analysis::Unit::share ? 0.4 : mean - 3, 0.1);
      line.difference = told::estimate(measure.unit == analysis::Unit::share ? 0.1 : 3, 0.1);
    }
    mean += 1;
  }
  return out;
}

analysis::Summary summary(bool twin = true) {
  const models::World& world = told::tiny().world;
  analysis::Summary out;
  out.replications = 50;
  out.has_twin = twin;
  out.world = lines(analysis::of::world, twin);
  for (const models::Centre& centre : world.centres)
    out.centres.push_back({centre.id, true, lines(analysis::of::centre, twin)});
  for (const models::Discipline& discipline : world.disciplines)
    out.disciplines.push_back(
        {discipline.id, discipline.modelled, lines(analysis::of::discipline, twin)});
  for (const models::Stage& stage : world.stages)
    out.stages.push_back({stage.id, {}, lines(analysis::of::stage, twin)});
  return out;
}

analysis::TakeoverSummary takeover() {
  analysis::TakeoverSummary out;
  out.centre = "noord";
  out.episodes = 50;
  out.lost = analysis::proportion(50, 50);
  out.first_switch_fails = analysis::proportion(9, 45);
  out.partners = {{"zuid", 40}};
  using analysis::Bound;
  const Bound two{Bound::Is::at, 120}, five{Bound::Is::at, 300}, late{Bound::Is::later_than, 3600};
  out.decide = {50, 50, {two, two, five}, {}};
  out.back = {40, 3, {late, late, late}, {}};
  analysis::StageLosses intake{"intake", 50, {}};
  for (const double by_s : analysis::losses_told_s) {
    const auto share = [](double value) {
      return analysis::Interval{value, value - 0.1, value + 0.1,
                                analysis::Method::effective_jeffreys};
    };
    intake.after.push_back({by_s, {share(0.62), share(0.08)}, share(0.3)});
  }
  intake.after.back().came.front() = {};  // the data end before the hour
  out.stages = {intake};
  return out;
}

analysis::RunReport report() {
  analysis::RunReport out;
  results::Provenance& from = out.study.provenance;
  from.scenario_name = "Uitval van Noord";
  from.world_name = "Tiny";
  from.start_local = "2026-12-01T00:00:00";
  from.rubricering = "Openbare bronnen";
  from.seed = 7, from.parameters = 1, from.parameters_assumed = 1;
  return out;
}

Document document(const analysis::Summary& of, Language language = Language::english,
                  const std::vector<std::string>& notes = {}) {
  return run_document(report(), of, told::tiny().world, notes, language);
}

std::string text(const analysis::Summary& of, Language language = Language::english) {
  return told::printed([&](std::ostream& out) {
    print_result(out, report(), of, told::tiny().world, {}, language);
  });
}

TEST(RunTold, HasNoGridThatWasNotAnnouncedBeforehand) {
  analysis::Summary all = summary();
  all.takeovers = {takeover()};
  const Document told = document(all);
  told::expect_whole(told);
  EXPECT_THAT(told::grid_names(told), testing::IsSubsetOf(run_grids()));
  EXPECT_THAT(told::grid_names(told), ElementsAre("national", "meldkamers", "disciplines", "stages",
                                                  "takeovers", "clocks"));
}

TEST(RunTold, NeverIsToldWithWhatWasRecorded) {
  analysis::Summary of = summary();
  of.takeovers = {takeover()};
  const auto notes = [&] { return told::grid(document(of), "clocks").notes; };
  EXPECT_EQ(notes().size(), 1u) << "nothing was never";
  of.takeovers[0].no_partner_left = 1;
  EXPECT_THAT(notes().back(),
              HasSubstr("no partner was left, up to the repair or the end (1 episode)"));
  of.takeovers[0].no_partner_left = 0, of.takeovers[0].barred = 3;
  ASSERT_EQ(notes().size(), 2u);
  EXPECT_THAT(notes().back(),
              HasSubstr("nobody might take over, up to the repair or the end (3 episodes)"));
}

/// One truth in the table of the nation and in those of its parts.
TEST(RunTold, WhatNeverCameIsNeverForADisciplineToo) {
  analysis::Summary of = summary();
  for (analysis::Line& line : of.disciplines.front().lines)
    if (line.name == "answer_delay_p90_s") {
      line.disturbed = {};
      line.disturbed.n_infinite = 50;
    }
  const Grid grid = told::grid(document(of), "disciplines");
  EXPECT_EQ(grid.rows.front()[4].text, "never");
  EXPECT_NE(grid.rows.front()[5].text, "never");
}

TEST(RunTold, LowerBoundsAndALateReturnAreTwoThings) {
  analysis::Summary of = summary();
  of.late_return = 37;
  EXPECT_THAT(text(of), HasSubstr("37 replications ended before the calls were home again"));
  EXPECT_THAT(text(of), testing::Not(HasSubstr("lower bounds.")));
  of.truncated = 2;
  EXPECT_THAT(text(of), HasSubstr("2 replications were cut off by the end of the window"));
}

TEST(RunTold, HeadHasMarkingBeforeAnyNumberAndPlurals) {
  const auto head = document(summary(), Language::english, {"Onset fixed at noon"}).head;
  EXPECT_THAT(head, ElementsAre("Rubricering: Openbare bronnen",
                                "Tiny, from 2026-12-01T00:00:00; 50 replications, seed 7",
                                "Stands on 1 parameter, 1 of them assumed", "Onset fixed at noon",
                                StartsWith("Per replication: mean")));
  analysis::Summary one = summary();
  one.replications = 1;
  EXPECT_THAT(document(one).head.at(1), HasSubstr("; 1 replication, "));
  EXPECT_THAT(document(one, Language::dutch).head.at(1), HasSubstr("; 1 replicatie, "));
}

TEST(RunTold, NationalMeasuresStandUnderTheirHeadings) {
  const Grid national = told::grid(document(summary()), "national");
  std::vector<std::string> groups;
  std::size_t rows = 0;
  for (const GridRow& row : national.rows)
    if (row.is == GridRow::Is::group)
      groups.push_back(row.front().text);
    else
      ++rows;
  EXPECT_THAT(groups, ElementsAre("Callers", "Attempts and calls", "Answering", "Help"));
  EXPECT_EQ(rows, analysis::measures_shown(analysis::shown::table).size());
  EXPECT_THAT(national.headings,
              ElementsAre("NATIONAL", "this scenario", "without threats", "difference"));
}

TEST(RunTold, EveryMeasureOfTheTableIsInTheLanguageAsked) {
  std::set<std::string> english, dutch;
  for (const GridRow& row : told::grid(document(summary()), "national").rows)
    english.insert(row.front().text);
  for (const GridRow& row : told::grid(document(summary(), Language::dutch), "national").rows)
    dutch.insert(row.front().text);
  EXPECT_EQ(english.size(), dutch.size());
  EXPECT_TRUE(english.contains("  lost callers"));
  EXPECT_TRUE(dutch.contains("  verloren bellers"));
}

TEST(RunTold, WithoutATwinNothingIsCompared) {
  const Document alone = document(summary(false));
  EXPECT_EQ(told::grid(alone, "national").headings.size(), 2U);
  for (const GridRow& row : told::grid(alone, "meldkamers").rows)
    EXPECT_EQ(row[2].text, "");
}

TEST(RunTold, AMeasureThatExistsInNoReplicationIsLeftOut) {
  analysis::Summary none = summary();
  const std::size_t before = told::grid(document(none), "national").rows.size();
  for (analysis::Line& line : none.world)
    if (line.name == "recover_s") {
      line.disturbed = {};
      line.twin = analysis::Estimate();
    }
  EXPECT_EQ(told::grid(document(none), "national").rows.size(), before - 1);
}

TEST(RunTold, ADisciplineThatIsNotModelledIsNeverZero) {
  const Grid disciplines = told::grid(document(summary()), "disciplines");
  ASSERT_EQ(disciplines.rows.size(), 2U);
  EXPECT_THAT(texts(disciplines.rows[1]), ElementsAre("KMar", "not modelled", "–", "–", "–", "–"));
}

TEST(RunTold, OtherUsersStandUnderTheDisciplineThatAnswersForThem) {
  models::World world = told::tiny().world;
  for (models::Discipline& one : world.disciplines)
    if (one.id == "politie")
      one.medegebruikers = {"KNRM", "Boa's"};
  const Document told = run_document(report(), summary(), world, {}, Language::english);
  const Grid& grid = told::grid(told, "disciplines");
  ASSERT_EQ(grid.rows.size(), 3U);
  EXPECT_EQ(grid.rows[1].is, GridRow::Is::remark);
  EXPECT_EQ(grid.rows[1].front().text, "    medegebruikers: KNRM, Boa's");
}

TEST(RunTold, ATakeoverSaysWhatBecameOfAllLosses) {
  analysis::Summary lost = summary();
  lost.takeovers = {takeover()};
  const Grid takeovers = told::grid(document(lost), "takeovers");
  EXPECT_THAT(takeovers.headings,
              ElementsAre("TAKEOVERS", "after 10 min", "after 30 min", "after 60 min"));
  ASSERT_EQ(takeovers.rows.size(), 3U);
  EXPECT_EQ(takeovers.rows[0].front().text,
            "Groningen: lost a function in 100 % of the replications")
      << "its city";
  EXPECT_EQ(takeovers.rows[1][1].text, "62 [52, 72] / 8 / 30");
  EXPECT_THAT(takeovers.rows[1][1].numbers, ElementsAre(0.62, 0.52, 0.72));
  EXPECT_EQ(takeovers.rows[1][3].text, "–");
  EXPECT_EQ(takeovers.rows[2].front().text,
            "  the first switch failed in 20 % [10, 33] of 45; calls sent to Zuid in 40 of 50");
  EXPECT_THAT(takeovers.notes, ElementsAre(HasSubstr("somebody on duty there")));
}

TEST(RunTold, ClocksAreMediansOrLaterThanTheData) {
  analysis::Summary lost = summary();
  lost.takeovers = {takeover()};
  const Grid clocks = told::grid(document(lost), "clocks");
  EXPECT_THAT(texts(clocks.rows.at(0)), ElementsAre("Groningen", "–", "2.0 min [2.0, 5.0]", "–",
                                                    "> 60.0 min [> 60.0, > 60.0]"));
  EXPECT_THAT(clocks.notes, ElementsAre(HasSubstr("Median")));
  lost.takeovers.front().episodes = 0;
  EXPECT_THAT(told::grid_names(document(lost)), Not(Contains("clocks"))) << "nobody was alarmed";
}

TEST(RunTold, TextSaysThatNoRoomLostAnything) {
  analysis::Summary none = summary();
  for (analysis::Line& line : none.world)
    if (line.name == "taken_over_calls")
      line.disturbed = told::estimate(0, 0);
  EXPECT_THAT(text(none), HasSubstr("TAKEOVERS  none: no centre lost a function"));
  EXPECT_THAT(text(summary(false)), Not(HasSubstr("TAKEOVERS"))) << "a normal day";
}

/// A planned takeover goes before no loss.
TEST(RunTold, CallsThatWereMovedWithoutALossAreTold) {
  analysis::Summary moved = summary();
  for (analysis::Line& line : moved.world)
    if (line.name == "taken_over_calls")
      line.disturbed = told::estimate(41774, 12);
  EXPECT_THAT(
      text(moved),
      HasSubstr("TAKEOVERS  answered by another centre without a loss: 41,774 a replication"));
}

TEST(RunTold, RemarksCountReplicationsThatWereCutOff) {
  analysis::Summary cut = summary();
  cut.truncated = 1;
  EXPECT_THAT(text(cut),
              HasSubstr("1 replication was cut off by the end of the window: its counts"));
  cut.truncated = 3;
  EXPECT_THAT(text(cut), HasSubstr("3 replications were cut off by the end of the window: their"));
  EXPECT_THAT(document(cut, Language::dutch).head, Contains(HasSubstr("3 replicaties zijn")));
  cut.conservation_error = 2;
  EXPECT_THAT(text(cut), HasSubstr("CALLS DO NOT ADD UP, misses: 2"));
}

}  // namespace
