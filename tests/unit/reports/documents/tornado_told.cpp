// What a tornado says: its bars, whose shares the variance is, and what it keeps silent about.
#include "reports/documents/comparisons/assumption_tornado.hpp"

#include "reports/formats/render.hpp"
#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using analysis::Bar;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Bar::End end(const char* value, double by, double half) {
  Bar::End out;
  out.value = value;
  out.lost.by = {by, by - half, by + half, analysis::Method::student_t};
  return out;
}

Bar bar(const char* id, double low, double high, double half) {
  Bar out;
  out.parameter = id;
  out.ends = {end("P5", low, half), end("P95", high, half)};
  out.swing = high - low;
  return out;
}

models::Assumption assumption(const char* id, const char* reason) {
  models::Assumption out;
  out.id = id;
  out.name = std::string("the name of ") + id;
  out.reason = reason;
  return out;
}

struct Example {
  std::vector<models::Assumption> assumptions = {assumption("patience", ""),
                                                 assumption("people", "nobody counted them"),
                                                 assumption("colour", "")};
  analysis::Tornado tornado{
      "DR-20@rotterdam", "current", {100, 90, 110, analysis::Method::student_t}, {}, {}};
  analysis::VarianceShares shares;

  Example() {
    // The widest is not told apart from chance.
    tornado.bars = {bar("patience", -30, 40, 60), bar("people", -10, 50, 5),
                    bar("colour", 0, 0, 0)};
  }

  Document document(Language language = Language::english) const {
    return assumption_document({assumptions, tornado, shares, 20, 7}, {"Concept"}, language);
  }
  std::string text() const {
    return told::printed([&](std::ostream& out) { print_text(out, document()); });
  }
};

TEST(TornadoTold, NamesTheFirstThatIsClear) {
  EXPECT_THAT(Example().text(),
              HasSubstr("Measure first: the name of people (nobody counted them)"));
}

TEST(TornadoTold, NamesNothingThatChanceCouldHaveDone) {
  Example example;
  example.tornado.bars.erase(example.tornado.bars.begin() + 1);
  example.assumptions.erase(example.assumptions.begin() + 1);
  EXPECT_THAT(example.text(), HasSubstr("No assumption moves the result by more than chance"));
}

TEST(TornadoTold, CutShortItCallsNothingFirst) {
  Example example;
  example.tornado.bars.pop_back();
  EXPECT_THAT(example.text(), HasSubstr("Cut short: 2 of 3 assumptions tried"));
  EXPECT_THAT(example.text(), Not(HasSubstr("Measure first")));
}

/// The widest shifts the column of zero by nearly half of one.
TEST(TornadoTold, DrawsEqualDifferencesEquallyWideOnBothSides) {
  Example example;
  example.tornado.bars = {bar("patience", -48, 52, 5), bar("people", -0.25, 1.2, 5)};
  const Document document = example.document();
  const auto& rows = document.grids.front().rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].back().text, "            |            ");
  EXPECT_EQ(rows[0].back().text, "############|############");
}

TEST(TornadoTold, SaysHowManyMoveNothing) {
  EXPECT_THAT(Example().text(), HasSubstr("1 assumption moves nothing here"));
}

TEST(TornadoTold, DrawsNoMoreThanWasAsked) {
  Example example;
  EXPECT_THAT(told::grid_names(example.document()), Not(Contains("variance")));
  EXPECT_TRUE(assumption_json({example.assumptions, example.tornado, example.shares, 20, 7})
                  .at("variance")
                  .is_null());
}

TEST(TornadoTold, TellsTheSharesThatAreClear) {
  Example example;
  example.shares.spread.draws = 40;
  example.shares.spread.mean = 100;
  example.shares.shares = {{"people", false, 0.6, 0.4, 0.8, true},
                           {"patience", true, 0.1, -0.1, 0.3, false}};
  example.shares.clear = 0.6;
  example.shares.confirmed = 0.1;
  const Document document = example.document();
  const auto variance = std::ranges::find(document.grids, "variance", &Grid::name);
  ASSERT_NE(variance, document.grids.end());
  ASSERT_EQ(variance->rows.size(), 1u);
  EXPECT_EQ(variance->rows[0][0].text, "people");
  EXPECT_THAT(variance->notes, Contains(HasSubstr("left over 40.0 %")));
  EXPECT_THAT(variance->notes, Contains(HasSubstr("10.0 % of the variance stands on confirmed")));
}

TEST(TornadoTold, EveryColumnHasAName) {
  for (const Language language : {Language::english, Language::dutch})
    for (const Grid& grid : Example().document(language).grids)
      for (const std::string& heading : grid.headings)
        EXPECT_THAT(heading, testing::ContainsRegex("[^ ]")) << grid.name;
}

TEST(TornadoTold, ItsGridsAreThoseThatAreAnnounced) {
  Example example;
  example.shares.spread.draws = 40;
  EXPECT_EQ(told::grid_names(example.document()), assumption_grids());
}

}  // namespace
