#include <algorithm>

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"

namespace models {

namespace {

std::vector<Id<Discipline>> read_authorised(const Place& place, const Draft& draft) {
  auto out = read_names(place, draft.disciplines);
  if (place.node().type == Node::Type::sequence && place.node().items.empty())
    place.fail("needs at least one discipline; leave the partner out when it may take none");
  return out;
}

std::vector<Partner> read_partners(const Place& place, Id<Centre> home, const Draft& draft) {
  std::vector<Partner> out;
  for (const Place& item : items(place)) {
    Fields fields(item);
    Partner partner;
    partner.centre = fields.required("to", draft.centres.reader());
    partner.trained = fields.get("trained", read_boolean, false);
    partner.share = fields.get("share", read_share, 1);
    if (const auto at = fields.find("disciplines"))
      partner.disciplines = read_authorised(*at, draft);
    const auto same = [&](const Partner& other) { return other.centre == partner.centre; };
    if (partner.centre && partner.centre == home)
      item.fail("leads back to the same meldkamer");
    else if (partner.centre && std::any_of(out.begin(), out.end(), same))
      item.fail("is named twice");
    out.push_back(partner);
  }
  return out;
}

TakeoverPlan read_plan(const Named& entry, const Draft& draft) {
  Fields fields(entry.place);
  TakeoverPlan plan;
  plan.id = entry.id;
  plan.name = fields.get("name", read_text, entry.id);
  plan.description = fields.get("description", read_prose, "");
  plan.partners = PartnersOfAll(draft.world.centres.size());
  if (const auto at = fields.require("partners"))
    plan.partners = read_partners_of_all(*at, draft);
  return plan;
}

/// Pairs that have rehearsed are trained in every plan. `all`, or by home a list of partners.
void mark_rehearsed(const Place& place, Draft& draft) {
  place.may_be_word("all");
  const bool everybody = place.node().type == Node::Type::scalar && place.node().text == "all";
  const auto mark = [&](PartnersOfAll& plan, Id<Centre> home, const std::vector<Id<Centre>>& with) {
    for (Partner& partner : plan[home])
      partner.trained = partner.trained || everybody ||
                        std::find(with.begin(), with.end(), partner.centre) != with.end();
  };
  const auto mark_everywhere = [&](Id<Centre> home, const std::vector<Id<Centre>>& with) {
    for (TakeoverPlan& plan : draft.world.takeover_plans)
      mark(plan.partners, home, with);
    mark(draft.world.takeover.partners, home, with);
  };
  if (everybody)
    for (const auto home : draft.world.centres.ids())
      mark_everywhere(home, {});
  if (everybody)
    return;
  for (const Named& entry : named(place)) {
    const Id<Centre> home = draft.centres.find(entry.id);
    const auto with = read_names(entry.place, draft.centres);
    if (home)
      mark_everywhere(home, with);
    else if (!draft.centres.all().empty())
      entry.place.fail_at(entry.mark, fmt::format("is not a meldkamer{}",
                                                  did_you_mean(entry.id, draft.centres.all())));
  }
}

/// What the world does not stand on is no parameter of it: the numbers of the plans that are not
/// in force.
void forget_other_plans(const std::string& chosen, Reading& reading) {
  const std::string all = "takeover_plans.", kept = all + chosen + ".";
  std::erase_if(reading.parameters, [&](const Parameter& parameter) {
    return parameter.address.starts_with(all) && !parameter.address.starts_with(kept);
  });
}

}  // namespace

PartnersOfAll read_partners_of_all(const Place& place, const Draft& draft) {
  PartnersOfAll out(draft.world.centres.size());
  for (const Named& entry : named(place)) {
    const Id<Centre> home = draft.centres.find(entry.id);
    const bool unknown = !draft.centres.all().empty() || !place.reading().incomplete;
    if (!home && unknown)
      entry.place.fail_at(entry.mark, fmt::format("is not a meldkamer{}",
                                                  did_you_mean(entry.id, draft.centres.all())));
    auto partners = read_partners(entry.place, home, draft);
    if (home)
      out[home] = std::move(partners);
  }
  return out;
}

void read_takeover_plans(const Place& section, Draft& draft) {
  for (const Named& entry : named(section))
    draft.takeover_plans.add(entry.id, draft.world.takeover_plans.add(read_plan(entry, draft)));
  if (draft.world.takeover_plans.empty())
    section.fail("needs at least one plan");
}

namespace {

/// Rooms that other plans of the world have a partner for.
void warn_of_gaps(const Place& place, const World& world, const TakeoverPlan& chosen) {
  std::vector<std::string> without;
  for (const auto home : world.centres.ids())
    if (chosen.partners[home].empty() &&
        std::any_of(world.takeover_plans.begin(), world.takeover_plans.end(),
                    [&](const TakeoverPlan& plan) { return !plan.partners[home].empty(); }))
      without.push_back(world.centres[home].id);
  if (!without.empty())
    place.reading().warnings.push_back(
        {place.mark(), "rooms-without-partner",
         fmt::format("plan {} has no partner for {}: nobody takes over there", chosen.id,
                     fmt::join(without, ", "))});
}

void choose(Fields& takeover, Draft& draft) {
  const auto partners = takeover.find("partners");
  const bool several = !draft.world.takeover_plans.empty();
  if (partners && several)
    partners->fail("stands beside takeover_plans: make it one of those");
  else if (partners)
    draft.world.takeover.partners = read_partners_of_all(*partners, draft);
  const auto plan = several ? takeover.require("plan") : takeover.find("plan");
  if (plan && !several)
    plan->fail("names a plan, but this world has no takeover_plans");
  if (!plan || !several)
    return;
  draft.world.takeover.plan = draft.takeover_plans.read(*plan);
  if (!draft.world.takeover.plan)
    return;
  const TakeoverPlan& chosen = draft.world.takeover_plans[draft.world.takeover.plan];
  draft.world.takeover.partners = chosen.partners;
  warn_of_gaps(*plan, draft.world, chosen);
  forget_other_plans(chosen.id, plan->reading());
}

}  // namespace

void choose_takeover_plan(Fields& takeover, Draft& draft) {
  choose(takeover, draft);
  if (const auto rehearsed = takeover.find("rehearsed"))
    mark_rehearsed(*rehearsed, draft);
}

}  // namespace models
