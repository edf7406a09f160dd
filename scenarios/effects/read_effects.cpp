#include "scenarios/effects/read_effects.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "models/text/read_values.hpp"

namespace scenarios {

using models::Fields;
using models::Named;
using models::Place;

namespace {

/// What is said of a moment that the run does not have.
std::string outside(const Clock& clock, const Place& at) {
  return clock.end_s ? fmt::format("must lie inside the run, 0 s to {} after its start, found {}",
                                   models::time_text(*clock.end_s), describe(at.node()))
                     : fmt::format("must not come before the start of the run, found {}",
                                   describe(at.node()));
}

/// Begin and end: until a moment, for a duration, or to the end of the run.
void read_when(Fields& fields, const Clock& clock, Effect& effect) {
  const auto from_at = clock.relative ? fields.find("from") : fields.require("from");
  const auto until_at = fields.find("until"), for_at = fields.find("for");
  const auto from = from_at ? read_moment(*from_at, clock) : std::nullopt;
  effect.from_s = from.value_or(0);
  if (from && (*from < 0 || (clock.end_s && *from >= *clock.end_s)))
    from_at->fail(outside(clock, *from_at));
  if (until_at && for_at)
    for_at->fail("is written beside until: one of them");
  if (until_at) {
    const auto until = read_moment(*until_at, clock);
    if (until && from && *until <= *from)
      until_at->fail(fmt::format("must come after from, found {}", describe(until_at->node())));
    if (until && clock.end_s && *until > *clock.end_s)
      until_at->fail(outside(clock, *until_at) + "; leave it out for \"to the end\"");
    effect.duration_s = models::Constant{until.value_or(0) - effect.from_s};
  } else if (for_at) {
    effect.duration_s =
        clock.drawn ? models::read_distribution(*for_at) : models::read_lasting(*for_at);
  } else {
    effect.to_the_end = true;
    effect.duration_s = models::Constant{clock.end_s.value_or(0) - effect.from_s};
  }
}

void read_what(Fields& fields, const models::Draft& draft, Effect& effect) {
  std::vector<const char*> words;
  std::vector<std::string> found;
  for (const WhatWord& what : what_words()) {
    words.push_back(what.word);
    if (const auto at = fields.find(what.word)) {
      found.emplace_back(what.word);
      effect.what = what.read(*at, draft);
    }
  }
  const std::size_t times = (fields.find("id") ? 1 : 0) + (fields.find("from") ? 1 : 0) +
                            (fields.find("until") ? 1 : 0) + (fields.find("for") ? 1 : 0);
  const bool misspelt = fields.place().node().entries.size() > times + found.size();
  if (fields.is_map() && found.size() != 1 && !(found.empty() && misspelt))
    fields.place().fail(
        fmt::format("must have exactly one of {}, found {}", fmt::join(words, ", "),
                    found.empty() ? "none" : fmt::format("{}", fmt::join(found, ", "))));
}

Effect read_effect(const Place& place, const models::Draft& draft, const Clock& clock) {
  Fields fields(place);
  Effect effect;
  effect.mark = place.mark();
  if (const auto id = fields.find("id"))
    id->may_be_text();
  read_when(fields, clock, effect);
  read_what(fields, draft, effect);
  return effect;
}

/// "outage.3", or its own name in place of the number.
std::string id_of(const std::string& threat, const Place& effect, std::size_t number) {
  const models::Node* const id = effect.node().find("id");
  return threat + "." + (id != nullptr ? id->text : std::to_string(number));
}

Threat read_threat(const Named& entry, const models::Draft& draft, const Clock& clock) {
  Fields fields(entry.place);
  Threat threat;
  threat.id = entry.id;
  threat.name = fields.get("name", models::read_text, entry.id);
  const auto attack = fields.find("attack");
  if (attack)
    attack->fail(attack_needs_onset);
  if (const auto effects = attack ? fields.find("effects") : fields.require("effects"))
    threat.effects = read_effect_list(*effects, entry.id, draft, clock);
  return threat;
}

}  // namespace

std::vector<Place> named_effects(const Place& list) {
  std::vector<Place> out = items(list);
  std::set<std::string> known;
  for (Place& item : out) {
    const models::Node* const id = item.node().find("id");
    if (id == nullptr)
      continue;
    if (!models::is_id(id->text))
      item.child(*id, "id").fail(fmt::format(
          "must be a small letter, then small letters, digits and _, found {}", describe(*id)));
    else if (!known.insert(id->text).second)
      item.child(*id, "id").fail(fmt::format(
          "must be another for each effect of a threat, found {} a second time", id->text));
    item = list.child(item.node(), id->text);
  }
  return out;
}

std::vector<Effect> read_effect_list(const Place& list, const std::string& owner,
                                     const models::Draft& draft, const Clock& clock) {
  std::vector<Effect> out;
  for (const Place& item : named_effects(list)) {
    out.push_back(read_effect(item, draft, clock));
    out.back().id = id_of(owner, item, out.size());
  }
  if (list.node().type == models::Node::Type::sequence && out.empty())
    list.fail("must have at least one effect");
  return out;
}

std::vector<Threat> read_threats(const Place& section, const models::Draft& draft,
                                 const Clock& clock) {
  std::vector<Threat> out;
  for (const Named& entry : named(section))
    out.push_back(read_threat(entry, draft, clock));
  return out;
}

}  // namespace scenarios
