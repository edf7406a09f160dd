#include "reports/documents/compare_document.hpp"
#include "reports/formats/json_shapes.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const analysis::Difference& difference) {
  ordered_json out = interval_json(difference.by);
  out["paired"] = difference.paired;
  out["clear"] = difference.clear();
  return out;
}

ordered_json json_of(const std::optional<analysis::Level>& level) {
  return level ? ordered_json(analysis::level_words.at(static_cast<std::size_t>(*level)))
               : ordered_json();
}

ordered_json json_of(const std::vector<analysis::InputChange>& inputs) {
  constexpr std::array words = {"changed", "added", "removed"};
  ordered_json out = ordered_json::array();
  for (const analysis::InputChange& input : inputs)
    out.push_back({{"input", input.input}, {"how", words.at(static_cast<std::size_t>(input.how))}});
  return out;
}

}  // namespace

ordered_json comparison_json(const analysis::Comparison& comparison) {
  ordered_json changes = ordered_json::array(), by_criteria = ordered_json::array();
  for (const analysis::Change& change : comparison.changes)
    changes.push_back(
        {{"row", change.after.row.id()},
         {"package", change.after.row.labels.package},
         {"n", {change.before.row.replications.size(), change.after.row.replications.size()}},
         {"before", number_or_null(change.before.lost.value)},
         {"after", number_or_null(change.after.lost.value)},
         {"difference", json_of(change.lost)},
         {"classes", {class_shares(change.before.impact), class_shares(change.after.impact)}},
         {"level", {json_of(level_of(change.before)), json_of(level_of(change.after))}}});
  for (const analysis::Disagreement& found : comparison.by_criteria)
    by_criteria.push_back({{"row", found.row},
                           {"package", found.package},
                           {"classes", {found.here, found.there}},
                           {"level", {json_of(found.level_here), json_of(found.level_there)}}});
  return {{"schema", name_of(results::Schema::compare)},
          {"lost_after_s", {comparison.lost_after_before_s, comparison.lost_after_after_s}},
          {"changes", changes},
          {"only_before", comparison.only_before},
          {"only_after", comparison.only_after},
          {"inputs", json_of(comparison.inputs)},
          {"programs_before", comparison.programs_before},
          {"programs_after", comparison.programs_after},
          {"by_criteria_alone", by_criteria}};
}

ordered_json before_after_json(const analysis::BeforeAfter& effects) {
  ordered_json rows = ordered_json::array(), packages = ordered_json::array(),
               together = ordered_json::array();
  for (const analysis::Effect& effect : effects.effects)
    rows.push_back({{"row", effect.row},
                    {"package", effect.package},
                    {"lost_callers", json_of(effect.lost)},
                    {"lost_callers_per_year", interval_json(effect.per_year)}});
  for (const analysis::PackageEffect& effect : effects.packages)
    packages.push_back({{"package", effect.package},
                        {"rows", effect.threats},
                        {"lost_callers", interval_json(effect.per_event)},
                        {"lost_callers_per_year", interval_json(effect.per_year)},
                        {"tied_with_package_before", effect.tied}});
  for (const analysis::Together& one : effects.together)
    together.push_back({{"row", one.row},
                        {"first", one.first},
                        {"second", one.second},
                        {"more_than_sum", json_of(one.more_than_sum)}});
  return {{"schema", name_of(results::Schema::measures_compared)},
          {"packages", packages},
          {"rows", rows},
          {"together", together}};
}

}  // namespace reports
