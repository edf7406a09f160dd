// One document in each format. Text and Markdown show what a cell says, CSV and xlsx what it holds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

#include "reports/formats/cells.hpp"
#include "reports/formats/columns.hpp"
#include "reports/formats/render.hpp"
#include "tests/unit/reports/on_disk.hpp"

namespace reports {
namespace {

using analysis::Unit;
using reports_test::OnDisk;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Two groups, a remark, a text that looks like a formula, an interval, a time, and what is
/// missing.
Document document() {
  const Numbers numbers(Language::dutch);
  Grid grid;
  grid.name = "losses";
  grid.title = "Verloren";
  grid.headings = {"plan", "bellers", "n", "wacht"};
  grid.group("rotterdam");
  grid.rows.push_back({"  =1+1",
                       with_ends_cell({1234.5, 1000, 1500, analysis::Method::student_t}, numbers),
                       whole_cell(1234567), number_cell(90.5, numbers, Unit::seconds)});
  grid.remark("      te weinig mensen");
  grid.group("a|b");
  grid.rows.push_back({"  paren; \"oud\"", with_ends_cell({0.25}, numbers), Cell(), Cell(dash)});
  grid.notes = {"Een noot."};
  return {"Titel", {"Rubricering: geen", "a; \"b\""}, {grid}};
}

std::string text_of(void (*print)(std::ostream&, const Document&), const Document& shown) {
  std::ostringstream out;
  print(out, shown);
  return out.str();
}

TEST(Renderers, TextHasColumnsWithGroupsAndRemarksBetweenTheRows) {
  EXPECT_EQ(text_of(print_text, document()),
            "Titel\n"
            "Rubricering: geen\n"
            "a; \"b\"\n"
            "\n"
            "Verloren\n"
            "plan                         bellers        n   wacht\n"
            "rotterdam\n"
            "  =1+1          1.234 [1.000; 1.500]  1234567  90,5 s\n"
            "      te weinig mensen\n"
            "a|b\n"
            "  paren; \"oud\"                  0,25                –\n"
            "Een noot.\n");
}

TEST(Renderers, MarkdownHasOneTableWhoseCellsNoBarEnds) {
  EXPECT_EQ(text_of(print_markdown, document()),
            "# Titel\n"
            "\n"
            "> Rubricering: geen  \n"
            "> a; \"b\"  \n"
            "\n"
            "## Verloren\n"
            "\n"
            "| plan | bellers | n | wacht |\n"
            "| --- | --- | --- | --- |\n"
            "| **rotterdam** |  |  |  |\n"
            "| =1+1 | 1.234 [1.000; 1.500] | 1234567 | 90,5 s |\n"
            "| te weinig mensen |  |  |  |\n"
            "| **a\\|b** |  |  |  |\n"
            "| paren; \"oud\" | 0,25 |  | – |\n"
            "\n"
            "Een noot.\n");
}

TEST(Renderers, AnIntervalTakesThreeColumnsAndAGroupOneOfItsOwn) {
  const Columns columns = columns_of(document().grids.front(), Language::english);
  EXPECT_THAT(columns.headings, ElementsAre("group", "plan", "bellers", "bellers low",
                                            "bellers high", "n", "wacht (s)", "remark"));
  ASSERT_EQ(columns.rows.size(), 2U);
  for (const auto& row : columns.rows)
    EXPECT_EQ(row.size(), columns.headings.size());
  EXPECT_EQ(std::get<std::string>(columns.rows[0][7]), "te weinig mensen");
  EXPECT_EQ(std::get<std::string>(columns.rows[1][0]), "a|b");
  EXPECT_EQ(std::get<Quantity>(columns.rows[0][6]).value, 90.5);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(columns.rows[1][3])) << "no interval";
}

TEST(Renderers, EndsAloneStandInTheColumnsOfEnds) {
  const Numbers numbers(Language::english);
  Grid grid;
  grid.headings = {"by", "interval"};
  grid.rows.push_back({"a", ends_cell({5, 4, 6, analysis::Method::hall}, numbers)});
  grid.rows.push_back({"b", ends_cell({5}, numbers)});
  EXPECT_EQ(csv_text({}, grid, CsvFor::programs, Language::english),
            "by,interval low,interval high\na,4,6\nb,,\n");
}

TEST(Renderers, AColumnWhoseRowsDifferInUnitHasTheUnitOfEachBesideIt) {
  const Numbers numbers(Language::english);
  using analysis::Unit;
  Grid grid;
  grid.headings = {"measure", "scenario"};
  grid.rows.push_back({"lost", number_cell(3, numbers)});
  grid.rows.push_back({"wait", number_cell(90, numbers, Unit::seconds)});
  grid.rows.push_back({"unreachable", number_cell(198, numbers, Unit::minutes)});
  grid.rows.push_back({"in time", number_cell(0.5, numbers, Unit::share)});
  grid.rows.push_back({"none", Cell("never")});
  EXPECT_EQ(
      csv_text({}, grid, CsvFor::programs, Language::english),
      "measure,scenario,unit\nlost,3,count\nwait,90,s\nunreachable,198,min\nin time,0.5,share\n"
      "none,never,\n");
  EXPECT_THAT(columns_of(grid, Language::dutch).headings,
              ElementsAre("measure", "scenario", "eenheid"));
}

TEST(Renderers, CsvForProgramsHasPointsAndTheHeadBehindHashes) {
  const Document shown = document();
  EXPECT_EQ(csv_text(shown.head, shown.grids.front(), CsvFor::programs, Language::dutch),
            "# Rubricering: geen\n"
            "# a; \"b\"\n"
            "groep,plan,bellers,bellers laag,bellers hoog,n,wacht (s),opmerking\n"
            "rotterdam,'=1+1,1234.5,1000,1500,1.23457e+06,90.5,te weinig mensen\n"
            "a|b,\"paren; \"\"oud\"\"\",0.25,,,,,\n");
}

TEST(Renderers, CsvForADutchSpreadsheetHasSemicolonsDecimalCommasAndWholeNumbersInFull) {
  const Document shown = document();
  EXPECT_EQ(csv_text(shown.head, shown.grids.front(), CsvFor::dutch_spreadsheet, Language::dutch),
            "\xEF\xBB\xBF"
            "Rubricering: geen\n"
            "\"a; \"\"b\"\"\"\n"
            "\n"
            "groep;plan;bellers;bellers laag;bellers hoog;n;wacht (s);opmerking\n"
            "rotterdam;'=1+1;1234,5;1000;1500;1234567;90,5;te weinig mensen\n"
            "a|b;\"paren; \"\"oud\"\"\";0,25;;;;;\n");
}

TEST(Xlsx, HasTheHeadOnItsFirstSheetAndASheetForEachGrid) {
  const OnDisk workbook(xlsx_bytes(document(), Language::dutch));
  const std::string book = workbook.part("xl/workbook.xml");
  EXPECT_THAT(book, HasSubstr("<sheet name=\"Toelichting\" sheetId=\"1\""));
  EXPECT_THAT(book, HasSubstr("<sheet name=\"losses\" sheetId=\"2\""));
  EXPECT_THAT(workbook.part("xl/sharedStrings.xml"), HasSubstr("<t>Rubricering: geen</t>"));
}

TEST(Xlsx, HasNumbersAsNumbersAndAFormulaAsText) {
  const OnDisk workbook(xlsx_bytes(document(), Language::dutch));
  const std::string sheet = workbook.part("xl/worksheets/sheet2.xml");
  for (const char* const number : {"<v>1234.5</v>", "<v>1234567</v>", "<v>90.5</v>"})
    EXPECT_THAT(sheet, HasSubstr(number));
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(workbook.part("xl/sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
  EXPECT_THAT(workbook.names(), Not(HasSubstr("vba")));
}

TEST(Xlsx, FreezesTheHeadingsAndFiltersTheRowsWithoutTheNotes) {
  const OnDisk workbook(xlsx_bytes(document(), Language::dutch));
  const std::string sheet = workbook.part("xl/worksheets/sheet2.xml");
  EXPECT_THAT(sheet, HasSubstr("ySplit=\"1\""));
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A1:H3\"/>"));
}

TEST(Xlsx, HasTheSameBytesEachTime) {
  EXPECT_EQ(xlsx_bytes(document(), Language::dutch), xlsx_bytes(document(), Language::dutch));
  const OnDisk workbook(xlsx_bytes(document(), Language::dutch));
  EXPECT_THAT(workbook.part("docProps/core.xml"), HasSubstr("1980-01-01T00:00:00Z"));
}

TEST(Xlsx, GivesEverySheetANameThatIsAllowedAndItsOwn) {
  Document shown = document();
  shown.grids.front().name = "DR-20: [a/b] with a name that no sheet may have";
  shown.grids.push_back(shown.grids.front());
  const std::string book = OnDisk(xlsx_bytes(shown, Language::english)).part("xl/workbook.xml");
  EXPECT_THAT(book, HasSubstr("<sheet name=\"DR-20- -a-b- with a name that .\""));
  EXPECT_THAT(book, HasSubstr("<sheet name=\"DR-20- -a-b- with a name t. 2\""));
}

/// Files may not grow beyond 64 kB, which stands for a full disk: a sheet is larger, the workbook
/// is not.
TEST(Xlsx, IsWholeWhateverRoomThereIsForTemporaryFiles) {
  Document shown = document();
  const GridRow row = shown.grids.front().rows.back();
  shown.grids.front().rows.assign(5000, row);
  const std::string whole = xlsx_bytes(shown, Language::english);
  const pid_t child = fork();
  if (child == 0) {
    const rlimit limit = {1 << 16, RLIM_INFINITY};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    _exit(xlsx_bytes(shown, Language::english) == whole ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_LT(whole.size(), std::size_t{1} << 16);
  EXPECT_GT(OnDisk(whole).part("xl/worksheets/sheet2.xml").size(), std::size_t{1} << 16);
}

TEST(Xlsx, WritesWhatIsNotUtf8AsPeopleSeeItElsewhere) {
  Document shown = document();
  shown.head = {"file \xff.h5"};
  const OnDisk workbook(xlsx_bytes(shown, Language::english));
  EXPECT_THAT(workbook.part("xl/sharedStrings.xml"), HasSubstr("file \xEF\xBF\xBD.h5"));
}

}  // namespace
}  // namespace reports
