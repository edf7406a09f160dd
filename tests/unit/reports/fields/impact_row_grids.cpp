// The columns of the impact row in grids: spreadsheets get the numbers that people read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/cells.hpp"
#include "reports/formats/render.hpp"
#include "tests/unit/reports/fields/full_row.hpp"
#include "tests/unit/reports/on_disk.hpp"

namespace {

using reports::Grid;
using reports::Language;
using testing::ContainsRegex;
using testing::HasSubstr;

/// Of a made-up row whose figures have a decimal.
std::vector<Grid> grids(Language language) {
  analysis::TableRow row = reports_test::full();
  row.uncertainty.mean = 11.25;
  row.per_year.value = 5.5;
  analysis::ImpactTable table;
  table.annual = {row};
  return reports::row_grids(table.annual, true, table, reports::Names::full, language);
}

std::string dutch_csv(const Grid& grid) {
  return csv_text({}, grid, reports::CsvFor::dutch_spreadsheet, Language::dutch);
}

TEST(ImpactRowGrids, ExtraLostCallersAreANumberInAWorkbook) {
  const reports_test::OnDisk workbook(
      xlsx_bytes({"", {}, {grids(Language::english).front()}}, Language::english));
  const std::string sheet = workbook.part("xl/worksheets/sheet2.xml");
  EXPECT_THAT(sheet, ContainsRegex("<c r=\"B2\"[^t]*><v>20</v>")) << "n";
  EXPECT_THAT(sheet, ContainsRegex("<c r=\"C2\"[^t]*><v>11.25</v>")) << "the mean";
  EXPECT_THAT(sheet, ContainsRegex("<c r=\"D2\"[^t]*><v>12</v>")) << "the low end";
}

TEST(ImpactRowGrids, ADutchSpreadsheetGetsDecimalCommas) {
  const std::vector<Grid> all = grids(Language::dutch);
  EXPECT_THAT(dutch_csv(all[0]), HasSubstr(";20;11,25;12;14;20;21;22;23\n"));
  EXPECT_THAT(dutch_csv(all[2]), HasSubstr(";0,2;0,0")) << "shares of one";
  EXPECT_THAT(dutch_csv(all[3]), HasSubstr(";600;1200;2\n")) << "seconds";
  EXPECT_THAT(dutch_csv(all[4]), HasSubstr(";70/80/90;40/50/60;0,25;")) << "takeovers";
  EXPECT_THAT(dutch_csv(all[5]), HasSubstr(";K3;0,1;0,1;5,5;4;6;")) << "both ends of a frequency";
}

TEST(ImpactRowGrids, AServiceThatDoesNotComeBackIsAWordAndOneThatNobodyKnowsADash) {
  const reports::Cells cells(Language::english);
  const reports::Cell never = cells.seconds(std::numeric_limits<double>::infinity());
  EXPECT_EQ(never.text, "> window");
  EXPECT_TRUE(never.numbers.empty());
  EXPECT_EQ(cells.seconds(analysis::undefined).text, reports::dash);
}

TEST(ImpactRowGrids, ARegisterWithoutTheseRowsIsNotNone) {
  analysis::TableRow row = reports_test::full();
  row.registered.reset();
  analysis::ImpactTable table;
  table.annual = {row};
  const auto note = [&] {
    for (const Grid& grid :
         reports::row_grids(table.annual, true, table, reports::Names::full, Language::english))
      if (grid.name == "register")
        return grid.notes.at(0);
    return std::string();
  };
  EXPECT_EQ(note(), "Register: none given");
  table.registered = true;
  EXPECT_EQ(note(), "Register: has no risk about these rows");
}

}  // namespace
