#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/read_values.hpp"
#include "scenarios/read_effects.hpp"

namespace scenarios {

using models::AgentGroup;
using models::Draft;
using models::Fields;
using models::Named;
using models::Place;

namespace {

constexpr double share_tolerance = 0.001;

/// A component by its full name; one that stands at each meldkamer needs `@` and the meldkamer.
Id<models::Component> read_component(const Place& place, const Draft& draft) {
  return models::resolve_needs(models::read_leaf(place), {}, draft).component;
}

std::vector<Id<models::Component>> read_components(const Place& place, const Draft& draft) {
  std::vector<Id<models::Component>> out;
  for (const Place& item : items(place)) {
    const auto id = read_component(item, draft);
    if (id && std::find(out.begin(), out.end(), id) != out.end())
      item.fail(fmt::format("is named twice, found {}", item.node().text));
    out.push_back(id);
  }
  if (place.node().type == models::Node::Type::sequence && out.empty())
    place.fail("must name at least one component");
  return out;
}

std::vector<Id<models::Component>> with_cause(const Place& place, const Draft& draft) {
  const auto& components = draft.world.components;
  std::vector<Id<models::Component>> out;
  std::vector<std::string> causes;
  for (const auto id : components.ids()) {
    causes.push_back(components[id].common_cause);
    if (components[id].common_cause == place.node().text && !place.node().text.empty())
      out.push_back(id);
  }
  if (out.empty() && !place.reading().incomplete)
    place.fail(fmt::format("must be the common cause of a component, found {}{}",
                           describe(place.node()),
                           models::did_you_mean(place.node().text, causes)));
  return out;
}

void check_units(const Place& place, const Down& down, const Draft& draft) {
  for (const auto id : down.components)
    if (id && *down.units > draft.world.components[id].n)
      place.fail(fmt::format("must be at most the {} of {}, found {}", draft.world.components[id].n,
                             draft.world.components[id].id, *down.units));
}

What read_down(const Place& place, const Draft& draft) {
  Fields fields(place);
  Down down;
  const auto components = fields.find("components"), cause = fields.find("common_cause");
  if (fields.is_map() && components.has_value() == cause.has_value())
    place.fail("must have components or common_cause, one of them");
  else if (components)
    down.components = read_components(*components, draft);
  else if (cause)
    down.components = with_cause(*cause, draft);
  if (const auto units = fields.find("units")) {
    down.units = models::count_in(1, 10'000)(*units);
    check_units(*units, down, draft);
  }
  return down;
}

What read_blocking(const Place& place, const Draft& draft) {
  Fields fields(place);
  Blocking blocking;
  if (const auto component = fields.require("component"))
    blocking.component = read_component(*component, draft);
  blocking.probability = fields.required("probability", models::read_share);
  return blocking;
}

/// The groups of some or all roles at some or all meldkamers.
std::vector<Id<AgentGroup>> read_groups(Fields& fields, const Draft& draft) {
  const models::World& world = draft.world;
  std::vector<Id<models::Centre>> centres;
  auto roles = world.roles.ids();
  if (const auto at = fields.require("at"))
    centres = models::read_all_or_names(*at, draft.centres, world.centres.ids());
  if (const auto at = fields.find("roles"))
    roles = models::read_all_or_names(*at, draft.roles, roles);
  std::vector<Id<AgentGroup>> out;
  for (const auto id : world.groups.ids()) {
    const AgentGroup& group = world.groups[id];
    const bool here = std::find(centres.begin(), centres.end(), group.centre) != centres.end();
    if (here && std::find(roles.begin(), roles.end(), group.role) != roles.end())
      out.push_back(id);
  }
  if (out.empty() && !centres.empty() && !roles.empty() && !fields.place().reading().incomplete)
    fields.place().fail("hits nobody: these meldkamers have no such roles");
  return out;
}

What read_slower_handling(const Place& place, const Draft& draft) {
  Fields fields(place);
  SlowerHandling out;
  out.groups = read_groups(fields, draft);
  out.factor = fields.required("factor", models::factor_in({0, 1000, true}));
  return out;
}

What read_staffing(const Place& place, const Draft& draft) {
  Fields fields(place);
  Staffing out;
  out.groups = read_groups(fields, draft);
  out.factor = fields.get("factor", models::factor_in({0, 1000}), 1);
  out.staff = fields.optional("staff", models::count_in(0, 1'000'000));
  if (fields.is_map() && fields.find("factor").has_value() == out.staff.has_value())
    place.fail("must have factor or staff, one of them");
  return out;
}

What read_no_call_in(const Place& place, const Draft& draft) {
  Fields fields(place);
  return NoCallIn{read_groups(fields, draft)};
}

/// Shares by name, in the order of the table; those not named are 0.
template <class Of>
std::vector<double> read_shares(const Place& place, const models::Names<Of>& names,
                                std::size_t size) {
  std::vector<double> out(size, 0.0);
  double sum = 0;
  bool known = true;
  for (const Named& entry : named(place)) {
    const double share = models::read_share(entry.place);
    const Id<Of> id = names.find(entry.id);
    known = known && id;
    sum += share;
    if (id)
      out[id.index] = share;
    else if (!place.reading().incomplete)
      entry.place.fail_at(
          entry.mark, fmt::format("is not known{}", models::did_you_mean(entry.id, names.all())));
  }
  if (known && std::abs(sum - 1) > share_tolerance)
    place.fail(fmt::format("must add up to 1, found {:.6g}", sum));
  return out;
}

std::vector<Id<models::Region>> read_regions(Fields& fields, const Draft& draft) {
  if (const auto at = fields.require("regions"))
    return models::read_all_or_names(*at, draft.regions, draft.world.regions.ids());
  return {};
}

void refuse_unmodelled(const Place& place, const std::vector<double>& shares,
                       const models::World& world) {
  for (const auto id : world.disciplines.ids())
    if (id.index < shares.size() && shares[id.index] > 0 && !world.disciplines[id].modelled)
      place.fail(fmt::format("names {}, which is not modelled", world.disciplines[id].id));
}

What read_surge(const Place& place, const Draft& draft) {
  Fields fields(place);
  Surge out;
  out.regions = read_regions(fields, draft);
  out.callers = fields.optional("callers", models::factor_in({0, 1e9}));
  out.rate_factor = fields.get("rate_factor", models::factor_in({0, 1e6}), 0);
  if (fields.is_map() && fields.find("rate_factor").has_value() == out.callers.has_value())
    place.fail("must have callers or rate_factor, one of them");
  out.decay_s = fields.optional("decay", models::time_in(models::positive_time));
  if (const auto at = fields.find("kinds"))
    out.kind_shares = read_shares(*at, draft.kinds, draft.world.kinds.size());
  if (const auto at = fields.find("disciplines")) {
    out.discipline_shares = read_shares(*at, draft.disciplines, draft.world.disciplines.size());
    refuse_unmodelled(*at, out.discipline_shares, draft.world);
  }
  return out;
}

What read_reduction(const Place& place, const Draft& draft) {
  Fields fields(place);
  Reduction out;
  out.regions = read_regions(fields, draft);
  out.share = fields.required("share", models::read_share);
  out.tau_s = fields.get("reaches_after", models::time_in({0, 30 * models::day_s}), 0);
  return out;
}

What read_open_channel(const Place& place, const Draft& draft) {
  Fields fields(place);
  OpenChannel out;
  const auto& channels = draft.world.callers.channels;
  std::vector<std::string> names;
  for (const auto& channel : channels)
    names.push_back(channel.id);
  if (const auto at = fields.require("channel")) {
    const auto found = std::find(names.begin(), names.end(), at->node().text);
    if (found != names.end())
      out.channel = static_cast<std::size_t>(found - names.begin());
    else if (!place.reading().incomplete)
      at->fail(fmt::format("must name a channel, found {}{}", describe(at->node()),
                           models::did_you_mean(at->node().text, names)));
  }
  out.share = fields.optional("share", models::read_share);
  return out;
}

What read_no_takeover(const Place& place, const Draft& draft) {
  Fields fields(place);
  NoTakeover out;
  if (const auto at = fields.require("at"))
    out.centres = models::read_all_or_names(*at, draft.centres, draft.world.centres.ids());
  return out;
}

}  // namespace

const std::vector<WhatWord>& what_words() {
  static const std::vector<WhatWord> words = {{"down", read_down},
                                              {"blocking", read_blocking},
                                              {"slower_handling", read_slower_handling},
                                              {"staffing", read_staffing},
                                              {"no_call_in", read_no_call_in},
                                              {"surge", read_surge},
                                              {"reduction", read_reduction},
                                              {"open_channel", read_open_channel},
                                              {"no_takeover", read_no_takeover}};
  return words;
}

}  // namespace scenarios
