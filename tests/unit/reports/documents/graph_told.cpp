// What is told of the dependency graph of a small world, in each form.
#include "reports/documents/graph/document.hpp"
#include "reports/documents/graph/dot.hpp"
#include "reports/documents/graph/json.hpp"
#include "reports/documents/graph/text.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using told::texts;
using told::tiny;

std::string text(const GraphFilter& filter, Language language, bool all_pairs = false) {
  return told::printed([&](std::ostream& out) {
    print_graph(out, tiny(), find_in_graph(tiny().world, filter), language, all_pairs);
  });
}

Document told_graph(const GraphFilter& filter = {}, Language language = Language::english) {
  return graph_document(tiny(), find_in_graph(tiny().world, filter), language);
}

TEST(GraphTold, EveryFormHasTheHeadOfTheWorld) {
  const std::vector<std::string> head = told_graph().head;
  ASSERT_EQ(head.size(), 2U);
  EXPECT_THAT(head[0], testing::StartsWith("Rubricering"));
  EXPECT_THAT(head[1], HasSubstr("Tiny"));
  EXPECT_EQ(graph_json(tiny(), find_in_graph(tiny().world, {}), Language::english).at("head"),
            head);
  const std::string page = text({}, Language::english);
  EXPECT_THAT(page, testing::StartsWith("DEPENDENCY GRAPH of Tiny\nRubricering"));
  EXPECT_LT(page.find(head[1]), page.find("WHAT EACH FUNCTION NEEDS"));
}

TEST(GraphTold, EachFunctionHasWhatItNeedsAtItsMeldkamer) {
  const Document all = told_graph();
  told::expect_whole(all);
  EXPECT_THAT(told::grid_names(all),
              ElementsAre("functions", "single-points", "cut-sets", "takeovers"));
  std::vector<std::vector<std::string>> rows;
  for (const GridRow& row : all.grids.front().rows)
    rows.push_back(texts(row));
  EXPECT_THAT(rows, Contains(ElementsAre("answer", "noord", HasSubstr("acd@noord"))));
  EXPECT_THAT(rows, Contains(ElementsAre("answer", "zuid", HasSubstr("acd@zuid"))));
}

TEST(GraphTold, AComponentThatNobodyReplacesIsASinglePoint) {
  const Grid singles = told::grid(told_graph(), "single-points");
  bool seen = false;
  for (const GridRow& row : singles.rows)
    if (row[0].text == "acd@noord") {
      seen = true;
      EXPECT_EQ(row[3].text, "answer@noord");
      EXPECT_EQ(row[1].text, "unknown") << "the model has no figure";
    }
  EXPECT_TRUE(seen);
  EXPECT_THAT(text({}, Language::dutch), HasSubstr("ENKELVOUDIGE FAALPUNTEN"));
}

TEST(GraphTold, AMeldkamerNarrowsWhatIsShown) {
  const Document noord = told_graph({"", "noord"});
  for (const GridRow& row : told::grid(noord, "functions").rows)
    EXPECT_EQ(row[1].text, "noord");
  for (const GridRow& row : told::grid(noord, "cut-sets").rows)
    EXPECT_EQ(row[1].text, "noord");
  for (const GridRow& row : told::grid(noord, "takeovers").rows)
    EXPECT_THAT(row[0].text, HasSubstr("noord"));
  EXPECT_LT(noord.grids[0].rows.size(), told_graph().grids[0].rows.size());
}

TEST(GraphTold, AFunctionThatIsNotThereLeavesNothing) {
  const Document none = told_graph({"no_such_function", ""});
  EXPECT_THAT(told::grid(none, "functions").rows, IsEmpty());
  EXPECT_THAT(told::grid(none, "single-points").rows, IsEmpty());
}

