#include <fmt/format.h>

#include "analysis/impact/row_digest.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/table_document.hpp"
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

ordered_json other_inputs_of(const analysis::OtherInputs& other) {
  if (!other.any())
    return nullptr;
  return {{"line", other.number}, {"has", other.has}, {"lacks", other.lacks}};
}

ordered_json other_definitions_of(const analysis::Row& row) {
  return row.definitions == results::definitions ? ordered_json() : ordered_json(row.definitions);
}

ordered_json labels_of(const TableRow& row) {
  const results::RowLabels& labels = row.row.labels;
  return {{"row", row.row.id()},
          {"threat", labels.threat},
          {"name_nl", labels.threat.empty() ? row.row.scenario_name : labels.threat_nl},
          {"name_en", labels.threat.empty() ? row.row.scenario_name : labels.threat_en},
          {"target", labels.target},
          {"package", labels.package},
          {"plan", labels.plan},
          {"onset_rule", labels.onset_rule},
          {"duration", labels.duration},
          {"varied", labels.varied},
          {"other_inputs", other_inputs_of(row.other_inputs)},
          {"other_definitions", other_definitions_of(row.row)},
          {"role", labels.role},
          {"cia", labels.cia},
          {"voorzieningen", labels.voorzieningen},
          {"actors", labels.actors},
          {"meldkamer", row.row.meldkamer},
          {"share_of_callers", row.row.share_of_callers},
          {"seed", row.row.seed},
          {"n", row.row.replications.size()},
          {"failed", row.row.failed},
          {"command", row.row.command}};
}

ordered_json decided_of(const analysis::Impact& impact) {
  ordered_json out = ordered_json::object();
  for (const analysis::Decided& one : impact.decided)
    out[one.by] = one.events;
  return out;
}

ordered_json worst_hours_of(const TableRow& row) {
  if (!row.worst_hours.exists())
    return nullptr;
  return {{"weekend", row.worst_hours.weekend},
          {"from_hour", row.worst_hours.from_hour},
          {"until_hour", row.worst_hours.until_hour},
          {"lost_callers", interval_json(row.worst_hours.lost)}};
}

ordered_json tail_of(const analysis::TailRisk& tail) {
  return {{"level", tail.level},
          {"var", number_or_null(tail.var)},
          {"cvar", number_or_null(tail.cvar)},
          {"points", tail.points}};
}

ordered_json by_criterion_of(const analysis::Impact& impact) {
  ordered_json out = ordered_json::object();
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    out[std::string(analysis::word_of(static_cast<analysis::Criterion>(i)))] =
        impact.by_criterion.at(i);
  return out;
}

ordered_json years_of(const TableRow& row) {
  if (!row.frequency.known())
    return nullptr;
  ordered_json levels = ordered_json::object();
  for (std::size_t i = 0; i < row.levels.size(); ++i)
    levels[std::string(analysis::level_words.at(i))] = row.levels.at(i);
  const auto at = static_cast<std::size_t>(row.level);
  return {{"events_per_year", {row.frequency.at(0), row.frequency.at(1)}},
          {"events_per_year_mean", row.frequency.mean()},
          {"target_share", row.frequency.target_share},
          {"likelihood_classes", row.likelihood},
          {"lost_callers_per_year", interval_json(row.per_year)},
          {"levels", levels},
          {"level", analysis::level_words.at(at)},
          {"level_shown", row.shown_not_above.at(at)},
          {"exceedance_per_year", list_of(row.exceedance, interval_json)},
          {"above_line", row.above_line}};
}

ordered_json uncertainty_of(const analysis::TwoSources& both) {
  if (both.draws == 0)
    return nullptr;
  return {{"draws", both.draws},
          {"mean", number_or_null(both.mean)},
          {"chance", interval_json(both.chance)},
          {"parameters", interval_json(both.parameters)},
          {"both", interval_json(both.both)},
          {"parameter_share_of_variance", number_or_null(both.parameter_share)}};
}

ordered_json register_of(const TableRow& row) {
  if (!row.registered)
    return nullptr;
  return {{"risk", row.registered->risk},
          {"status", row.registered->status},
          {"decision", row.registered->decision},
          {"findings", row.registered->findings}};
}

ordered_json basis_of(const TableRow& row, Language language) {
  const results::RowLabels& labels = row.row.labels;
  return {
      {"likelihood_class", labels.likelihood_class},
      {"likelihood_basis", labels.likelihood_basis},
      {"no_frequency_because", unknown_text(row, language)},
      {"duration_basis", labels.duration_basis},
      {"duration_cases", labels.duration_cases},
      {"incidents", labels.incidents},
      {"incidents_checked", labels.incidents_checked},
      {"parameters", row.row.parameters},
      {"parameters_assumed", row.row.parameters_assumed},
      {"model_as_of",
       row.row.world_as_of.empty() ? ordered_json() : ordered_json(row.row.world_as_of)},
      {"model_age_days", row.model_age_days ? ordered_json(*row.model_age_days) : ordered_json()},
      {"version", row.row.version},
      {"commit", row.row.commit},
      {"register", register_of(row)},
      {"result", analysis::digest_of(row.row)}};
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
  ordered_json out = labels_of(row);
  out["lost_callers"] = interval_json(row.lost);
  out["uncertainty"] = uncertainty_of(row.uncertainty);
  out["lost_percentiles"] = {{"p50", interval_json(row.lost_percentiles[0])},
                             {"p90", interval_json(row.lost_percentiles[1])},
                             {"p95", interval_json(row.lost_percentiles[2])},
                             {"p99", interval_json(row.lost_percentiles[3])}};
  out["any_loss"] = share_json(row.any_loss);
  out["tail"] = tail_of(row.tail);
  out["worst_hours"] = worst_hours_of(row);
  out["classes"] = list_of(row.impact.classes, share_json);
  out["classes_by_criterion"] = by_criterion_of(row.impact);
  out["decided_by"] = decided_of(row.impact);
  out["recover_s"] = {{"p50", interval_json(row.recover_percentiles[0])},
                      {"p95", interval_json(row.recover_percentiles[1])}};
  out["takeover_fails"] = share_json(row.takeover_fails);
  out["truncated"] = row.truncated;
  out["capped"] = {{"events", row.capped}, {"after_s", number_or_null(row.capped_s)}};
  out["tied_with_row_before"] = row.tied;
  out["year"] = years_of(row);
  out["basis"] = basis_of(row, language);
  return out;
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
                      {"without_total", without}};
  if (other)
    out["other_criteria"] = other_criteria_of(table, *other);
  return out;
}

}  // namespace reports
