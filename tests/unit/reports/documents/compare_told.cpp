// What a comparison says where there is little to say.
#include "reports/documents/comparisons/compare_document.hpp"

#include "tests/unit/reports/documents/told.hpp"

namespace {

using namespace reports;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(CompareTold, OfRowsWithoutClassesOrLevelThereAreDashes) {
  analysis::Comparison comparison;
  comparison.changes.emplace_back();
  const Document document = comparison_document(comparison, Language::english);
  const auto& row = document.grids.front().rows.at(0);
  EXPECT_EQ(row.at(6).text, "–") << "no class of no share";
  EXPECT_EQ(row.at(7).text, "–");
}

TEST(CompareTold, WithoutAPackageThereIsNothingToCompare) {
  const Document document = before_after_document({}, Language::english);
  EXPECT_THAT(document.grids.front().notes, ElementsAre(HasSubstr("Nothing to compare")));
}

}  // namespace
