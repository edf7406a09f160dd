#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace results {

/// A kind of document. Its name and major version stand in `schemas` and nowhere else in the code.
enum class Schema {
  attack,
  branch,
  campaign_merge,
  campaign_plan,
  campaign_status,
  campaign_submit,
  check,
  compare,
  coverage,
  describe,
  doctor,
  document,
  durations,
  exercise,
  explain,
  graph,
  manifest,
  measures,
  measures_compared,
  made,
  optimise,
  optimise_rounds,
  outage,
  plan,
  plans,
  risk_register,
  report,
  run,
  serve,
  shard_values,
  sweep,
  table,
  threats,
  tornado,
  trace,
  years
};

struct SchemaName {
  Schema schema;
  std::string_view name;  ///< "uitwijk/KIND/VERSION"
};

/// In the order of Schema; docs/formats/json.md describes each.
inline constexpr auto schemas = std::to_array<SchemaName>({
    {Schema::attack, "uitwijk/attack/1"},
    {Schema::branch, "uitwijk/branch/1"},
    {Schema::campaign_merge, "uitwijk/campaign-merge/1"},
    {Schema::campaign_plan, "uitwijk/campaign-plan/1"},
    {Schema::campaign_status, "uitwijk/campaign-status/1"},
    {Schema::campaign_submit, "uitwijk/campaign-submit/1"},
    {Schema::check, "uitwijk/check/1"},
    {Schema::compare, "uitwijk/compare/1"},
    {Schema::coverage, "uitwijk/coverage/1"},
    {Schema::describe, "uitwijk/describe/1"},
    {Schema::doctor, "uitwijk/doctor/1"},
    {Schema::document, "uitwijk/document/1"},
    {Schema::durations, "uitwijk/durations/1"},
    {Schema::exercise, "uitwijk/exercise/2"},
    {Schema::explain, "uitwijk/explain/1"},
    {Schema::graph, "uitwijk/graph/1"},
    {Schema::manifest, "uitwijk/manifest/2"},
    {Schema::measures, "uitwijk/measures/1"},
    {Schema::measures_compared, "uitwijk/measures-compared/1"},
    {Schema::made, "uitwijk/new/1"},
    {Schema::optimise, "uitwijk/optimise/1"},
    {Schema::optimise_rounds, "uitwijk/optimise-rounds/1"},
    {Schema::outage, "uitwijk/outage/1"},
    {Schema::plan, "uitwijk/plan/2"},
    {Schema::plans, "uitwijk/plans/1"},
    {Schema::risk_register, "uitwijk/register/3"},
    {Schema::report, "uitwijk/report/3"},
    {Schema::run, "uitwijk/run/4"},
    {Schema::serve, "uitwijk/serve/1"},
    {Schema::shard_values, "uitwijk/shard-values/1"},
    {Schema::sweep, "uitwijk/sweep/2"},
    {Schema::table, "uitwijk/table/3"},
    {Schema::threats, "uitwijk/threats/1"},
    {Schema::tornado, "uitwijk/tornado/1"},
    {Schema::trace, "uitwijk/trace/1"},
    {Schema::years, "uitwijk/years/1"},
});

constexpr const char* name_of(Schema schema) {
  return schemas[static_cast<std::size_t>(schema)].name.data();
}

/// "uitwijk/run" of "uitwijk/run/4".
constexpr std::string_view document_of(std::string_view name) {
  return name.substr(0, name.rfind('/'));
}

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < schemas.size(); ++i)
    if (schemas[i].schema != static_cast<Schema>(i))
      return false;
  return true;
}

constexpr bool have_one_document_each() {
  for (std::size_t i = 0; i < schemas.size(); ++i)
    for (std::size_t j = i + 1; j < schemas.size(); ++j)
      if (document_of(schemas[i].name) == document_of(schemas[j].name))
        return false;
  return true;
}

static_assert(are_in_order(), "a schema has the name of another");
static_assert(have_one_document_each(), "two documents have one schema name");

}  // namespace results
