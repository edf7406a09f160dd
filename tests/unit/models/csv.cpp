#include "models/text/csv_document.hpp"

#include <gmock/gmock.h>

/// Tables that people bring from their spreadsheets.
namespace {

using models::CellRow;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct CsvRead {
  std::vector<std::vector<std::string>> texts;
  std::vector<CellRow> rows;
  models::Problems problems;
  bool is_csv = false;
};

CsvRead read_csv_text(const std::string& text) {
  CsvRead out;
  const auto rows = models::parse_csv(text, "roster.csv", out.problems);
  out.is_csv = rows.has_value();
  if (!rows)
    return out;
  out.rows = *rows;
  for (const CellRow& row : *rows) {
    auto& texts = out.texts.emplace_back();
    for (const models::Cell& cell : row)
      texts.push_back(cell.text);
  }
  return out;
}

TEST(Csv4180, CellsStandBetweenCommas) {
  EXPECT_THAT(read_csv_text("a,b\n1,2\n").texts,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
  EXPECT_THAT(read_csv_text("a,b\r\n1,2\r\n").texts,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
}

TEST(Csv4180, TheLastLineNeedsNoEnd) {
  EXPECT_THAT(read_csv_text("a,b\n1,2").texts,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "2")));
  EXPECT_THAT(read_csv_text("a").texts, ElementsAre(ElementsAre("a")));
}

TEST(Csv4180, NothingIsAnEmptyTable) {
  EXPECT_TRUE(read_csv_text("").is_csv);
  EXPECT_THAT(read_csv_text("").texts, IsEmpty());
  EXPECT_THAT(read_csv_text("\n\n\n").texts, IsEmpty());
}

TEST(Csv4180, EmptyLinesAreLeftOutAndEmptyCellsKept) {
  EXPECT_THAT(read_csv_text("a,b\n\n1,\n,\n").texts,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "")))
      << "and so are lines of commas alone";
}

TEST(Csv4180, ASpreadsheetMayWriteSemicolons) {
  EXPECT_THAT(read_csv_text("a;b\n1,5;2\n").texts,
              ElementsAre(ElementsAre("a", "b"), ElementsAre("1,5", "2")));
  EXPECT_THAT(read_csv_text("a,b;c\n1,2\n").texts,
              ElementsAre(ElementsAre("a", "b;c"), ElementsAre("1", "2")))
      << "a comma in the first line decides";
}

TEST(Csv4180, TabsAndAnnouncedDelimiters) {
  const auto both = ElementsAre(ElementsAre("a", "b"), ElementsAre("", "2"));
  for (const char* const text : {"a\tb\n\t2\n", "sep=;\na;b\n;2\n", "\"sep=|\"\r\na|b\r\n|2\r\n"})
    EXPECT_THAT(read_csv_text(text).texts, both) << text;
}

TEST(Csv4180, ADelimiterWithinQuotesDoesNotDecide) {
  EXPECT_THAT(read_csv_text("\"a,b,c\";d\n1;2\n").texts,
              ElementsAre(ElementsAre("a,b,c", "d"), ElementsAre("1", "2")));
}

TEST(Csv4180, AMarkOfByteOrderIsNoPartOfTheFirstCell) {
  const CsvRead got = read_csv_text("\xEF\xBB\xBFname,n\nx,1\n");
  EXPECT_THAT(got.texts, ElementsAre(ElementsAre("name", "n"), ElementsAre("x", "1")));
}

TEST(Csv4180, QuotedCellsHoldWhatWouldEndThem) {
  EXPECT_THAT(read_csv_text("\"a,b\",\"c\"\"d\",\"e\nf\"\n").texts,
              ElementsAre(ElementsAre("a,b", "c\"d", "e\nf")));
}

TEST(Csv4180, BlanksAroundACellDoNotCount) {
  EXPECT_THAT(read_csv_text(" a , b\n").texts, ElementsAre(ElementsAre("a", "b")));
}

TEST(Csv4180, EachCellKnowsWhereItBegins) {
  const CsvRead got = read_csv_text("one,two\nthree,four\n");
  ASSERT_EQ(got.rows.size(), 2u);
  EXPECT_EQ(got.rows[0][0].mark, (models::Mark{"roster.csv", 1, 1}));
  EXPECT_EQ(got.rows[0][1].mark, (models::Mark{"roster.csv", 1, 5}));
  EXPECT_EQ(got.rows[1][1].mark, (models::Mark{"roster.csv", 2, 7}));
}

TEST(Csv4180, ColumnsCountCharacters) {
  const CsvRead got = read_csv_text("één,b\n");
  EXPECT_EQ(got.rows.at(0).at(1).mark.column, 5);
}

TEST(Csv4180, LinesOfAQuotedCellCount) {
  const CsvRead got = read_csv_text("\"a\nb\",c\nd,e\n");
  ASSERT_EQ(got.rows.size(), 2u);
  EXPECT_EQ(got.rows[0][1].mark.line, 2);
  EXPECT_EQ(got.rows[1][0].mark.line, 3);
}

TEST(Csv4180, AQuoteThatIsNotClosedIsAProblemWhereItBegins) {
  for (const char* const text : {"a,b\n\"1,2\n", "a,b\n1\"x,2\n", "a,\"b\"c\n"}) {
    const CsvRead got = read_csv_text(text);
    EXPECT_FALSE(got.is_csv) << text;
    ASSERT_FALSE(got.problems.empty()) << text;
    EXPECT_THAT(got.problems.all()[0].message, HasSubstr("a quote stands inside a cell")) << text;
    EXPECT_EQ(got.problems.all()[0].mark.file, "roster.csv");
  }
}

TEST(Csv4180, WhatIsNoTextIsRefused) {
  for (const std::string& text : {std::string("a\0b", 3), std::string("caf\xe9,b\n")}) {
    const CsvRead got = read_csv_text(text);
    EXPECT_FALSE(got.is_csv);
    EXPECT_FALSE(got.problems.empty());
  }
}

}  // namespace
