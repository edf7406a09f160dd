#include <array>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

std::vector<NeedsText> read_parts(const Place& place) {
  std::vector<NeedsText> out;
  for (const Place& item : items(place))
    out.push_back(read_needs(item));
  if (place.node().type == Node::Type::sequence && out.empty())
    place.fail("must name at least one component");
  return out;
}

NeedsText read_at_least(Fields& fields) {
  NeedsText out;
  if (const auto of = fields.require("of"))
    out.of = read_parts(*of);
  const int parts = std::max(1, static_cast<int>(out.of.size()));
  out.k = fields.required("at_least", count_in(1, parts));
  return out;
}

NeedsText read_expression(const Place& place) {
  Fields fields(place);
  place.may_have("at_least");
  if (place.node().find("at_least"))
    return read_at_least(fields);
  NeedsText out;
  const auto all = fields.find("all"), any = fields.find("any");
  if (all.has_value() == any.has_value()) {
    place.fail(
        "must be a component, or one of {all: [...]}, {any: [...]}, {at_least: N, of: "
        "[...]}");
    return out;
  }
  out.of = read_parts(all ? *all : *any);
  out.k = all ? static_cast<int>(out.of.size()) : 1;
  return out;
}

/// A name without @, of a component that stands at each meldkamer.
Id<Component> at_same_centre(const NeedsText& text, Id<Centre> centre, const Draft& draft) {
  if (!centre) {
    text.place->fail(
        fmt::format("names {}, which stands at each meldkamer: write {}@ and the "
                    "meldkamer",
                    text.name, text.name));
    return {};
  }
  const std::string& id = draft.world.centres[centre].id;
  const auto found = draft.components.find(text.name + "@" + id);
  if (!found)
    text.place->fail(fmt::format("names {}, which does not stand at {}", text.name, id));
  return found;
}

Id<Component> resolve_name(const NeedsText& text, Id<Centre> centre, const Draft& draft) {
  if (draft.per_centre.contains(text.name))
    return at_same_centre(text, centre, draft);
  const auto found = draft.components.find(text.name);
  auto names = draft.components.all();
  const bool unknown_world = names.empty() || draft.world.centres.empty();
  if (found || (unknown_world && text.place->reading().incomplete))
    return found;
  for (const auto& [name, centres] : draft.per_centre)
    names.push_back(name);
  text.place->fail(fmt::format("must name a component, found {}{}", describe(text.place->node()),
                               did_you_mean(text.name, names)));
  return {};
}

}  // namespace

NeedsText read_needs(const Place& written) {
  const Place place = written.as("needs");
  return place.node().type == Node::Type::map ? read_expression(place) : read_leaf(place);
}

NeedsText read_leaf(const Place& place) {
  NeedsText out;
  out.name = read_text(place);
  out.place = place;
  return out;
}

Needs resolve_needs(const NeedsText& text, Id<Centre> centre, const Draft& draft) {
  Needs out;
  if (!text.name.empty())
    out.component = resolve_name(text, centre, draft);
  out.k = text.k;
  for (const NeedsText& part : text.of)
    out.of.push_back(resolve_needs(part, centre, draft));
  return out;
}

}  // namespace models
