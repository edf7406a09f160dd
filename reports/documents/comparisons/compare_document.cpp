#include "reports/documents/comparisons/compare_document.hpp"

#include "reports/documents/comparisons/break_even.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "reports/formats/cells.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::Difference;
using analysis::Interval;
using analysis::Unit;

constexpr std::size_t longest_name = 30, longest_said = 60;

Cell value(const Interval& interval, const Numbers& numbers) {
  return number_cell(interval.value, numbers);
}

std::string verdict(const Difference& difference, Language language) {
  if (!difference.clear())
    return table_word("difference.not_clear", language);
  return difference.by.value > 0 ? table_word("difference.more", language)
                                 : table_word("difference.fewer", language);
}

/// "laag -> midden"; a dash for none.
std::string levels_text(const std::optional<analysis::Level>& before,
                        const std::optional<analysis::Level>& after, Language language) {
  const std::string first = level_text(before, language), then = level_text(after, language);
  return !before && !after ? dash : first + " -> " + then;
}

/// "I5 65 % -> 72 %": the share of the worst class that differs; a dash for what has
/// none.
std::string classes_text(const analysis::ClassShares& before, const analysis::ClassShares& after,
                         const Numbers& numbers) {
  const std::size_t worst = analysis::worst_class_touched(before, after);
  const std::string first = numbers.value(before.at(worst - 1), Unit::share);
  const std::string then = numbers.value(after.at(worst - 1), Unit::share);
  return first == dash && then == dash ? dash : fmt::format("I{} {} -> {}", worst, first, then);
}

/// What the difference is of when both sides count lost callers by another T_lost.
std::string lost_after_note(const analysis::Comparison& comparison, Language language) {
  return table_text("compare.lost_after", language, minutes_text(comparison.lost_after_before_s),
                    minutes_text(comparison.lost_after_after_s));
}

Grid change_grid(const analysis::Comparison& comparison, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "changes";
  out.title = table_word("compare.changes", language);
  out.headings = {table_word("threat", language),          table_word("compare.before", language),
                  table_word("compare.after", language),   table_word("compare.by", language),
                  table_word("interval", language),        "",
                  table_word("compare.classes", language), table_word("level", language)};
  for (const analysis::Change& change : comparison.changes) {
    const results::RowLabels& labels = change.after.row.labels;
    out.rows.push_back({shortened(change.after.row.id() +
                                      (labels.package == "current" ? "" : " " + labels.package),
                                  longest_name),
                        value(change.before.lost, numbers), value(change.after.lost, numbers),
                        value(change.lost.by, numbers), ends_cell(change.lost.by, numbers),
                        verdict(change.lost, language),
                        classes_text(class_shares(change.before.impact),
                                     class_shares(change.after.impact), numbers),
                        levels_text(level_of(change.before), level_of(change.after), language)});
  }
  out.notes = {table_word("compare.note", language), table_word("compare.classes_note", language)};
  if (comparison.lost_after_before_s != comparison.lost_after_after_s)
    out.notes.push_back(lost_after_note(comparison, language));
  return out;
}

/// What the rows were made from, and which rows only one side has.
Grid origin_grid(const analysis::Comparison& comparison, Language language) {
  Grid out;
  out.name = "origin";
  out.title = table_word("compare.origin", language);
  const auto note = [&](TableKey key, const std::vector<std::string>& list) {
    if (!list.empty())
      out.notes.push_back(fmt::format("{}: {}", table_word(key, language), fmt::join(list, ", ")));
  };
  std::vector<std::string> changed, added, removed;
  for (const analysis::InputChange& input : comparison.inputs)
    (input.how == analysis::InputChange::How::changed ? changed
     : input.how == analysis::InputChange::How::added ? added
                                                      : removed)
        .push_back(input.input);
  note("compare.programs_before", comparison.programs_before);
  note("compare.programs_after", comparison.programs_after);
  note("compare.inputs_changed", changed);
  note("compare.inputs_added", added);
  note("compare.inputs_removed", removed);
  note("compare.only_before", comparison.only_before);
  note("compare.only_after", comparison.only_after);
  if (comparison.inputs.empty())
    out.notes.push_back(table_word("compare.same_inputs", language));
  for (const analysis::Disagreement& found : comparison.by_criteria)
    out.notes.push_back(fmt::format("{}: {} {} {}, {}", table_word("compare.by_criteria", language),
                                    found.row, found.package,
                                    classes_text(found.here, found.there, Numbers(language)),
                                    levels_text(found.level_here, found.level_there, language)));
  return out;
}

