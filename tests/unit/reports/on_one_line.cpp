#include <gmock/gmock.h>

#include <sstream>

#include "models/text/shown.hpp"
#include "reports/formats/render.hpp"

namespace {

using models::on_one_line;
using testing::HasSubstr;
using testing::Not;

TEST(OnOneLine, BlanksControlCharactersAndNothingElse) {
  EXPECT_EQ(on_one_line("a\nb\r\tc\x1B[31m\x7F\xC2\x9B"
                        "d"),
            "a b  c [31m  d");
  EXPECT_EQ(on_one_line("a\xE2\x80\xA8=b\xE2\x80\xAE"), "a =b ") << "line separator, and a turn";
  EXPECT_EQ(on_one_line("\xC3\x9C\xC2\xB1 \xE2\x80\x93"), "\xC3\x9C\xC2\xB1 \xE2\x80\x93");
}

/// A cell of a spreadsheet would begin where the line does.
TEST(OnOneLine, NoNameMakesALineOfItsOwnAboveATable) {
  reports::Document document{"title\n=1+1", {"world\n=HYPERLINK(1)"}, {}};
  document.grids.push_back(
      {"lost", "", {"a"}, {reports::GridRow({reports::Cell("b")})}, {"note\n=2"}});
  std::ostringstream markdown, text;
  print_markdown(markdown, document);
  print_text(text, document);
  for (const std::string& out : {markdown.str(), text.str(),
                                 csv_text(document.head, document.grids[0],
                                          reports::CsvFor::programs, reports::Language::english)})
    EXPECT_THAT(out, Not(HasSubstr("\n="))) << out;
}

}  // namespace
