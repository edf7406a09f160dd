#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "reports/formats/csv_line.hpp"
#include "reports/formats/json_text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"

/// Texts in lines and columns.
namespace {

using reports::CsvLine;
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
  EXPECT_EQ(printed(table), "name        n  share\n"
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
  const std::string text = "when a room is lost its callers are answered by another that trained it";
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

TEST(Csv, NamesAndValuesStandInOrder) {
  CsvLine line;
  line.text("name", "DR-07");
  line.number("lost", 12.5);
  EXPECT_EQ(line.header(), "name,lost\n");
  EXPECT_EQ(line.values(), "DR-07,12.5\n");
}

TEST(Csv, ANumberHasSixDigitsAndNothingIsNothing) {
  CsvLine line;
  line.number("a", 1.0 / 3);
  line.number("b", 1234567);
  line.number("c", std::numeric_limits<double>::quiet_NaN());
  line.number("d", std::numeric_limits<double>::infinity());
  line.number("e", 0);
  EXPECT_EQ(line.values(), "0.333333,1.23457e+06,,inf,0\n");
}

TEST(Csv, WhatHoldsASeparatorIsQuoted) {
  CsvLine line;
  line.text("a", "one, two");
  line.text("b", "say \"x\"");
  line.text("c", "two\nlines");
  line.text("d", "a;b");
  line.text("e", "plain text");
  EXPECT_EQ(line.values(), "\"one, two\",\"say \"\"x\"\"\",\"two\nlines\",\"a;b\",plain text\n");
}

/// A name in a file of somebody else must not become a formula in a spreadsheet.
TEST(Csv, WhatASpreadsheetWouldCompute) {
  for (const char* const text : {"=1+1", "+1", "-1", "@x"}) {
    CsvLine line;
    line.text("a", text);
    EXPECT_EQ(line.values(), "'" + std::string(text) + "\n");
  }
  for (const char* const text : {"\tx", "\rx"}) {
    CsvLine line;
    line.text("a", text);
    EXPECT_NE(line.values().find("'" + std::string(text)), std::string::npos);
  }
  CsvLine line;
  line.text("a", "=HYPERLINK(\"x\",\"y\")");
  EXPECT_EQ(line.values(), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\n");
  CsvLine number;
  number.number("a", -5);
  EXPECT_EQ(number.values(), "-5\n") << "a number stays one";
}

TEST(Csv, AnIntervalAndAShareAreThreeColumns) {
  CsvLine line;
  line.interval("lost", {2, 1, 3, analysis::Method::student_t});
  line.share("any", {0.5, 0.25, 0.75, 1, 2});
  line.interval("none", {});
  EXPECT_EQ(line.header(),
            "lost,lost_low,lost_high,any,any_low,any_high,none,none_low,none_high\n");
  EXPECT_EQ(line.values(), "2,1,3,0.5,0.25,0.75,,,\n");
}

TEST(Csv, NamesArePrintedOnce) {
  std::ostringstream out;
  bool first = true;
  for (int i = 0; i < 3; ++i) {
    CsvLine line;
    line.number("a", i);
    reports::print_csv_line(out, line, first);
  }
  EXPECT_EQ(out.str(), "a\n0\n1\n2\n");
  EXPECT_FALSE(first);
}

TEST(JsonText, ReplacesWhatIsNoUtf8) {
  const auto document = nlohmann::ordered_json{{"file", "caf\xe9.h5"}, {"n", 1}};
  const std::string text = reports::json_text(document);
  EXPECT_TRUE(nlohmann::json::accept(text));
  EXPECT_EQ(nlohmann::json::parse(text).at("file"), "caf\xef\xbf\xbd.h5");
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_LT(text.find("file"), text.find("\"n\"")) << "in the order of the document";
}

}  // namespace