TEST(GraphTold, TakeoversHaveSinglesBeforePairs) {
  const Grid takeovers = told::grid(told_graph(), "takeovers");
  EXPECT_EQ(takeovers.title, "One meldkamer lost");
  bool pairs = false;
  for (const GridRow& row : takeovers.rows) {
    const bool is_pair = row[0].text.find(" + ") != std::string::npos;
    EXPECT_TRUE(is_pair || !pairs) << row[0].text;
    pairs = pairs || is_pair;
  }
}

TEST(GraphTold, TextCountsWhatHoldsInTheLanguageAsked) {
  const std::string english = text({}, Language::english, true),
                    dutch = text({}, Language::dutch, true);
  for (const char* const words : {"NETWORK", "meldkamers around", "articulation points",
                                  "TAKEOVER CAPACITY", "under the plan"})
    EXPECT_THAT(english, HasSubstr(words));
  for (const char* const words : {"NETWERK", "meldkamers rond", "knooppunten die niet weg mogen",
                                  "OVERNAMECAPACITEIT", "volgens het plan"})
    EXPECT_THAT(dutch, HasSubstr(words));
}

TEST(GraphTold, TheHourCanBeChosen) {
  GraphFilter filter;
  filter.hour_of_week = hour_of("sat 23:00");
  EXPECT_EQ(filter.hour_of_week, 5 * 24 + 23);
  EXPECT_THAT(text(filter, Language::english), HasSubstr("TAKEOVER CAPACITY, sat 23:00\n"));
}

TEST(GraphTold, HoursOfTheWeekAreReadAsTheyAreWritten) {
  for (int hour = 0; hour < 168; ++hour)
    EXPECT_EQ(hour_of(hour_text(hour)), hour);
  EXPECT_EQ(hour_text(0), "mon 00:00");
  for (const char* const none : {"", "sat", "sat 24:00", "zat 17:00", "sat 17:30"})
    EXPECT_EQ(hour_of(none), -1) << none;
}

TEST(GraphTold, OwnComponentsAreStarred) {
  EXPECT_EQ(starred("all(acd@noord, wan)", "noord"), "all(acd@*, wan)");
  EXPECT_EQ(starred("acd@noord", "noo"), "acd@noord") << "another centre whose name begins alike";
  EXPECT_EQ(starred("acd@noord + acd@zuid", "zuid"), "acd@noord + acd@*");
}

TEST(GraphTold, AShareOfTimeIsToldPerYearWithAUnitThatSuits) {
  const double year_h = 8760;
  EXPECT_EQ(per_year(std::nullopt, Language::english), "unknown");
  EXPECT_EQ(per_year(std::nullopt, Language::dutch), "onbekend");
  EXPECT_EQ(per_year(12 / year_h, Language::english), "12 h");
  EXPECT_EQ(per_year(1.6 / year_h, Language::dutch), "1,6 u");
  EXPECT_EQ(per_year(0.05 / year_h, Language::english), "3 min");
  EXPECT_EQ(per_year(0.01 / year_h, Language::english), "36 s");
  EXPECT_EQ(per_year(1e-9 / year_h, Language::english), "< 1 s");
}

TEST(GraphTold, DotHasEachComponentThatAFunctionReaches) {
  const std::string dot = told::printed([&](std::ostream& out) {
    print_graph_dot(out, tiny(), find_in_graph(tiny().world, {"answer", "noord"}));
  });
  EXPECT_THAT(dot, testing::StartsWith("digraph uitwijk {"));
  EXPECT_THAT(dot, testing::EndsWith("}\n"));
  EXPECT_THAT(dot, HasSubstr("\"function answer@noord\" -> \"acd@noord\";"));
  EXPECT_THAT(dot, HasSubstr("\"acd@noord\" [shape=box, penwidth=3")) << "a single point";
  EXPECT_THAT(dot, Not(HasSubstr("acd@zuid")));
  EXPECT_THAT(dot, HasSubstr("Rubricering niet vastgesteld")) << "the world has none";
}

}  // namespace
