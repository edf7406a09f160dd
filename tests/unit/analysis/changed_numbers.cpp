#include "analysis/comparisons/changed_numbers.hpp"

#include <gmock/gmock.h>

/// What the inputs of two years say differently.
namespace {

using analysis::changed_numbers;
using analysis::InputTexts;
using analysis::NumberChange;
using analysis::Said;
using testing::ElementsAre;
using testing::IsEmpty;

std::string text_of(const std::optional<Said>& said) {
  return said ? said->value + " (" + said->source + ", " + said->kind + ")" : "none";
}

std::vector<std::string> changes(const InputTexts& before, const InputTexts& after) {
  std::vector<std::string> out;
  for (const NumberChange& one : changed_numbers(before, after))
    out.push_back(one.input + " " + one.address + ": " + text_of(one.before) + " -> " +
                  text_of(one.after));
  return out;
}

TEST(ChangedNumbers, HaveOldAndNewValueSourceAndKind) {
  const std::string old_text =
      "demand: {calls: {value: 9000 calls/day, source: S4, kind: reported}}\n"
      "takeover: {decide: 2 min, source: guess, kind: assumed}\n";
  const std::string new_text =
      "demand: {calls: {value: 9600 calls/day, source: S9, kind: measured}}\n"
      "takeover: {decide: 2 min, source: drill, kind: measured}\n";
  EXPECT_THAT(changes({{"w.yaml", {old_text}}}, {{"w.yaml", {new_text}}}),
              ElementsAre("w.yaml demand.calls: 9000 calls/day (S4, reported) -> "
                          "9600 calls/day (S9, measured)",
                          "w.yaml takeover.decide: 2 min (guess, assumed) -> "
                          "2 min (drill, measured)"));
}

TEST(ChangedNumbers, SayWhatIsNewAndWhatIsGone) {
  EXPECT_THAT(changes({{"w.yaml", {"a: {b: 1, c: 2}"}}}, {{"w.yaml", {"a: {b: 1, d: 3}"}}}),
              ElementsAre("w.yaml a.c: 2 (, ) -> none", "w.yaml a.d: none -> 3 (, )"));
}

TEST(ChangedNumbers, CallItemsOfListsAsSettingsDo) {
  EXPECT_THAT(changes({{"w.yaml", {"a: [{id: x, b: 1}, {b: 2}]"}}},
                      {{"w.yaml", {"a: [{id: x, b: 7}, {b: 8}]"}}}),
              ElementsAre("w.yaml a.2.b: 2 (, ) -> 8 (, )", "w.yaml a.x.b: 1 (, ) -> 7 (, )"));
}

TEST(ChangedNumbers, OfAFileThatMovedAreThoseOfItsName) {
  EXPECT_THAT(changes({{"2025/w.yaml", {"a: 1"}}}, {{"2026/w.yaml", {"a: 2"}}}),
              ElementsAre("2026/w.yaml a: 1 (, ) -> 2 (, )"));
  EXPECT_THAT(changes({{"x/w.yaml", {"a: 1"}}, {"y/w.yaml", {"a: 1"}}}, {{"z/w.yaml", {"a: 2"}}}),
              IsEmpty())
      << "nobody knows which";
  EXPECT_THAT(changes({{"x/w.yaml", {"a: 1"}}}, {{"y/w.yaml", {"a: 2"}}, {"z/w.yaml", {"a: 3"}}}),
              IsEmpty())
      << "nor to which it moved";
  EXPECT_THAT(changes({{"x/w.yaml", {"a: 1"}}}, {{"x/w.yaml", {"a: 1"}}, {"y/w.yaml", {"a: 2"}}}),
              IsEmpty())
      << "the file of that name is still there";
}

/// Rows of one campaign were made with two texts of one name: both count.
TEST(ChangedNumbers, OfRowsWithOtherTextsAreAllSaid) {
  EXPECT_THAT(changes({{"w.yaml", {"a: 1", "a: 2"}}}, {{"w.yaml", {"a: 1", "a: 3"}}}),
              ElementsAre("w.yaml a: 1 | 2 (, ) -> 1 | 3 (, )"));
  EXPECT_THAT(changes({{"w.yaml", {"a: 1"}}}, {{"w.yaml", {"a: 1", "a: 1\nb: 2"}}}),
              ElementsAre("w.yaml b: none -> 2 (, )"));
}

TEST(ChangedNumbers, OfEqualTextsAndOfRostersAreNone) {
  EXPECT_THAT(changes({{"w.yaml", {"a: 1"}}}, {{"w.yaml", {"a: 1"}}}), IsEmpty());
  EXPECT_THAT(changes({{"r.csv", {"a,b\n\t1,2"}}}, {{"r.csv", {"a,b\n\t1,3"}}}), IsEmpty());
}

TEST(ChangedNumbers, OfACampaignsSettingsAreThoseThatItSets) {
  EXPECT_THAT(changes({{"set",
                        {"demand.calls=9000 calls/day, takeover.decide={triangular: {min: 1 "
                         "min, mode: 2 min, max: 3 min}}"}}},
                      {{"set", {"demand.calls=9600 calls/day"}}}),
              ElementsAre("set demand.calls: 9000 calls/day (, assumed) -> "
                          "9600 calls/day (, assumed)",
                          "set takeover.decide: {triangular: {min: 1 min, mode: 2 min, max: 3 "
                          "min}} (, assumed) -> none"));
}

}  // namespace
