// What a sweep says: every verdict and every kind of answer, as text, grid and JSON.
#include "reports/documents/sweep_result.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using analysis::SweepAnswer;
using analysis::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using told::texts;
using Kind = SweepAnswer::Kind;

analysis::SweepQuestion sweep_question(const std::string& until = "difference.lost_callers<=10") {
  analysis::SweepQuestion out{
      analysis::SweepRange("takeover.decide=1 min..3 min/3"), {}, true, {}, 50, 7, 1};
  if (!until.empty())
    out.until = analysis::parse_requirement(until);
  out.shown = {analysis::parse_measure_name("difference.lost_callers"),
               analysis::parse_measure_name("answer_delay_p90_s")};
  return out;
}

analysis::SweepPoint point(double value, Verdict verdict, double lost, bool refined = false) {
  analysis::SweepPoint out;
  out.value = value;
  out.shown = {{told::estimate(lost, 2), analysis::Unit::count},
               {told::estimate(30, 1), analysis::Unit::seconds}};
  out.judged = told::estimate(lost, 2);
  out.verdict = verdict;
  out.refined = refined;
  return out;
}

analysis::SweepResult sweep_result(Kind kind = Kind::up_to) {
  analysis::SweepResult out;
  out.scenario = "Uitval van Noord";
  out.rubricering = "Openbare bronnen";
  out.points = {point(1, Verdict::holds, 4), point(1.5, Verdict::undecided, 10, true),
                point(3, Verdict::fails, 40)};
  out.answer = SweepAnswer{kind, 1, 1.5};
  return out;
}

std::string text(const analysis::SweepQuestion& asked, const analysis::SweepResult& found,
                 Language language = Language::english) {
  return told::printed([&](std::ostream& out) { print_sweep(out, asked, found, language); });
}

TEST(SweepTold, SaysOverWhichBackground) {
  analysis::SweepResult over = sweep_result();
  EXPECT_TRUE(sweep_json(sweep_question(), over).at("background").is_null());
  over.background = "new-year (Oud en Nieuw)";
  EXPECT_EQ(sweep_json(sweep_question(), over).at("background"), "new-year (Oud en Nieuw)");
  EXPECT_THAT(sweep_document(sweep_question(), over, Language::english).head,
              testing::Contains(HasSubstr("Over the background new-year (Oud en Nieuw)")));
}

TEST(SweepTold, HasARowForEachValueAndMarksTheRefinedOnes) {
  const Document document = sweep_document(sweep_question(), sweep_result(), Language::english);
  told::expect_whole(document);
  EXPECT_EQ(document.title, "Uitval van Noord");
  EXPECT_EQ(told::grid_names(document), sweep_grids());
  const Grid& values = document.grids.front();
  EXPECT_THAT(values.headings,
              ElementsAre("value", "difference.lost_callers", "answer_delay_p90_s", "holds"));
  ASSERT_EQ(values.rows.size(), 3U);
  EXPECT_THAT(texts(values.rows[0]), ElementsAre("1 min", HasSubstr("+4"), HasSubstr("30"), "yes"));
  EXPECT_THAT(texts(values.rows[1]), ElementsAre("1.5 min *", HasSubstr("+10"), testing::_, "?"));
  EXPECT_THAT(texts(values.rows[2]), ElementsAre("3 min", HasSubstr("+40"), testing::_, "no"));
  EXPECT_EQ(values.rows[2][1].numbers.at(0), 40);
}

TEST(SweepTold, HeadHasMarkingReplicationsAndSeed) {
  const Document document = sweep_document(sweep_question(), sweep_result(), Language::english);
  EXPECT_EQ(document.head.at(0), "Rubricering: Openbare bronnen");
  EXPECT_EQ(document.head.at(1),
            "takeover.decide varied; 50 replications of each value, seed 7, the same random "
            "numbers for all.");
  analysis::SweepQuestion one = sweep_question();
  one.replications = 1;
  EXPECT_THAT(sweep_document(one, sweep_result(), Language::english).head.at(1),
              HasSubstr("; 1 replication of each value"));
}

TEST(SweepTold, EveryAnswerHasASentenceInBothLanguages) {
  const std::vector<std::tuple<Kind, std::string, std::string>> sentences = {
      {Kind::nowhere, "no value in this range of takeover.decide is certainly enough",
       "geen waarde in dit bereik"},
      {Kind::everywhere, "every value in this range of takeover.decide is enough, 1 min already",
       "elke waarde in dit bereik"},
      {Kind::from, "from takeover.decide = 1 min on; at 1.5 min it fails", "vanaf takeover.decide"},
      {Kind::up_to, "up to takeover.decide = 1 min; at 1.5 min it fails", "tot en met"},
      {Kind::mixed, "now and then: it holds at takeover.decide = 1 min and not at 1.5 min",
       "nu eens wel en dan niet"}};
  for (const auto& [kind, english, dutch] : sentences) {
    const Document document =
        sweep_document(sweep_question(), sweep_result(kind), Language::english);
    ASSERT_EQ(document.grids.front().notes.size(), 2U);
    EXPECT_THAT(document.grids.front().notes.front(), HasSubstr(english));
    EXPECT_THAT(document.grids.front().notes.front(),
                testing::StartsWith("difference.lost_callers <= 10: "));
    EXPECT_THAT(sweep_document(sweep_question(), sweep_result(kind), Language::dutch)
                    .grids.front()
                    .notes[0],
                HasSubstr(dutch));
  }
}

