#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"

/// Texts in lines and columns.
namespace {

using reports::listed;
using reports::shortened;
using reports::TextTable;
using reports::width_of;
using reports::wrapped;
using testing::ElementsAre;
using testing::IsEmpty;

std::string printed(const TextTable& table, bool bold = false) {
  std::ostringstream out;
  table.print(out, bold);
  return out.str();
}

TEST(WidthOf, CountsCharactersNotBytes) {
  EXPECT_EQ(width_of(""), 0u);
  EXPECT_EQ(width_of("abc"), 3u);
  EXPECT_EQ(width_of("één"), 3u);
  EXPECT_EQ(width_of("–€"), 2u);
  EXPECT_EQ(width_of("𝄞"), 1u);
}

TEST(Shortened, CutsToSoManyCharacters) {
  EXPECT_EQ(shortened("rotterdam", 9), "rotterdam");
  EXPECT_EQ(shortened("rotterdam", 5), "rott.");
  EXPECT_EQ(shortened("rotterdam", 1), ".");
  EXPECT_EQ(shortened("ééééé", 3), "éé.") << "never within a character";
  EXPECT_EQ(shortened("", 3), "");
}

TEST(Shortened, IsNeverWider) {
  for (const char* const text : {"", "a", "abcdefghij", "één twee", "–––––"})
    for (std::size_t most = 1; most < 12; ++most)
      EXPECT_LE(width_of(shortened(text, most)), most) << text;
}

TEST(Emphasised, IsBoldWhenWanted) {
  EXPECT_EQ(reports::emphasised("x", false), "x");
  EXPECT_EQ(reports::emphasised("x", true), "\033[1mx\033[0m");
}

TEST(TextTable, TheFirstColumnIsFlushLeftTheOthersFlushRight) {
  TextTable table({"name", "n", "share"}, 0);
  table.row({"a", "1", "5 %"});
  table.row({"longer", "1,234", "–"});
  EXPECT_EQ(printed(table),
            "name        n  share\n"
            "a           1    5 %\n"
            "longer  1,234      –\n");
}

TEST(TextTable, TheFirstColumnIsAtLeastSoWide) {
  TextTable table({"a", "b"}, 6);
  table.row({"x", "1"});
  EXPECT_EQ(printed(table), "a       b\nx       1\n");
}

TEST(TextTable, WidthsAreThoseOfCharacters) {
  TextTable table({"", "±"}, 0);
  table.row({"één", "é"});
  table.row({"abc", "xy"});
  EXPECT_EQ(printed(table), "      ±\néén   é\nabc  xy\n");
}

TEST(TextTable, AHeadingHasALineOfItsOwnAndNoWidth) {
  TextTable table({"a", "b"}, 0);
  table.heading("a long heading between the rows");
  table.row({"x", "1"});
  EXPECT_EQ(printed(table), "a  b\na long heading between the rows\nx  1\n");
}

TEST(TextTable, NoLineEndsInBlanks) {
  TextTable table({"a", "b", ""}, 0);
  table.row({"x", "", ""});
  table.row({"y"});
  for (std::istringstream lines(printed(table)); lines;) {
    std::string line;
    std::getline(lines, line);
    EXPECT_FALSE(line.ends_with(" ")) << "'" << line << "'";
  }
}

TEST(TextTable, ARowHasAsManyCellsAsThereAreHeadings) {
  TextTable table({"a", "b"}, 0);
  table.row({"x", "1", "too many"});
  EXPECT_EQ(printed(table), "a  b\nx  1\n");
}

TEST(TextTable, OnlyTheHeadingsAreBold) {
  TextTable table({"a", "b"}, 0);
  table.row({"x", "1"});
  EXPECT_EQ(printed(table, true), "\033[1ma  b\033[0m\nx  1\n");
}

TEST(Wrapped, BreaksAtSpaces) {
  EXPECT_THAT(wrapped("one two three", 7, 0), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("one two three", 13, 0), ElementsAre("one two three"));
  EXPECT_THAT(wrapped("one two three", 3, 0), ElementsAre("one", "two", "three"));
}

TEST(Wrapped, AllButTheFirstLineAreIndented) {
  EXPECT_THAT(wrapped("one two three four", 9, 2), ElementsAre("one two", "  three", "  four"));
}

TEST(Wrapped, AWordThatIsLongerStaysWhole) {
  EXPECT_THAT(wrapped("a extraordinary b", 5, 0), ElementsAre("a", "extraordinary", "b"));
}

TEST(Wrapped, NothingIsNoLine) {
  EXPECT_THAT(wrapped("", 10, 2), IsEmpty());
  EXPECT_THAT(wrapped("   ", 10, 2), IsEmpty());
  EXPECT_THAT(wrapped("  a   b ", 10, 2), ElementsAre("a b")) << "one blank between words";
}

TEST(Wrapped, CountsCharacters) {
  EXPECT_THAT(wrapped("één één", 7, 0), ElementsAre("één één"));
}

TEST(Wrapped, KeepsTogetherWhatIsUnbroken) {
  const std::string text = std::string("a b") + reports::unbroken + "c d";
  EXPECT_THAT(wrapped(text, 4, 0), ElementsAre("a", "b c", "d"));
}

/// No line is wider, and the words are all there in their order.
TEST(Wrapped, IsTheSameTextWhateverTheWidth) {
  const std::string text =
      "when a room is lost its callers are answered by another that trained it";
  for (std::size_t width = 8; width < 80; ++width)
    for (const std::size_t indent : {0u, 2u}) {
      std::string joined;
      for (const std::string& line : wrapped(text, width, indent)) {
        EXPECT_LE(width_of(line), std::max<std::size_t>(width, indent + 8)) << line;
        joined += (joined.empty() ? "" : " ") + line.substr(line.find_first_not_of(' '));
      }
      EXPECT_EQ(joined, text) << width;
    }
}

TEST(Listed, BreaksBetweenItemsOnly) {
  const std::string text = listed({"Radio", "Power supply", "Spare parts"}, 40);
  EXPECT_THAT(wrapped(text, 12, 0), ElementsAre("Radio,", "Power supply,", "Spare parts"));
  EXPECT_THAT(wrapped(listed({}, 40), 12, 0), IsEmpty());
  EXPECT_EQ(listed({"a"}, 40), "a");
}

TEST(Listed, AnItemThatIsTooLongMayBreak) {
  EXPECT_THAT(wrapped(listed({"a b c d e f"}, 5), 5, 0), ElementsAre("a b c", "d e f"));
}

}  // namespace
