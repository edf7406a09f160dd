// The takeover card: a page of Markdown, and the same as tables.
#include "models/text/problems.hpp"
#include "reports/documents/playbook.hpp"
#include "reports/formats/render.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using told::texts;
using told::tiny;

std::string page(Language language = Language::english, const models::WorldModel& model = tiny()) {
  return playbook(model, {"noord", 0.8}, language);
}

Document card(Language language = Language::english, const models::WorldModel& model = tiny()) {
  return playbook_document(model, {"noord", 0.8}, language);
}

TEST(Card, BeginsWithItsMarkingAndSaysWhoseItIs) {
  EXPECT_THAT(page(),
              StartsWith("> **Rubricering niet vastgesteld: behandelen als vertrouwelijk**\n\n"
                         "# Takeover card: Noord is lost\n"));
  models::WorldModel marked = tiny();
  marked.world.rubricering = "Vertrouwelijk";
  EXPECT_THAT(page(Language::dutch, marked),
              StartsWith("> **Vertrouwelijk**\n\n# Draaiboek overname: Noord valt uit\n"));
  EXPECT_THAT(card(Language::dutch, marked).head,
              ElementsAre("Rubricering: Vertrouwelijk", HasSubstr("Wereld: Tiny"),
                          HasSubstr("geen vastgesteld plan")));
}

TEST(Card, HasItsSectionsInTheOrderInWhichTheyAreNeeded) {
  const std::string text = page();
  std::size_t from = 0;
  for (const char* const heading :
       {"\n## 1. When\n", "\n## 2. Who, in this order\n", "\n## 3. Extra people", "\n## 4. Where",
        "\n## 5. Shift changes\n", "\n## 6. Return\n"}) {
    const auto at = text.find(heading, from);
    ASSERT_NE(at, std::string::npos) << heading;
    from = at;
  }
  EXPECT_THAT(told::grid_names(card()),
              ElementsAre("when", "who", "people", "short", "changes", "return"));
}

TEST(Card, TellsTheSignsAndTheClocks) {
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("- The room can no longer: **Answer**\n"));
  EXPECT_THAT(text,
              HasSubstr("**2 signs of life missed** in a row (one each 30 s, answer within 10 s)"));
  EXPECT_THAT(text, HasSubstr("| step | usually | nineteen of twenty within |\n|---|---:|---:|\n"
                              "| alarm to knowing | 1 min 0 s | 1 min 0 s |\n"
                              "| knowing to ordering | 2 min 0 s | 2 min 0 s |\n"
                              "| ordering to answering (rehearsed) | 1 min 0 s | 1 min 0 s |\n"));
}

TEST(Card, OneMissedSignIsASingular) {
  models::WorldModel eager = tiny();
  eager.world.takeover.heartbeat.misses = 1;
  EXPECT_THAT(page(Language::english, eager), HasSubstr("**1 sign of life missed**"));
  EXPECT_THAT(page(Language::dutch, eager), HasSubstr("**1 levensteken gemist**"));
}

TEST(Card, SharesTheWorkOutInOrderAndNamesTheReserve) {
  models::WorldModel shared = tiny();
  shared.world.takeover.partners[told::centre("noord")] = {{told::centre("zuid"), 0.6, true},
                                                           {told::centre("landelijk"), 1, false},
                                                           {told::centre("noord"), 1, false}};
  const std::string text = page(Language::english, shared);
  EXPECT_THAT(text, HasSubstr("| 1 | Zuid | 60 % | yes |\n| 2 | Landelijk | 40 % | **no** |\n"
                              "| 3 | Noord | if the ones above cannot | **no** |\n"));
  const Grid who = told::grid(card(Language::english, shared), "who");
  EXPECT_THAT(who.headings, ElementsAre("", "takes over", "share", "rehearsed"));
  EXPECT_THAT(texts(who.rows.at(1)), ElementsAre("2", "Landelijk", "40 %", "no"))
      << "without the marks of Markdown";
}

TEST(Card, HasPeopleForEveryHourOfTheBusiestDay) {
  const Grid people = told::grid(card(), "people");
  told::expect_whole(card());
  ASSERT_EQ(people.rows.size(), 24U);
  EXPECT_EQ(people.rows.front().front().text, "00-01");
  EXPECT_EQ(people.rows.back().front().text, "23-24");
  EXPECT_EQ(people.headings.front(), "hour");
  EXPECT_GE(people.headings.size(), 2U);
}

TEST(Card, TheBusierPeopleMayBeTheFewerAreAsked) {
  const auto asked = [](double most_busy) {
    const Document document = playbook_document(tiny(), {"noord", most_busy}, Language::english);
    return std::stoi(told::grid(document, "people").rows.at(12).at(1).text);
  };
  EXPECT_GT(asked(0.2), asked(0.9));
}

TEST(Card, WhatRunsShortIsNamedWithItsHours) {
  EXPECT_THAT(told::grid(card(), "short").notes,
              ElementsAre(HasSubstr("Nowhere in an average week")));
  models::WorldModel busy = tiny();
  busy.world.demand.calls_per_s *= 60;
  const auto notes = told::grid(card(Language::english, busy), "short").notes;
  ASSERT_THAT(notes, Not(IsEmpty()));
  EXPECT_THAT(notes.front(), AllOf(HasSubstr("Politie intake"), HasSubstr("–"), HasSubstr("Zuid")));
}

TEST(Card, EndsWithTheWayHome) {
  EXPECT_THAT(
      told::grid(card(), "return").notes,
      ElementsAre("Only when the repair is verified: usually 10 min 0 s, nineteen of twenty "
                  "within 10 min 0 s",
                  HasSubstr("Then back in steps: usually 5 min 0 s")));
  EXPECT_THAT(page(), testing::EndsWith("*Computed from a model; not an adopted plan.*\n"));
}

TEST(Card, OfARoomThatNobodyTakesOverOrThatIsNotThereIsRefused) {
  const auto refusal = [](const std::string& meldkamer) -> std::string {
    try {
      playbook(tiny(), {meldkamer, 0.8}, Language::english);
    } catch (const models::InvalidInput& invalid) {
      return invalid.what();
    }
    return "";
  };
  EXPECT_THAT(refusal("zuid"), HasSubstr("from which nobody takes over"));
  EXPECT_THAT(refusal("nord"), AllOf(HasSubstr("is not a meldkamer of this world"),
                                     HasSubstr("did you mean noord?")));
}

TEST(DocumentJson, HasNumbersWhereCellsHaveThem) {
  Grid grid;
  grid.name = "a", grid.title = "A", grid.headings = {"text", "number", "interval", "none"};
  grid.rows.push_back({"x", Cell("1.5 h", {1.5}, analysis::Unit::count),
                       Cell("2 [1, 3]", {2, 1, 3}, analysis::Unit::count),
                       Cell("–", {analysis::undefined}, analysis::Unit::count)});
  grid.notes = {"note"};
  const auto json = document_json({"Title", {"head"}, {grid}});
  EXPECT_EQ(json.at("schema"), "uitwijk/document/1");
  EXPECT_EQ(json.at("title"), "Title");
  EXPECT_EQ(json.at("head"), nlohmann::ordered_json({"head"}));
  const auto& one = json.at("grids").at(0);
  EXPECT_EQ(one.at("name"), "a");
  EXPECT_EQ(one.at("rows").at(0),
            nlohmann::ordered_json::parse(R"(["x", 1.5, [2.0, 1.0, 3.0], null])"));
  EXPECT_EQ(one.at("notes"), nlohmann::ordered_json({"note"}));
}

}  // namespace
