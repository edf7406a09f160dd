// The head of every document: what must stand before any number.
#include "reports/documents/document_head.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using analysis::Row;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Row row() {
  Row out;
  out.labels.threat = "DR-20", out.labels.target = "noord", out.labels.package = "current";
  out.labels.onset_rule = "any_hour";
  out.world_name = "Tiny", out.world_as_of = "2026-11-01";
  out.rubricering = "Openbare bronnen";
  out.version = "1.2", out.commit = "abc";
  out.parameters = 1, out.parameters_assumed = 1;
  return out;
}

analysis::Criteria criteria(bool adopted = false) {
  analysis::Criteria out;
  out.name = "Ours", out.version = "3";
  out.rubricering = "Openbare bronnen";
  out.adopted = adopted;
  out.adopted_by = "SMB", out.date = "2026-11-20", out.decision = "besluit 7";
  out.lost_after_s = 720;
  out.input.sha256 = "beef";
  return out;
}

std::vector<std::string> head(const std::vector<Row>& rows, Language language,
                              const analysis::Criteria& by = criteria(),
                              Intervals intervals = Intervals::one_draw,
                              const std::string& today = "2026-12-01",
                              const analysis::Extent& extent = {}) {
  HeadFacts facts = head_facts(rows, by, extent, intervals);
  facts.today = models::parse_day(today);
  return document_head(facts, language);
}

TEST(Head, SaysStatusAndTextOfTheCriteria) {
  EXPECT_THAT(head({row()}, Language::dutch), Contains("Criteria: Ours 3, concept (sha256 beef)"));
  EXPECT_THAT(head({row()}, Language::english), Contains(std::string(analysis::concept_sentence)));
  const auto adopted = head({row()}, Language::english, criteria(true));
  EXPECT_THAT(adopted, Contains("Criteria: Ours 3, vastgesteld (sha256 beef)"));
  EXPECT_THAT(adopted, Contains(testing::AllOf(HasSubstr("SMB"), HasSubstr("2026-11-20"),
                                               HasSubstr("besluit 7"))));
  EXPECT_THAT(adopted, Not(Contains(std::string(analysis::concept_sentence))));
}

TEST(Head, HasTheHighestRubriceringOfAllThatWentIn) {
  Row secret = row();
  secret.rubricering = "Vertrouwelijk";
  EXPECT_THAT(
      head({row(), secret}, Language::dutch),
      Contains(testing::AllOf(testing::StartsWith("Rubricering: "), HasSubstr("Vertrouwelijk"))));
}

TEST(Head, TellsTheAgeOfTheWorldWithItsPlural) {
  const auto on = [](const std::string& today) {
    return head({row()}, Language::english, criteria(), Intervals::one_draw, today);
  };
  EXPECT_THAT(on("2026-12-01"), Contains(testing::AllOf(HasSubstr("Tiny"), HasSubstr("30 days"))));
  EXPECT_THAT(on("2026-11-02"), Contains(testing::AllOf(HasSubstr("Tiny"), HasSubstr("1 day"),
                                                        Not(HasSubstr("1 days")))));
  EXPECT_NE(on("2026-10-31"), on("2026-11-02")) << "a world of a day to come is not a day old";
  Row undated = row();
  undated.world_as_of = "";
  EXPECT_THAT(head({undated}, Language::english),
              Contains(testing::AllOf(HasSubstr("Tiny"), Not(HasSubstr("day ")))));
}

TEST(Head, SaysEachTextOnce) {
  const auto twice = head({row(), row()}, Language::dutch);
  EXPECT_EQ(twice, head({row()}, Language::dutch));
}

TEST(Head, HasALineForEachRuleOfTheOnset) {
  std::set<std::string> said;
  for (const char* const rule : {"", "any_hour", "year", "2026-12-01T14:00"}) {
    Row one = row();
    one.labels.onset_rule = rule;
    for (const std::string& line : head({one}, Language::english))
      if (line.starts_with("Onset"))
        said.insert(line);
  }
  EXPECT_EQ(said.size(), 4U);
  EXPECT_THAT(said, Contains(HasSubstr("2026-12-01T14:00")));
}

