#include "reports/documents/parameter_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/text/units.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/schemas.hpp"

namespace reports {

namespace {

using models::Parameter;

/// "1,234 of 1,500 parameters: 200 assumed, 12 measured".
std::string summary(const models::WorldModel& model, const std::vector<Parameter>& chosen,
                    Language language) {
  std::map<std::string, int> kinds;
  for (const Parameter& p : chosen)
    ++kinds[p.kind.empty() ? word("without_kind", language) : p.kind];
  std::string text = fmt::format("{} {} {}", chosen.size(), word("of", language),
                                 counted("parameters", model.parameters.size(), language));
  const char* mark = ": ";
  for (const auto& [kind, count] : kinds) {
    text += fmt::format("{}{} {}", mark, count, kind);
    mark = ", ";
  }
  return text;
}

nlohmann::ordered_json as_json(const Parameter& p) {
  return {{"address", p.address},   {"value", p.value}, {"unit", p.unit},
          {"si_value", p.value_si}, {"kind", p.kind},   {"range", p.range},
          {"source", p.source},     {"note", p.note},   {"file", p.mark.file},
          {"line", p.mark.line}};
}

/// As wide as the longest address, so that the ranges have room.
std::size_t address_width(const std::vector<Parameter>& chosen) {
  std::size_t out = 0;
  for (const Parameter& p : chosen)
    out = std::max(out, width_of(p.address));
  return out;
}

/// A range behind so many characters, or at the end of a line of its own where it does not fit.
std::string beside(const std::string& range, std::size_t taken) {
  const std::size_t width = width_of(range);
  if (range.empty())
    return "";
  if (taken + 2 + width <= table_width)
    return "  " + range;
  return "\n" + std::string(table_width - std::min(width, table_width), ' ') + range;
}

/// Behind a bare number; a text such as "2 h" has its own.
std::string unit_of(const Parameter& p) {
  return models::decimal(p.value) ? p.unit : "";
}

}  // namespace

nlohmann::ordered_json parameters_json(const models::WorldModel& model,
                                       const std::vector<Parameter>& chosen, Language language) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Parameter& parameter : chosen)
    list.push_back(as_json(parameter));
  return {{"schema", name_of(results::Schema::describe)},
          {"world", model.world.name},
          {"head", world_head(model.world, language)},
          {"parameters_in_all", model.parameters.size()},
          {"parameters", list}};
}

std::string parameters_text(const models::WorldModel& model, const std::vector<Parameter>& chosen,
                            Language language) {
  std::string source, out;
  for (const std::string& line : world_head(model.world, language))
    out += line + "\n";
  const std::size_t addresses = address_width(chosen);
  for (const Parameter& p : chosen) {
    if (p.source != source)
      out += emphasised(fmt::format("# {}: {}", word("source", language),
                                    p.source.empty() ? "-" : p.source),
                        bold_wanted()) +
             "\n";
    source = p.source;
    const std::string line =
        fmt::format("{:<{}} {:>16} {:<7} {:<9}", p.address, addresses, p.value, unit_of(p), p.kind);
    out += line + beside(p.range, width_of(line)) + "\n";
  }
  return out + summary(model, chosen, language) + "\n";
}

Document parameters_document(const models::WorldModel& model, const std::vector<Parameter>& chosen,
                             Language language) {
  Grid grid;
  grid.name = "parameters";
  grid.headings = {Both{"address", "adres"}.in(language),      Both{"value", "waarde"}.in(language),
                   Both{"SI unit", "SI-eenheid"}.in(language), Both{"kind", "soort"}.in(language),
                   Both{"range", "bereik"}.in(language),       Both{"source", "bron"}.in(language),
                   Both{"note", "opmerking"}.in(language),     "SI"};
  for (const models::Parameter& one : chosen)
    grid.rows.push_back({one.address, one.value, one.unit, one.kind, one.range, one.source,
                         one.note,
                         Cell(csv_number(one.value_si), {one.value_si}, analysis::Unit::count)});
  Document out{model.world.name, world_head(model.world, language), {grid}};
  out.head.push_back(summary(model, chosen, language));
  return out;
}

}  // namespace reports