TEST(SweepTold, SaysWhetherTheIntervalOrTheMeanDecided) {
  analysis::SweepQuestion asked = sweep_question();
  EXPECT_THAT(text(asked, sweep_result()),
              HasSubstr("A value counts when the whole 95 % interval"));
  asked.with_confidence = false;
  EXPECT_THAT(text(asked, sweep_result()), HasSubstr("By the mean alone (--by mean)"));
  EXPECT_THAT(text(asked, sweep_result()), Not(HasSubstr("whole 95 % interval")));
}

TEST(SweepTold, WritesAStrictBoundFromBelow) {
  const auto notes = sweep_document(sweep_question("answered_within_norm_share>0.9"),
                                    sweep_result(), Language::english)
                         .grids.front()
                         .notes;
  EXPECT_THAT(notes.at(0), testing::StartsWith("answered_within_norm_share > 0.9: "));
}

TEST(SweepTold, WithoutARequirementHasNeitherVerdictNorAnswer) {
  analysis::SweepResult found = sweep_result();
  found.answer.reset();
  const Document document = sweep_document(sweep_question(""), found, Language::dutch);
  told::expect_whole(document);
  EXPECT_EQ(document.grids.front().headings.size(), 3U);
  EXPECT_THAT(document.grids.front().notes, IsEmpty());
  const auto json = sweep_json(sweep_question(""), found);
  EXPECT_TRUE(json.at("criterion").is_null());
  EXPECT_TRUE(json.at("answer").is_null());
  EXPECT_FALSE(json.at("points").at(0).contains("verdict"));
}

TEST(SweepTold, BarsAreAsLongAsTheFirstNumberOverTheLargest) {
  const std::string lines = text(sweep_question(), sweep_result());
  EXPECT_THAT(lines, HasSubstr(std::string(24, '#'))) << "40 of 40";
  EXPECT_THAT(lines, HasSubstr(" " + std::string(6, '#') + "\n")) << "10 of 40";
  EXPECT_THAT(lines, HasSubstr(" ##\n")) << "4 of 40 of 24 is 2.4";
  analysis::SweepResult none = sweep_result();
  for (analysis::SweepPoint& one : none.points)
    one.shown.front().estimate = told::estimate(-3, 1);
  EXPECT_THAT(text(sweep_question(), none), Not(HasSubstr("#"))) << "fewer than none has no bar";
}

TEST(SweepTold, JsonHasTheWordsOfVerdictsAndAnswers) {
  const auto json = sweep_json(sweep_question(), sweep_result());
  EXPECT_EQ(json.at("schema"), "uitwijk/sweep/2");
  EXPECT_EQ(json.at("points").at(0).at("verdict"), "holds");
  EXPECT_EQ(json.at("points").at(1).at("verdict"), "undecided");
  EXPECT_EQ(json.at("points").at(1).at("refined"), true);
  EXPECT_EQ(json.at("points").at(2).at("verdict"), "fails");
  EXPECT_EQ(json.at("answer").at("holds"), "up_to");
  EXPECT_EQ(json.at("answer").at("value"), 1);
  EXPECT_EQ(json.at("answer").at("fails_at"), 1.5);
  EXPECT_EQ(json.at("by"), "interval");
  for (const auto& [kind, word] :
       {std::pair(Kind::nowhere, "nowhere"), std::pair(Kind::everywhere, "everywhere"),
        std::pair(Kind::from, "from"), std::pair(Kind::mixed, "mixed")})
    EXPECT_EQ(sweep_json(sweep_question(), sweep_result(kind)).at("answer").at("holds"), word);
}

TEST(SweepTold, WhatHoldsNowhereHasNoValueAndEverywhereNoEnd) {
  const auto nowhere = sweep_json(sweep_question(), sweep_result(Kind::nowhere)).at("answer");
  EXPECT_TRUE(nowhere.at("value").is_null());
  EXPECT_TRUE(nowhere.at("fails_at").is_null());
  const auto everywhere = sweep_json(sweep_question(), sweep_result(Kind::everywhere)).at("answer");
  EXPECT_EQ(everywhere.at("written"), "1 min");
  EXPECT_TRUE(everywhere.at("fails_at").is_null());
}

}  // namespace