TEST(Head, EachThingThatIntervalsHoldHasASentenceInBothLanguages) {
  Row drawn = row();
  drawn.labels.draw = 1;
  for (const Language language : told::languages) {
    std::set<std::vector<std::string>> heads;
    for (const Intervals intervals :
         {Intervals::chance, Intervals::one_draw, Intervals::both, Intervals::both_together,
          Intervals::draws_as_one, Intervals::drawn_rows_left_out})
      heads.insert(head({drawn}, language, criteria(), intervals));
    EXPECT_EQ(heads.size(), 6U);
  }
  EXPECT_EQ(head({row()}, Language::english, criteria(), Intervals::both),
            head({row()}, Language::english, criteria(), Intervals::chance))
      << "nothing was drawn";
}

TEST(Head, SaysWhatIsMissingFirst) {
  const auto partial = head({row()}, Language::english, criteria(), Intervals::one_draw,
                            "2026-12-01", {200, 1, 2, 1});
  EXPECT_THAT(partial.front(), testing::AllOf(HasSubstr("PARTIAL"), HasSubstr("1 of 200")));
  EXPECT_THAT(head({row()}, Language::english).front(), Not(HasSubstr("PARTIAL")));
}

TEST(Head, CountsTheInputs) {
  Row many = row();
  many.parameters = 630, many.parameters_assumed = 521;
  EXPECT_THAT(head({many}, Language::english), Contains(HasSubstr("521")));
  EXPECT_THAT(head({row()}, Language::english),
              Contains(testing::AllOf(HasSubstr("on 1 input,"), HasSubstr("1 of them assumed"))));
}

TEST(Head, NamesRowsThatFailedOrHaveOtherDefinitions) {
  Row odd = row();
  odd.failed = 2, odd.asked = 50;
  odd.definitions = results::definitions + 1;
  odd.labels.package = "inherent";
  odd.meldkamer = "noord", odd.share_of_callers = 0.25;
  const auto said = head({odd}, Language::english), usual = head({row()}, Language::english);
  EXPECT_EQ(said.size(), usual.size() + 4) << "failed, definitions, inherent, one meldkamer";
  EXPECT_THAT(said, Contains(testing::AllOf(HasSubstr("DR-20@noord"), HasSubstr("2 of 50"))));
  EXPECT_THAT(said, Contains(HasSubstr("Only the callers of noord (25")));
}

TEST(Head, WithoutRowsIsOfCriteriaAndMarkingOnly) {
  const auto none = head({}, Language::dutch);
  EXPECT_THAT(none.back(), testing::StartsWith("Rubricering"));
}

TEST(Head, SaysTLostOfTheCriteria) {
  EXPECT_THAT(head({row()}, Language::english), Contains(HasSubstr("no call-taker within 12 min")));
}

TEST(MarkingLine, SaysTheWordOnce) {
  EXPECT_EQ(marking_line("Vertrouwelijk", Language::dutch), "Rubricering: Vertrouwelijk");
  EXPECT_EQ(marking_line("Rubricering niet vastgesteld", Language::english),
            "Rubricering niet vastgesteld");
  const auto document = marked({{"rubricering", "Vertrouwelijk"}}, Language::english);
  EXPECT_EQ(document.at("head"), nlohmann::ordered_json({"Rubricering: Vertrouwelijk"}));
}

TEST(WorldHead, IsOfMarkingAndDay) {
  models::World world = told::tiny().world;
  EXPECT_THAT(
      world_head(world, Language::english),
      ElementsAre(testing::StartsWith("Rubricering"), dated_world("Tiny", "", Language::english)));
  world.rubricering = "Vertrouwelijk";
  world.as_of = "2026-11-01";
  EXPECT_THAT(world_head(world, Language::english),
              ElementsAre("Rubricering: Vertrouwelijk",
                          testing::AllOf(HasSubstr("Tiny"), HasSubstr("2026-11-01"))));
}

}  // namespace
