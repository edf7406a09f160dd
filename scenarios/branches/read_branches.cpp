#include "scenarios/branches/read_branches.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "models/text/pieces.hpp"
#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"
#include "scenarios/effects/read_effects.hpp"
#include "scenarios/read_settings.hpp"

namespace scenarios {

using models::Fields;
using models::Named;
using models::Node;
using models::Place;

namespace {

/// Of each address the beginning; * is any one step.
constexpr std::string_view acts[] = {
    "meldkamers.*.roster", "meldkamers.*.call_in", "takeover.plan",
    "takeover.partners",   "takeover_plans",       "takeover.decide",
    "takeover.relocate",   "takeover.verify",      "takeover.return"};

/// Words of effects that people decide.
constexpr std::string_view deeds[] = {"staffing",     "no_call_in",  "reduction",
                                      "open_channel", "no_takeover", "planned_takeover",
                                      "evacuate"};

bool begins_with(std::string_view address, std::string_view act) {
  while (!act.empty()) {
    const std::string_view step = act.substr(0, act.find('.')),
                           here = address.substr(0, address.find('.'));
    if (here.empty() || (step != "*" && step != here))
      return false;
    act.remove_prefix(std::min(act.size(), step.size() + 1));
    address.remove_prefix(std::min(address.size(), here.size() + 1));
  }
  return true;
}

/// `onset`, `detect + 10 min`; nothing when the text begins with no such word.
std::optional<Moment> read_relative(const Place& place) {
  const std::string_view text = place.node().text;
  const auto plus = text.find('+');
  const std::string word = models::trimmed(text.substr(0, plus));
  const bool onset = word == "onset", detect = word == "detect";
  if (!onset && !detect)
    return {};
  Moment out{std::string(text), onset ? Moment::From::onset : Moment::From::detect, 0};
  if (plus == text.npos)
    return out;
  Node later = place.node();
  later.text = models::trimmed(text.substr(plus + 1));
  const models::Quantity after = models::read_quantity(later, models::time_dimension);
  if (!after.error.empty() || after.value < 0)
    place.fail(fmt::format("must have a duration after the +, as in \"onset + 20 min\", found {}",
                           describe(place.node())));
  out.plus_s = after.value;
  return out;
}

Moment read_at(const Place& place, const Clock& clock) {
  static constexpr models::TextForm form = {
      "onset or detect, with a duration behind it: \"onset + 20 min\"", "onset",
      " *(onset|detect) *(\\+.+)?"};
  place.may_be(form);
  if (const auto relative = read_relative(place))
    return *relative;
  const std::string meant = models::did_you_mean(place.node().text, {"onset", "detect"});
  if (clock.drawn || !meant.empty()) {
    place.fail(
        fmt::format("must be a moment such as \"onset + 20 min\" or \"detect + 10 min\"{}, "
                    "found {}{}",
                    clock.drawn ? ", for the window is drawn" : ", or a local time",
                    describe(place.node()), meant));
    return {};
  }
  const double at_s = read_moment(place, clock).value_or(0);
  if (at_s < 0)
    place.fail(fmt::format("must not come before the start, found {}", describe(place.node())));
  return {place.node().text, Moment::From::start, at_s};
}

std::vector<Moment> read_moments(const Place& place, const Clock& clock) {
  std::vector<Moment> out;
  if (place.node().type != Node::Type::sequence)
    return {read_at(place, clock)};
  for (const Place& item : items(place)) {
    const Moment at = read_at(item, clock);
    if (std::ranges::any_of(out, [&](const Moment& other) {
          return other.from == at.from && other.plus_s == at.plus_s;
        }))
      item.fail(
          fmt::format("must be another moment than those before it, found {} again", at.text));
    out.push_back(at);
  }
  if (out.empty())
    place.fail("must have at least one moment, found an empty list");
  return out;
}

std::vector<models::Setting> read_acts(const Place& place) {
  auto out = read_settings(place);
  for (const Node::Entry& entry : place.node().entries)
    if (!is_act(entry.key))
      place.fail_at(entry.mark,
                    fmt::format("must have what people can change at that moment ({}), found {}{}",
                                fmt::join(acts, ", "), entry.key,
                                entry.key.starts_with("callers.channels.")
                                    ? ": a number is published by the effect open_channel"
                                    : ": what holds all along belongs to scenario.set or --set"));
  return out;
}

void refuse_other_deeds(const Place& effects) {
  const auto is_deed = [](const std::string& word) {
    return std::ranges::find(deeds, word) != std::end(deeds);
  };
  for (const Node& item : effects.node().items)
    for (const Node::Entry& entry : item.entries)
      for (const WhatWord& what : what_words())
        if (entry.key == what.word && !is_deed(entry.key))
          effects.fail_at(entry.mark,
                          fmt::format("must be what people decide ({}), found {}: what befalls "
                                      "them belongs to threats",
                                      fmt::join(deeds, ", "), entry.key));
}

std::vector<Effect> read_deeds(const Place& place, const std::string& id,
                               const models::Draft& draft) {
  Clock since{draft.calendar.get(), {}, {}};
  since.relative = true;
  refuse_other_deeds(place);
  return read_effect_list(place, id, draft, since);
}

/// Refuses a moment that always comes before that of the option it goes on from.
void check_order(const Place& at, const Branch& branch, const Branch& earlier) {
  for (const Moment& moment : branch.at)
    for (const Moment& before : earlier.at)
      if (moment.from == before.from && moment.plus_s < before.plus_s)
        at.fail(fmt::format("must not come before that of {}, {}, found {}", earlier.id,
                            before.text, moment.text));
}

std::optional<std::size_t> read_after(const Place& place, const std::vector<Branch>& earlier) {
  std::vector<std::string> known;
  place.may_be_text();
  for (const Branch& branch : earlier)
    known.push_back(branch.id);
  const auto at = std::ranges::find(known, place.node().text);
  if (at == known.end()) {
    place.fail(fmt::format("must name an option above this one, found {}{}", describe(place.node()),
                           models::did_you_mean(place.node().text, known)));
    return {};
  }
  const auto index = static_cast<std::size_t>(at - known.begin());
  if (earlier[index].at.size() > 1)
    place.fail(fmt::format("must name an option with one moment, found {}, which has {}", *at,
                           earlier[index].at.size()));
  return index;
}

Branch read_branch(const Named& entry, const std::vector<Branch>& earlier,
                   const models::Draft& draft, const Clock& clock) {
  Fields fields(entry.place);
  Branch out;
  out.id = entry.id;
  out.mark = entry.mark;
  out.name = fields.get("name", models::read_text, entry.id);
  if (const auto after = fields.find("after"))
    out.after = read_after(*after, earlier);
  const auto at = fields.find("at");
  if (at)
    out.at = read_moments(*at, clock);
  if (const auto set = fields.find("set"))
    out.settings = read_acts(*set);
  if (const auto effects = fields.find("effects"))
    out.effects = read_deeds(*effects, entry.id, draft);
  if (out.decides() && !at)
    fields.require("at");
  if (at && !out.decides())
    at->fail("is the moment of an option that has neither set nor effects");
  if (at && out.after)
    check_order(*at, out, earlier[*out.after]);
  return out;
}

}  // namespace

bool is_act(const std::string& address) {
  return std::ranges::any_of(acts, [&](std::string_view act) { return begins_with(address, act); });
}

void read_branches(const Place& section, const models::Draft& draft, const Clock& clock,
                   std::vector<Branch>& all) {
  for (const Named& entry : named(section)) {
    if (std::ranges::count(all, entry.id, &Branch::id) > 0)
      section.fail_at(entry.mark, fmt::format("has {} already, in the background", entry.id));
    all.push_back(read_branch(entry, all, draft, clock));
  }
}

std::vector<models::Setting> settings_until(const std::vector<Branch>& branches,
                                            std::size_t branch) {
  std::vector<models::Setting> out;
  if (const auto after = branches[branch].after)
    out = settings_until(branches, *after);
  const auto& own = branches[branch].settings;
  out.insert(out.end(), own.begin(), own.end());
  return out;
}

namespace {

bool has_same_groups(const models::World& a, const models::World& b) {
  return std::ranges::equal(a.groups.rows(), b.groups.rows(), {}, &models::AgentGroup::id,
                            &models::AgentGroup::id);
}

}  // namespace

std::vector<std::shared_ptr<const models::World>> decided_worlds(
    const std::vector<Branch>& branches, const models::World& world, const ReadAgain& read_again) {
  std::vector<std::shared_ptr<const models::World>> out(branches.size());
  models::Problems problems;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    if (branches[i].settings.empty())
      continue;
    try {
      out[i] = std::make_shared<const models::World>(read_again(settings_until(branches, i)));
      if (!has_same_groups(*out[i], world))
        problems.add(
            branches[i].settings.front().mark,
            fmt::format("{} gives a room people of a role that it does not have", branches[i].id));
    } catch (const models::InvalidInput& invalid) {
      for (const models::Problem& problem : invalid.problems())
        problems.add(problem.mark, problem.message);
    }
  }
  problems.throw_if_any();
  return out;
}

}  // namespace scenarios
