#include "reports/fields/coverage.hpp"

#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::Coverage;
using analysis::CoverageCell;
using analysis::CoverageRow;
using analysis::CoverageWorld;

constexpr auto cell_table = std::to_array<Field<CoverageCell>>({
    board("analysed", [](const CoverageCell& one) { return word_of(one.how); },
          {.meaning = "`simulated`, `recorded` or `not_analysed`",
           .type = "'simulated' | 'recorded' | 'not_analysed'"}),
    board<&CoverageCell::simulated>("simulated", {"threats that were"}),
    board<&CoverageCell::recorded>("recorded", {"threats that the catalogue has, and no result"}),
});
static_assert(are_sound<CoverageCell>(cell_table));

constexpr auto row_table = std::to_array<Field<CoverageRow>>({
    board<&CoverageRow::id>("voorziening", {"or `bezetting`, or `beheerprocessen`"}),
    board<&CoverageRow::bbn>("bbn", {"as the catalogue labels it"}),
    board("A", [](const CoverageRow& one) { return one.cells[0]; }, {"availability"}),
    board("I", [](const CoverageRow& one) { return one.cells[1]; }, {"integrity"}),
    board("C", [](const CoverageRow& one) { return one.cells[2]; }, {"confidentiality"}),
});
static_assert(are_sound<CoverageRow>(row_table));

constexpr auto world_table = std::to_array<Field<CoverageWorld>>({
    board<&CoverageWorld::name>("name", {"of the world"}),
    board("as_of", [](const CoverageWorld& one) { return said(one.as_of); },
          {"the day that it describes, or null"}),
});
static_assert(are_sound<CoverageWorld>(world_table));

constexpr auto coverage_table = std::to_array<Field<Coverage>>({
    board("schema", [](const Coverage&) { return std::string(name_of(results::Schema::coverage)); },
          {"of the document"}),
    board<&Coverage::rubricering>("rubricering", {"the highest of everything"}),
    board("catalogue", [](const Coverage&) { return Group{}; }, {"of threats"}),
    board<&Coverage::catalogue_version>("catalogue.version", {"of the file"}),
    board<&Coverage::catalogue_status>("catalogue.status", {"`concept` or `vastgesteld`"}),
    board<&Coverage::catalogue_sha256>("catalogue.sha256", {"of the file"}),
    board<&Coverage::threats>("catalogue.threats", {"how many it has"}),
    board<&Coverage::simulated>("simulated_threats", {"how many of these the results have"}),
    board<&Coverage::programs>("programs", {"versions that simulated them"}),
    board<&Coverage::worlds>("worlds", {"that were simulated"}),
    board<&Coverage::rows>("rows", {"by voorziening"}),
});
static_assert(are_sound<Coverage>(coverage_table));

}  // namespace

std::string word_of(analysis::Analysed how) {
  constexpr std::array words = {"simulated", "recorded", "not_analysed"};
  return words.at(static_cast<std::size_t>(how));
}

Fields<CoverageCell> Table<CoverageCell>::fields() {
  return cell_table;
}

Fields<CoverageRow> Table<CoverageRow>::fields() {
  return row_table;
}

Fields<CoverageWorld> Table<CoverageWorld>::fields() {
  return world_table;
}

Fields<Coverage> Table<Coverage>::fields() {
  return coverage_table;
}

}  // namespace reports
