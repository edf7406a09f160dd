#include "reports/documents/parameter_list.hpp"

#include "reports/documents/document_head.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/csv_line.hpp"

namespace reports {

Document parameters_document(const models::WorldModel& model,
                             const std::vector<models::Parameter>& chosen,
                             const std::string& counts, Language language) {
  Grid grid;
  grid.name = "parameters";
  grid.headings = {Both{"address", "adres"}.in(language),  Both{"value", "waarde"}.in(language),
                   Both{"unit", "eenheid"}.in(language),   Both{"kind", "soort"}.in(language),
                   Both{"range", "bereik"}.in(language),   Both{"source", "bron"}.in(language),
                   Both{"note", "opmerking"}.in(language), "SI"};
  for (const models::Parameter& one : chosen)
    grid.rows.push_back({one.address, one.value, one.unit, one.kind, one.range, one.source,
                         one.note,
                         Cell(csv_number(one.value_si), {one.value_si}, analysis::Unit::count)});
  Document out{model.world.name, world_head(model.world, language), {grid}};
  out.head.push_back(counts);
  return out;
}

}  // namespace reports
