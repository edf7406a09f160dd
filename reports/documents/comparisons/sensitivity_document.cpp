#include "reports/documents/comparisons/sensitivity_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/documents/document_keys.hpp"
#include "reports/fields/durations.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/table_words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::DurationCurve;
using analysis::Unit;
using nlohmann::ordered_json;

/// "DR-20@rotterdam", "DR-20@rotterdam planned".
std::string name_of(const std::string& row, const std::string& package) {
  return package == "current" ? row : row + " " + package;
}

std::string longest_text(const DurationCurve& curve, const std::optional<double>& longest,
                         Language language) {
  if (!longest)
    return table_word("durations.not_even", language);
  const auto at = std::find_if(curve.points.begin(), curve.points.end(),
                               [&](const auto& point) { return point.duration_s == *longest; });
  const std::string more = *longest == curve.points.back().duration_s ? ">= " : "";
  return more + at->text;
}

void add_capped(Grid& out, const DurationCurve& curve, Language language) {
  for (const analysis::DurationPoint& point : curve.points)
    if (point.capped > 0)
      out.notes.push_back(
          capped_text(fmt::format("* {} {}/{}", point.text, point.capped, point.events),
                      point.capped_s, language));
  if (out.notes.size() > 2)
    out.notes.push_back(table_word("durations.capped", language));
}

Grid curve_grid(const DurationCurve& curve, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = name_of(curve.row, curve.package);
  out.title = fmt::format("{} {} ({})", curve.row, curve.package, curve.voorzieningen);
  out.headings = {
      table_word("durations.outage", language), "n", table_word("mean", language),
      table_word("interval", language),         "I", table_word("durations.over", language)};
  for (const analysis::DurationPoint& point : curve.points)
    out.rows.push_back({point.text + (point.capped > 0 ? " *" : ""), whole_cell(point.events),
                        number_cell(point.lost.value, numbers), ends_cell(point.lost, numbers),
                        fmt::format("I{}", point.median_class),
                        proportion_cell(point.over, numbers)});
  out.notes = {table_word("durations.longest", language) + ": " +
                   longest_text(curve, curve.longest_s, language),
               table_word("durations.longest_shown", language) + ": " +
                   longest_text(curve, curve.longest_shown_s, language)};
  add_capped(out, curve, language);
  return out;
}

Grid tornado_grid(const analysis::Tornado& tornado, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = name_of(tornado.row, tornado.package);
  out.title = fmt::format("{} {}: {} {}", tornado.row, tornado.package,
                          numbers.value(tornado.lost.value, Unit::count),
                          ends_cell(tornado.lost, numbers).text);
  out.headings = {table_word("tornado.parameter", language), table_word("tornado.value", language),
                  table_word("compare.by", language), table_word("interval", language), ""};
  for (const analysis::Bar& bar : tornado.bars)
    for (const analysis::Bar::End& end : bar.ends)
      out.rows.push_back({shortened(bar.parameter, 44), shortened(end.value, 16),
                          number_cell(end.lost.by.value, numbers), ends_cell(end.lost.by, numbers),
                          end.lost.clear() ? "" : "~"});
  out.notes = {table_word("compare.note", language), table_word("tornado.note", language)};
  for (const std::string& settings : tornado.left_out)
    out.notes.push_back(table_text("tornado.left_out", language, settings));
  return out;
}

}  // namespace

Document duration_document(const std::vector<DurationCurve>& curves,
                           const analysis::Criteria& criteria, Language language) {
  Document out;
  out.title = table_word("durations.title", language);
  out.head = {table_text("durations.rule", language,
                         Numbers(language).value(criteria.tolerable_share, Unit::share),
                         criteria.tolerable_class)};
  for (const DurationCurve& curve : curves)
    out.grids.push_back(curve_grid(curve, language));
  out.grids.push_back(duration_lines(curves));
  if (curves.empty())
    out.head.push_back(table_word("durations.none", language));
  return out;
}

ordered_json duration_json(const std::vector<DurationCurve>& curves) {
  return {{"schema", name_of(results::Schema::durations)},
          {"curves", json_of(curves, any_language)}};
}

JsonKeys duration_keys() {
  return {board("schema"), board("head"), board("curves", keys_of<DurationCurve>())};
}

Document tornado_document(const std::vector<analysis::Tornado>& tornados,
                          const std::vector<std::string>& without_base, Language language) {
  Document out;
  out.title = table_word("tornado.title", language);
  for (const analysis::Tornado& tornado : tornados)
    out.grids.push_back(tornado_grid(tornado, language));
  out.grids.push_back(tornado_lines(tornados));
  if (tornados.empty())
    out.head.push_back(table_word("tornado.none", language));
  for (const std::string& settings : without_base)
    out.head.push_back(table_text("tornado.without_base", language, settings));
  return out;
}

ordered_json tornado_json(const std::vector<analysis::Tornado>& tornados,
                          const std::vector<std::string>& without_base) {
  ordered_json out = ordered_json::array();
  for (const analysis::Tornado& tornado : tornados) {
    ordered_json bars = ordered_json::array();
    for (const analysis::Bar& bar : tornado.bars) {
      ordered_json ends = ordered_json::array();
      for (const analysis::Bar::End& end : bar.ends)
        ends.push_back({{"value", end.value},
                        {"difference", interval_json(end.lost.by)},
                        {"paired", end.lost.paired},
                        {"clear", end.lost.clear()}});
      bars.push_back({{"parameter", bar.parameter},
                      {"swing", number_or_null(bar.swing)},
                      {"clear", bar.clear()},
                      {"ends", ends}});
    }
    out.push_back({{"row", tornado.row},
                   {"package", tornado.package},
                   {"lost_callers", interval_json(tornado.lost)},
                   {"bars", bars},
                   {"left_out", tornado.left_out}});
  }
  return {{"schema", name_of(results::Schema::tornado)},
          {"tornados", out},
          {"without_base", without_base}};
}

}  // namespace reports
