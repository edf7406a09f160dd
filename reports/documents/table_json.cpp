#include "reports/documents/document_head.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/fields/impact_row.hpp"
#include "reports/formats/json_shapes.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::TableRow;
using nlohmann::ordered_json;

template <class Values, class Shape>
ordered_json list_of(const Values& values, Shape shape) {
  ordered_json out = ordered_json::array();
  for (const auto& value : values)
    out.push_back(shape(value));
  return out;
}

ordered_json tail_of(const analysis::TailRisk& tail) {
  return {{"level", tail.level},
          {"var", number_or_null(tail.var)},
          {"cvar", number_or_null(tail.cvar)},
          {"points", tail.points}};
}

ordered_json total_of(const analysis::PackageTotal& total) {
  ordered_json curve = ordered_json::array(), tails = ordered_json::array();
  for (const analysis::ExceedanceRow& row : total.loss.curve)
    curve.push_back({{"lost_callers", row.callers},
                     {"aep", interval_json(row.aep)},
                     {"oep", interval_json(row.oep)}});
  for (const analysis::TailRisk& tail : total.loss.tails)
    tails.push_back(tail_of(tail));
  return {{"package", total.package},
          {"threats", total.threats},
          {"can_be_deliberate_too", total.either},
          {"not_counted_twice", total.left_out},
          {"lost_callers_per_year", interval_json(total.loss.expected)},
          {"of_which_chance", interval_json(total.loss.by_chance)},
          {"year_without_loss", total.loss.no_loss},
          {"simulated_years", total.loss.years},
          {"curve", curve},
          {"tails", tails},
          {"exceedance_per_year", list_of(total.exceedance, interval_json)}};
}

ordered_json line_of(const analysis::Criteria& criteria) {
  ordered_json out = ordered_json::array();
  for (const analysis::ExceedancePoint& point : criteria.line)
    out.push_back({{"lost_callers", point.callers}, {"per_year", point.per_year}});
  return out;
}

ordered_json other_criteria_of(const analysis::ImpactTable& here,
                               const analysis::ImpactTable& there) {
  const auto word = [](const std::optional<analysis::Level>& level) {
    return level ? ordered_json(analysis::level_words.at(static_cast<std::size_t>(*level)))
                 : ordered_json();
  };
  ordered_json list = ordered_json::array();
  for (const analysis::Disagreement& found : analysis::disagreements(here, there))
    list.push_back({{"row", found.row},
                    {"package", found.package},
                    {"classes", {found.here, found.there}},
                    {"level", {word(found.level_here), word(found.level_there)}}});
  return {{"name", there.criteria.name},
          {"sha256", there.criteria.input.sha256},
          {"disagreements", list}};
}

}  // namespace

ordered_json extent_json(const analysis::Extent& extent) {
  return {{"partial", extent.partial()},
          {"replications_asked", extent.asked},
          {"replications", extent.finished},
          {"rows", extent.rows},
          {"rows_without", extent.empty_rows}};
}

ordered_json criteria_json(const analysis::Criteria& criteria) {
  return {{"name", criteria.name},
          {"version", criteria.version},
          {"status", criteria.adopted ? "vastgesteld" : "concept"},
          {"vastgesteld_door", criteria.adopted_by},
          {"datum", criteria.date},
          {"besluit", criteria.decision},
          {"lost_after_s", criteria.lost_after_s},
          {"file", criteria.input.path},
          {"sha256", criteria.input.sha256}};
}

ordered_json row_json(const TableRow& row, Language language) {
  return json_of(impact_row_fields(), row, language);
}

ordered_json table_json(const analysis::ImpactTable& table,
                        const std::optional<analysis::ImpactTable>& other, Language language) {
  ordered_json annual = ordered_json::array(), conditional = ordered_json::array(),
               totals = ordered_json::array(), without = ordered_json::array();
  for (const TableRow& row : table.annual)
    annual.push_back(row_json(row, language));
  for (const TableRow& row : table.conditional)
    conditional.push_back(row_json(row, language));
  for (const analysis::PackageTotal& total : table.totals)
    totals.push_back(total_of(total));
  for (const analysis::PackageTotal& total : table.without_total)
    without.push_back({{"package", total.package}, {"not_counted_twice", total.left_out}});
  ordered_json out = {{"schema", name_of(results::Schema::table)},
                      {"head", document_head(head_facts(table), language)},
                      {"extent", extent_json(table.extent)},
                      {"criteria", criteria_json(table.criteria)},
                      {"rubricering", table.rubricering},
                      {"line", line_of(table.criteria)},
                      {"annual", annual},
                      {"conditional", conditional},
                      {"totals", totals},
                      {"without_total", without},
                      {"deliberate", list_of(table.deliberate, total_of)},
                      {"estimates", list_of(table.estimates, total_of)}};
  if (other)
    out["other_criteria"] = other_criteria_of(table, *other);
  return out;
}

}  // namespace reports