/// "10 s (assumed; S4)", or that it is not there.
std::string said_text(const std::optional<analysis::Said>& said, Language language) {
  if (!said)
    return table_word("compare.not_there", language);
  std::string origin = said->kind;
  if (!said->source.empty())
    origin += (origin.empty() ? "" : "; ") + said->source;
  std::string out = said->value + (origin.empty() ? "" : " (" + origin + ")");
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

/// What the inputs of both say differently, address by address.
Grid number_grid(const analysis::Comparison& comparison, Language language) {
  Grid out;
  out.name = "numbers";
  out.title = table_word("compare.numbers", language);
  out.headings = {table_word("compare.input", language), table_word("compare.address", language),
                  table_word("compare.before", language), table_word("compare.after", language)};
  for (const analysis::NumberChange& change : comparison.numbers)
    out.rows.push_back({std::filesystem::path(change.input).filename().string(), change.address,
                        shortened(said_text(change.before, language), longest_said),
                        shortened(said_text(change.after, language), longest_said)});
  out.notes = {table_word("compare.numbers_note", language)};
  return out;
}

}  // namespace

Document comparison_document(const analysis::Comparison& comparison, Language language) {
  Document out{table_word("compare.title", language),
               {},
               {change_grid(comparison, language), origin_grid(comparison, language)}};
  if (!comparison.numbers.empty())
    out.grids.push_back(number_grid(comparison, language));
  return out;
}

Document before_after_document(const analysis::BeforeAfter& effects, Language language) {
  const Numbers numbers(language);
  Grid packages, rows, together;
  packages.name = "packages";
  packages.title = table_word("measures.packages", language);
  packages.headings = {
      table_word("package", language),        table_word("measures.rows", language),
      table_word("measures.event", language), table_word("interval", language),
      table_word("lost_per_year", language),  table_word("interval", language)};
  for (const analysis::PackageEffect& effect : effects.packages)
    packages.rows.push_back({shortened((effect.tied ? "= " : "") + effect.package, longest_name),
                             whole_cell(effect.threats), value(effect.per_event, numbers),
                             ends_cell(effect.per_event, numbers), value(effect.per_year, numbers),
                             ends_cell(effect.per_year, numbers)});
  packages.notes = {table_word("measures.note", language), table_word("tied.packages", language)};
  if (effects.packages.empty())
    packages.notes = {table_word("measures.none", language)};
  rows.name = "rows";
  rows.title = table_word("measures.by_row", language);
  rows.headings = {table_word("threat", language),
                   table_word("package", language),
                   table_word("compare.by", language),
                   table_word("interval", language),
                   "",
                   table_word("lost_per_year", language)};
  for (const analysis::Effect& effect : effects.effects)
    rows.rows.push_back({effect.row, shortened(effect.package, longest_name),
                         value(effect.lost.by, numbers), ends_cell(effect.lost.by, numbers),
                         verdict(effect.lost, language), value(effect.per_year, numbers)});
  together.name = "together";
  together.title = table_word("measures.together", language);
  together.headings = {table_word("threat", language), table_word("package", language),
                       table_word("compare.by", language), table_word("interval", language)};
  for (const analysis::Together& one : effects.together)
    together.rows.push_back({one.row, shortened(one.first + " + " + one.second, 40),
                             value(one.more_than_sum.by, numbers),
                             ends_cell(one.more_than_sum.by, numbers)});
  together.notes = {table_word("measures.together_note", language)};
  Document out{table_word("measures.title", language), {}, {packages}};
  if (!effects.break_even.empty())
    out.grids.push_back(break_even_grid(effects.break_even, language));
  out.grids.push_back(rows);
  if (!effects.together.empty())
    out.grids.push_back(together);
  return out;
}

}  // namespace reports
