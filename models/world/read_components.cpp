#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

void read_owners(const Place& section, std::map<std::string, std::string>& out) {
  for (const Named& entry : named(section)) {
    Fields fields(entry.place);
    out[entry.id] = fields.required("name", read_text);
  }
}

/// A component as written: once for the country, or once for each of `centres`.
struct WrittenComponents {
  Component row;
  bool per_centre = false;
  std::vector<Id<Centre>> centres;
  NeedsText needs;
  std::optional<NeedsText> standby_for;
  Mark mark;
};

std::string read_owner(const Place& place, const std::map<std::string, std::string>& owners,
                       const char* what) {
  std::vector<std::string> names;
  for (const auto& [id, name] : owners)
    names.push_back(id);
  const std::string id = read_text(place);
  if (!owners.contains(id) && !(owners.empty() && place.reading().incomplete))
    place.fail(fmt::format("must name a {}, found {}{}", what, describe(place.node()),
                           did_you_mean(id, names)));
  return id;
}

void read_belonging(Fields& fields, const World& world, Component& row) {
  const auto voorziening = fields.find("voorziening"), supplier = fields.find("supplier");
  if (voorziening)
    row.voorziening = read_owner(*voorziening, world.voorzieningen, "voorziening");
  if (supplier)
    row.supplier = read_owner(*supplier, world.suppliers, "supplier");
  if (fields.is_map() && voorziening.has_value() == supplier.has_value())
    fields.place().fail("must belong to a voorziening or to a supplier, one of them");
}

void read_redundancy(Fields& fields, Component& row) {
  row.n = fields.get("n", count_in(1, 10'000), 1);
  row.k = fields.get("k", count_in(1, 10'000), 1);
  if (row.k > row.n)
    fields.find("k")->fail(fmt::format("must be at most n, {}, found {}", row.n, row.k));
  row.common_cause = fields.get("common_cause", read_text, "");
  row.mtbf_s = fields.optional("mtbf", time_in({0, 1e6 * year_s, true}));
  row.repair_s = fields.optional("repair", read_distribution);
  if (row.mtbf_s && !row.repair_s)
    fields.place().fail("has an mtbf, so it needs a repair time");
  const auto beta = fields.find("beta");
  const double share = beta ? read_share(*beta) : 0;
  row.beta = row.n > 1 ? share : 0;
  if (beta && !row.mtbf_s)
    beta->fail("is a share of the failures of a unit, so it needs an mtbf");
}

void read_standby(const Place& place, WrittenComponents& out) {
  Fields fields(place);
  Component::Standby standby;
  if (const auto at = fields.require("for"))
    out.standby_for = read_leaf(*at);
  standby.start_s = fields.required("start", read_distribution);
  standby.start_fails = fields.get("start_fails", read_share, 0);
  out.row.standby = standby;
}

void read_component_places(Fields& fields, const Draft& draft, WrittenComponents& out) {
  if (const auto per = fields.find("per")) {
    read_word(*per, {"meldkamer"});
    out.per_centre = true;
    out.centres = draft.world.centres.ids();
  }
  const auto at = fields.find("at");
  if (at && !out.per_centre)
    at->fail("restricts a component `per: meldkamer`, which this is not");
  else if (at)
    out.centres = read_names(*at, draft.centres);
}

WrittenComponents read_component(const Named& entry, const Draft& draft) {
  Fields fields(entry.place);
  WrittenComponents out;
  out.mark = entry.mark;
  out.row.id = entry.id;
  out.row.name = fields.get("name", read_text, entry.id);
  read_belonging(fields, draft.world, out.row);
  read_component_places(fields, draft, out);
  out.row.site = fields.get("site", read_text, "");
  read_redundancy(fields, out.row);
  if (const auto needs = fields.find("needs"))
    out.needs = read_needs(*needs);
  if (const auto standby = fields.find("standby"))
    read_standby(*standby, out);
  return out;
}

Id<Component> add_row(Component row, const Mark& mark, Draft& draft) {
  const std::string id = row.id;
  const auto component = draft.world.components.add(std::move(row));
  draft.components.add(id, component);
  draft.component_marks.add(mark);
  return component;
}

void expand(const WrittenComponents& written, Draft& draft) {
  if (!written.per_centre) {
    add_row(written.row, written.mark, draft);
    return;
  }
  draft.per_centre[written.row.id] = written.centres;
  for (const auto centre : written.centres) {
    const Centre& where = draft.world.centres[centre];
    Component row = written.row;
    row.id = fmt::format("{}@{}", written.row.id, where.id);
    row.name = fmt::format("{} ({})", written.row.name, where.name);
    row.centre = centre;
    row.site = row.site.empty() ? where.site : row.site;
    add_row(std::move(row), written.mark, draft);
  }
}

void resolve(const WrittenComponents& written, Id<Component> id, Draft& draft) {
  Component& row = draft.world.components[id];
  row.needs = resolve_needs(written.needs, row.centre, draft);
  if (!written.standby_for || !row.standby)
    return;
  row.standby->primary = resolve_needs(*written.standby_for, row.centre, draft).component;
  if (row.standby->primary == id)
    written.standby_for->place->fail("must name another component than itself");
}

}  // namespace

void read_voorzieningen(const Place& section, Draft& draft) {
  read_owners(section, draft.world.voorzieningen);
}

void read_suppliers(const Place& section, Draft& draft) {
  read_owners(section, draft.world.suppliers);
}

void read_components(const Place& section, Draft& draft) {
  std::vector<WrittenComponents> all;
  for (const Named& entry : named(section))
    all.push_back(read_component(entry, draft));
  for (const WrittenComponents& written : all)
    expand(written, draft);
  std::uint32_t next = 0;
  for (const WrittenComponents& written : all) {
    const std::size_t copies = written.per_centre ? written.centres.size() : 1;
    for (std::size_t i = 0; i < copies; ++i)
      resolve(written, {next++}, draft);
  }
  refuse_circles(draft, section.reading());
}

}  // namespace models
