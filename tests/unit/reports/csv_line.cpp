#include "reports/formats/csv_line.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <sstream>

#include "results/json_text.hpp"

/// Lines of a CSV, and documents of JSON.
namespace {

using reports::CsvLine;

TEST(CsvLine, NamesAndValuesStandInOrder) {
  CsvLine line;
  line.text("name", "DR-07");
  line.number("lost", 12.5);
  EXPECT_EQ(line.header(), "name,lost\n");
  EXPECT_EQ(line.values(), "DR-07,12.5\n");
}

TEST(CsvLine, ANumberHasSixDigitsAndNothingIsNothing) {
  CsvLine line;
  line.number("a", 1.0 / 3);
  line.number("b", 1234567);
  line.number("c", std::numeric_limits<double>::quiet_NaN());
  line.number("d", std::numeric_limits<double>::infinity());
  line.number("e", 0);
  EXPECT_EQ(line.values(), "0.333333,1.23457e+06,,inf,0\n");
}

TEST(CsvLine, WhatHoldsASeparatorIsQuoted) {
  CsvLine line;
  line.text("a", "one, two");
  line.text("b", "say \"x\"");
  line.text("c", "two\nlines");
  line.text("d", "a;b");
  line.text("e", "plain text");
  EXPECT_EQ(line.values(), "\"one, two\",\"say \"\"x\"\"\",\"two\nlines\",\"a;b\",plain text\n");
}

/// A name in a file of somebody else must not become a formula in a spreadsheet.
TEST(CsvLine, WhatASpreadsheetWouldCompute) {
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

TEST(CsvLine, AnIntervalAndAShareAreThreeColumns) {
  CsvLine line;
  line.interval("lost", {2, 1, 3, analysis::Method::student_t});
  line.share("any", {0.5, 0.25, 0.75, 1, 2});
  line.interval("none", {});
  EXPECT_EQ(line.header(),
            "lost,lost_low,lost_high,any,any_low,any_high,none,none_low,none_high\n");
  EXPECT_EQ(line.values(), "2,1,3,0.5,0.25,0.75,,,\n");
}

TEST(CsvLine, NamesArePrintedOnce) {
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
  const std::string text = results::json_text(document);
  EXPECT_TRUE(nlohmann::json::accept(text));
  EXPECT_EQ(nlohmann::json::parse(text).at("file"), "caf\xef\xbf\xbd.h5");
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_LT(text.find("file"), text.find("\"n\"")) << "in the order of the document";
}

}  // namespace
