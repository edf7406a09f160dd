#include "scenarios/threats/target.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "models/text/pieces.hpp"
#include "scenarios/threats/lots.hpp"

namespace scenarios {

using models::Centre;
using models::Draft;
using models::Id;
using models::Place;

namespace {

void add(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end())
    names.push_back(name);
}

void add_centre(Target& target, const Draft& draft, Id<Centre> centre) {
  if (!centre)
    return;
  add(target.centres, draft.world.centres[centre].id);
  for (const auto& region : draft.world.regions)
    if (region.centre == centre)
      add(target.regions, region.id);
}

void add_component(Target& target, const Draft& draft, const models::Component& component) {
  add(target.components, component.id);
  add_centre(target, draft, component.centre);
}

/// Everything with the word in common; false when the word is none of ours.
bool add_by_property(Target& target, const Draft& draft, const std::string& word,
                     const std::string& name) {
  for (const auto& component : draft.world.components)
    if ((word == "site" && component.site == name) ||
        (word == "supplier" && component.supplier == name) ||
        (word == "voorziening" && component.voorziening == name))
      add_component(target, draft, component);
  if (word == "site")
    for (const auto id : draft.world.centres.ids())
      if (draft.world.centres[id].site == name)
        add_centre(target, draft, id);
  return word == "site" || word == "supplier" || word == "voorziening";
}

void add_named(Target& target, const Draft& draft, const std::string& name) {
  if (name == "all")
    for (const auto id : centres_with_regions(draft.world))
      add_centre(target, draft, id);
  add_centre(target, draft, draft.centres.find(name));
  for (const auto& component : draft.world.components)
    if (component.id == name || component.id.starts_with(name + "@"))
      add_component(target, draft, component);
}

std::vector<std::string> known_names(const Draft& draft) {
  std::vector<std::string> out = draft.centres.all();
  for (const auto& component : draft.world.components)
    out.push_back(component.id);
  for (const auto& [name, centres] : draft.per_centre)
    out.push_back(name);
  return out;
}

/// `random:K`, or `random:K+partner`.
struct Lots {
  std::size_t count = 0;  ///< 0 when it is no whole number above 0
  bool partners = false;
};

Lots lots_of(std::string_view text) {
  Lots out;
  constexpr std::string_view partners = "+partner";
  out.partners = text.ends_with(partners);
  if (out.partners)
    text.remove_suffix(partners.size());
  const auto end = std::from_chars(text.data(), text.data() + text.size(), out.count).ptr;
  if (end != text.data() + text.size())
    out.count = 0;
  return out;
}

}  // namespace

Target read_target(const Place& place, const Draft& draft, const models::ReplicationKey& key,
                   const std::string& threat) {
  place.may_be_text();
  const std::string& text = place.node().text;
  const auto colon = text.find(':');
  const std::string word = text.substr(0, colon);
  const std::string rest = colon == std::string::npos ? "" : text.substr(colon + 1);
  Target target;
  if (const Lots lots = lots_of(rest); word == "random" && lots.count > 0) {
    const Centres all = centres_with_regions(draft.world);
    if (lots.count > all.size())
      place.fail(fmt::format("must draw at most the {} meldkamers that there are, found {}",
                             all.size(), describe(place.node())));
    const Centres drawn = by_lot({draft, key, threat}, all, lots.count);
    for (const auto centre : lots.partners ? with_partners(draft.world, drawn) : drawn)
      add_centre(target, draft, centre);
  } else if (colon == std::string::npos || !add_by_property(target, draft, word, rest))
    for (const std::string& name : models::split_at_commas(text)) {
      const std::size_t before = target.centres.size() + target.components.size();
      add_named(target, draft, name);
      if (target.centres.size() + target.components.size() == before)
        place.fail(
            fmt::format("must name a meldkamer or a component, or be all, random:K, "
                        "random:K+partner, site:NAME, "
                        "supplier:ID or voorziening:ID, found {}{}",
                        name, models::did_you_mean(name, known_names(draft))));
    }
  else if (target.centres.empty() && target.components.empty())
    place.fail(fmt::format("hits nothing: no {} is called {}", word, rest));
  return target;
}

}  // namespace scenarios
