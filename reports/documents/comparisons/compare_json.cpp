#include "reports/documents/comparisons/compare_document.hpp"
#include "reports/documents/document_keys.hpp"
#include "reports/fields/comparisons.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

ordered_json inputs_of(const std::vector<analysis::InputChange>& inputs) {
  constexpr std::array words = {"changed", "added", "removed"};
  ordered_json out = ordered_json::array();
  for (const analysis::InputChange& input : inputs)
    out.push_back({{"input", input.input}, {"how", words.at(static_cast<std::size_t>(input.how))}});
  return out;
}

ordered_json said_of(const std::optional<analysis::Said>& said) {
  if (!said)
    return nullptr;
  return {{"value", said->value}, {"source", said->source}, {"kind", said->kind}};
}

ordered_json numbers_of(const std::vector<analysis::NumberChange>& numbers) {
  ordered_json out = ordered_json::array();
  for (const analysis::NumberChange& change : numbers)
    out.push_back({{"input", change.input},
                   {"address", change.address},
                   {"before", said_of(change.before)},
                   {"after", said_of(change.after)}});
  return out;
}

}  // namespace

ordered_json comparison_json(const analysis::Comparison& comparison) {
  ordered_json changes = ordered_json::array();
  for (const analysis::Change& change : comparison.changes)
    changes.push_back(
        {{"row", change.after.row.id()},
         {"package", change.after.row.labels.package},
         {"n", {change.before.row.replications.size(), change.after.row.replications.size()}},
         {"before", number_or_null(change.before.lost.value)},
         {"after", number_or_null(change.after.lost.value)},
         {"difference", json_of(change.lost, any_language)},
         {"classes", {class_shares(change.before.impact), class_shares(change.after.impact)}},
         {"level",
          json_of(std::pair(level_of(change.before), level_of(change.after)), any_language)}});
  return {{"schema", name_of(results::Schema::compare)},
          {"lost_after_s", {comparison.lost_after_before_s, comparison.lost_after_after_s}},
          {"changes", changes},
          {"only_before", comparison.only_before},
          {"only_after", comparison.only_after},
          {"inputs", inputs_of(comparison.inputs)},
          {"numbers", numbers_of(comparison.numbers)},
          {"programs_before", comparison.programs_before},
          {"programs_after", comparison.programs_after},
          {"by_criteria_alone", json_of(comparison.by_criteria, any_language)}};
}

ordered_json before_after_json(const analysis::BeforeAfter& effects) {
  return {{"schema", name_of(results::Schema::measures_compared)},
          {"packages", json_of(effects.packages, any_language)},
          {"rows", json_of(effects.effects, any_language)},
          {"together", json_of(effects.together, any_language)},
          {"break_even", json_of(effects.break_even, any_language)}};
}

JsonKeys before_after_keys() {
  return {board("schema"),
          board("head"),
          board("packages", keys_of<analysis::PackageEffect>()),
          board("rows", keys_of<analysis::Effect>()),
          board("together", keys_of<analysis::Together>()),
          board("break_even", keys_of<analysis::BreakEven>())};
}

}  // namespace reports
