#include "reports/documents/document_head.hpp"
#include "reports/documents/document_keys.hpp"
#include "reports/documents/record_document.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/comparisons.hpp"
#include "reports/fields/criteria.hpp"
#include "reports/fields/impact_row.hpp"
#include "reports/fields/past_outages.hpp"
#include "reports/fields/totals.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

ordered_json without_total_of(const analysis::ImpactTable& table) {
  ordered_json out = ordered_json::array();
  for (const analysis::PackageTotal& total : table.without_total)
    out.push_back(json_of(without_total_fields(), total, any_language));
  return out;
}

ordered_json other_criteria_of(const analysis::ImpactTable& here,
                               const analysis::ImpactTable& there) {
  return {{"name", there.criteria.name},
          {"sha256", there.criteria.input.sha256},
          {"disagreements", json_of(analysis::disagreements(here, there), any_language)}};
}

}  // namespace

ordered_json table_json(const analysis::ImpactTable& table,
                        const std::optional<analysis::ImpactTable>& other, Language language) {
  ordered_json out = {{"schema", name_of(results::Schema::table)},
                      {"head", document_head(head_facts(table), language)},
                      {"extent", json_of(table.extent, language)},
                      {"criteria", json_of(table.criteria, language)},
                      {"rubricering", table.rubricering},
                      {"line", json_of(table.criteria.line, language)},
                      {"annual", json_of(table.annual, language)},
                      {"conditional", json_of(table.conditional, language)},
                      {"totals", json_of(table.totals, language)},
                      {"without_total", without_total_of(table)},
                      {"deliberate", json_of(table.deliberate, language)},
                      {"estimates", json_of(table.estimates, language)}};
  if (other)
    out["other_criteria"] = other_criteria_of(table, *other);
  return out;
}

JsonKeys table_keys() {
  const JsonKeys row = keys_of(impact_row_fields());
  return {board("schema"),
          board("head"),
          board("extent", keys_of<analysis::Extent>()),
          board("criteria", keys_of<analysis::Criteria>()),
          board("rubricering"),
          board("line", keys_of<analysis::ExceedancePoint>()),
          board("annual", row),
          board("conditional", row),
          board("totals", keys_of<analysis::PackageTotal>()),
          board("without_total", keys_of(without_total_fields())),
          board("deliberate", keys_of<analysis::PackageTotal>()),
          board("estimates", keys_of<analysis::PackageTotal>()),
          board("other_criteria", {board("name"), board("sha256"),
                                   board("disagreements", keys_of<analysis::Disagreement>())}),
          board("history", keys_of<PastOutage>()),
          board("record", record_keys())};
}

}  // namespace reports
