#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/threats/lots.hpp"

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

/// What every component of one supplier, voorziening or site, or with one common cause, has in
/// common.
struct Selector {
  const char* word;
  const char* what;
  std::string models::Component::*member;
};
constexpr Selector selectors[] = {
    {"common_cause", "the common cause", &models::Component::common_cause},
    {"supplier", "the supplier", &models::Component::supplier},
    {"voorziening", "the voorziening", &models::Component::voorziening},
    {"site", "the site", &models::Component::site}};

std::vector<Id<models::Component>> selected(const Place& place, const Draft& draft,
                                            const Selector& selector) {
  const auto& components = draft.world.components;
  std::vector<Id<models::Component>> out;
  std::vector<std::string> found;
  place.may_be_text();
  for (const auto id : components.ids()) {
    found.push_back(components[id].*selector.member);
    if (found.back() == place.node().text && !place.node().text.empty())
      out.push_back(id);
  }
  if (out.empty() && !place.reading().incomplete)
    place.fail(fmt::format("must be {} of a component, found {}{}", selector.what,
                           describe(place.node()), models::did_you_mean(place.node().text, found)));
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
  int ways = 0;
  if (const auto components = fields.find("components")) {
    ++ways;
    down.components = read_components(*components, draft);
  }
  for (const Selector& selector : selectors)
    if (const auto at = fields.find(selector.word)) {
      ++ways;
      down.components = selected(*at, draft, selector);
    }
  if (fields.is_map() && ways != 1)
    place.fail("must have components, common_cause, supplier, voorziening or site, one of them");
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
  blocking.per_caller =
      fields.get("per", models::one_of<bool>({{"attempt", false}, {"caller", true}}), false);
  blocking.declines = fields.get("declines", models::read_boolean, false);
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
  out.declines = fields.get("declines", models::read_boolean, false);
  return out;
}

What read_reregistration(const Place& place, const Draft& draft) {
  Fields fields(place);
  Reregistration out;
  if (const auto component = fields.require("component"))
    out.component = read_component(*component, draft);
  out.lasts_s = fields.required("lasts", models::read_distribution);
  out.probability = fields.get("probability", models::read_share, 0);
  out.factor = fields.get("factor", models::factor_in({0, 1000, true}), 1);
  if (fields.find("factor"))
    out.groups = read_groups(fields, draft);
  if (fields.is_map() && !fields.find("factor") && !fields.find("probability"))
    place.fail("must have a probability of being blocked, a factor on handling, or both");
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
  out.callers = fields.optional("callers", models::count_in(0, 10'000'000));
  out.extra_rate = fields.get("extra_rate", models::factor_in({0, 1e6}), 0);
  if (place.node().find("rate_factor"))
    fields.find("rate_factor")
        ->fail("is called extra_rate now: it comes on top of the normal rate");
  else if (fields.is_map() && fields.find("extra_rate").has_value() == out.callers.has_value())
    place.fail("must have callers or extra_rate, one of them");
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
    at->may_be_text();
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

Centres read_centres(Fields& fields, const Draft& draft) {
  if (const auto at = fields.require("at"))
    return models::read_all_or_names(*at, draft.centres, draft.world.centres.ids());
  return {};
}

What read_no_takeover(const Place& place, const Draft& draft) {
  Fields fields(place);
  return NoTakeover{read_centres(fields, draft)};
}

What read_lines(const Place& place, const Draft& draft) {
  Fields fields(place);
  Lines out;
  out.centres = read_centres(fields, draft);
  out.share = fields.required("share", models::read_share);
  for (const auto centre : out.centres)
    if (centre && !draft.world.centres[centre].lines && !place.reading().incomplete)
      place.fail(fmt::format("{} has no lines in the world", draft.world.centres[centre].id));
  return out;
}

What read_latency(const Place& place, const Draft& draft) {
  Fields fields(place);
  Latency out;
  out.centres = read_centres(fields, draft);
  if (const auto at = fields.require("stage"))
    out.stage = draft.stages.read(*at);
  out.delay_s = fields.required("delay", models::read_distribution);
  return out;
}

What read_misroute(const Place& place, const Draft& draft) {
  Fields fields(place);
  Misroute out;
  out.centres = read_centres(fields, draft);
  out.probability = fields.required("probability", models::read_share);
  out.delay_s = fields.required("delay", models::read_distribution);
  return out;
}

What read_corrupt(const Place& place, const Draft& draft) {
  Fields fields(place);
  Corrupt out;
  out.centres = read_centres(fields, draft);
  out.probability = fields.required("probability", models::read_share);
  out.found_after_s = fields.required("found_after", models::read_distribution);
  return out;
}

What read_flood(const Place& place, const Draft&) {
  Fields fields(place);
  Flood out;
  out.calls_per_s = fields.required("calls", models::rate_in({0, 1e6}));
  out.hold_s = fields.required("hold", models::read_distribution);
  out.handling_s = fields.required("handling", models::read_distribution);
  return out;
}

What read_delay_takeover(const Place& place, const Draft& draft) {
  Fields fields(place);
  DelayTakeover out;
  out.centres = read_centres(fields, draft);
  out.delay_s = fields.required("delay", models::read_distribution);
  return out;
}

What read_takeover_fails(const Place& place, const Draft& draft) {
  Fields fields(place);
  TakeoverFails out;
  out.centres = read_centres(fields, draft);
  out.probability = fields.required("probability", models::read_share);
  if (const auto worse = fields.find("makes_worse"))
    out.makes_worse = read_components(*worse, draft);
  return out;
}

What read_no_signal(const Place& place, const Draft& draft) {
  Fields fields(place);
  NoSignal out;
  out.regions = read_regions(fields, draft);
  out.share = fields.required("share", models::read_share);
  return out;
}

What read_camp_on(const Place& place, const Draft& draft) {
  Fields fields(place);
  CampOn out;
  out.regions = read_regions(fields, draft);
  out.share = fields.required("share", models::read_share);
  out.delay_s = fields.required("delay", models::read_distribution);
  return out;
}

What read_evacuate(const Place& place, const Draft& draft) {
  Fields fields(place);
  Evacuate out;
  out.centres = read_centres(fields, draft);
  out.cut_connected =
      fields.get("connected", models::one_of<bool>({{"cut", true}, {"finish", false}}), true);
  out.relocates = fields.optional("relocates", models::read_share);
  return out;
}

What read_stale_numbers(const Place& place, const Draft& draft) {
  Fields fields(place);
  StaleNumbers out;
  out.centres = read_centres(fields, draft);
  out.probability = fields.get("probability", models::read_share, 1);
  out.found_after_s = fields.required("found_after", models::read_distribution);
  return out;
}

/// `at:` meldkamers or `hub: true`: a meldkamer may be called hub.
What read_network_flood(const Place& place, const Draft& draft) {
  Fields fields(place);
  NetworkFlood out;
  out.hub = fields.get("hub", models::read_boolean, false);
  if (fields.is_map() && out.hub == fields.find("at").has_value())
    place.fail("must have at or hub: true, one of them");
  else if (!out.hub)
    out.centres = read_centres(fields, draft);
  out.flows = fields.required("flows", models::count_in(1, 10'000));
  out.bytes_per_s = fields.required("rate", [](const Place& at) {
    return models::read_number(at, models::bandwidth_dimension, {0, 1e10, true});
  });
  return out;
}

What read_planned_takeover(const Place& place, const Draft& draft) {
  Fields fields(place);
  PlannedTakeover out;
  if (const auto at = fields.require("at"))
    out.centre = draft.centres.read(*at);
  if (const auto to = fields.require("to"))
    out.partner = draft.centres.read(*to);
  if (out.centre && out.centre == out.partner)
    place.fail("must go to another meldkamer");
  return out;
}

/// The centre's link to the hub is cut, and falls with it whatever needs the link.
What read_isolate(const Place& place, const Draft& draft) {
  Fields fields(place);
  Down out;
  for (const auto centre : read_centres(fields, draft)) {
    if (!centre)
      continue;
    const auto& access = draft.world.network.access;
    const auto link = access.empty() ? Id<models::Component>{} : access[centre];
    if (link)
      out.components.push_back(link);
    else if (!place.reading().incomplete)
      place.fail(
          fmt::format("{} has no network access in the world", draft.world.centres[centre].id));
  }
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
                                              {"no_takeover", read_no_takeover},
                                              {"lines", read_lines},
                                              {"latency", read_latency},
                                              {"misroute", read_misroute},
                                              {"corrupt", read_corrupt},
                                              {"flood", read_flood},
                                              {"delay_takeover", read_delay_takeover},
                                              {"takeover_fails", read_takeover_fails},
                                              {"planned_takeover", read_planned_takeover},
                                              {"isolate", read_isolate},
                                              {"reregistration", read_reregistration},
                                              {"no_signal", read_no_signal},
                                              {"evacuate", read_evacuate},
                                              {"stale_numbers", read_stale_numbers},
                                              {"network_flood", read_network_flood},
                                              {"camp_on", read_camp_on}};
  return words;
}

}  // namespace scenarios
