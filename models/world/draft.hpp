#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/text/reading.hpp"
#include "models/text/shape.hpp"
#include "models/world/world.hpp"

namespace models {

/// The names of one kind of thing, and references to them.
template <class Of>
class Names {
public:
  explicit Names(std::string what) : what_(std::move(what)) {}

  void add(const std::string& name, Id<Of> id) { ids_.emplace(name, id); }
  Id<Of> find(const std::string& name) const {
    const auto at = ids_.find(name);
    return at == ids_.end() ? Id<Of>{} : at->second;
  }
  std::vector<std::string> all() const {
    std::vector<std::string> out;
    for (const auto& [name, id] : ids_)
      out.push_back(name);
    return out;
  }
  /// The thing that the text at `place` names; a problem when there is none.
  Id<Of> read(const Place& place) const {
    if (place.shape() != nullptr)
      place.shape()->note_names(what_);
    const Node& node = place.node();
    const Id<Of> id = node.type == Node::Type::scalar ? find(node.text) : Id<Of>{};
    if (!id && !(ids_.empty() && place.reading().incomplete))
      place.fail(fmt::format("must name a {}, found {}{}", what_, describe(node),
                             did_you_mean(node.text, all())));
    return id;
  }
  auto reader() const {
    return [this](const Place& place) { return read(place); };
  }

private:
  std::string what_;
  std::map<std::string, Id<Of>> ids_;
};

/// An expression over component names as written, before it is known at which centre.
struct NeedsText {
  std::string name;  ///< of a leaf
  std::optional<Place> place;
  int k = 0;
  std::vector<NeedsText> of;
};

/// The world in the making: what the readers of sections share.
struct Draft {
  World world;
  std::unique_ptr<Calendar> calendar;  ///< none while the zone cannot be read
  std::map<std::string, int> shifts;   ///< start, seconds of the day
  Names<Discipline> disciplines{"discipline"};
  Names<Kind> kinds{"kind"};
  Names<Stage> stages{"stage"};
  Names<Role> roles{"role"};
  Names<Centre> centres{"meldkamer"};
  Names<Region> regions{"region"};
  Names<Component> components{"component"};
  Names<TakeoverPlan> takeover_plans{"takeover plan"};
  std::map<std::string, std::vector<Id<Centre>>> per_centre;  ///< components `per: meldkamer`
  Table<Stage, Mark> stage_marks;
  Table<Centre, Mark> centre_marks;
  Table<Component, Mark> component_marks;
};

/// The readers of sections, each filling its part of the draft.
void read_general(const Place& section, Draft& draft);
void read_disciplines(const Place& section, Draft& draft);
void read_kinds(const Place& section, Draft& draft);
void add_single_kind(Draft& draft);
void read_stages(const Place& section, Draft& draft);
void read_roles(const Place& section, Draft& draft);
void read_meldkamers(const Place& section, Draft& draft);
void read_regions(const Place& section, Draft& draft);
void read_demand(const Place& section, Draft& draft);
void read_callers(const Place& section, Draft& draft);
void read_voorzieningen(const Place& section, Draft& draft);
void read_suppliers(const Place& section, Draft& draft);
void read_components(const Place& section, Draft& draft);
void read_functions(const Place& section, Draft& draft);
void read_takeover_plans(const Place& section, Draft& draft);
void read_takeover(const Place& section, Draft& draft);
/// `partners:` of the section, or the plan that it names; `rehearsed:` pairs are trained in it.
void choose_takeover_plan(Fields& takeover, Draft& draft);
PartnersOfAll read_partners_of_all(const Place& place, const Draft& draft);
void without_takeover(Draft& draft);
/// Partners of the plan in force that may not take a discipline which the lost room does.
void warn_of_partners_without_right(const Place& takeover, const World& world);
void read_network(const Place& section, Draft& draft);
void without_network(Draft& draft);
void read_scale_up(const Place& section, Draft& draft);

/// A roster: a number, persons by shift, or steps.
Roster read_roster(const Place& place, const Draft& draft);

/// References to several things: a list of names.
template <class Of>
std::vector<Id<Of>> read_names(const Place& place, const Names<Of>& names) {
  std::vector<Id<Of>> out;
  for (const Place& item : items(place)) {
    const Id<Of> id = names.read(item);
    if (id && std::find(out.begin(), out.end(), id) != out.end())
      item.fail(fmt::format("is named twice, found {}", item.node().text));
    else if (id)
      out.push_back(id);
  }
  return out;
}

/// `all` or a list of names; `all` gives what `everything` holds.
template <class Of>
std::vector<Id<Of>> read_all_or_names(const Place& place, const Names<Of>& names,
                                      const std::vector<Id<Of>>& everything) {
  place.may_be_word("all");
  if (place.node().type == Node::Type::scalar && place.node().text == "all")
    return everything;
  if (place.node().type == Node::Type::scalar) {
    const Id<Of> one = names.read(place);
    return one ? std::vector<Id<Of>>{one} : std::vector<Id<Of>>{};
  }
  return read_names(place, names);
}

NeedsText read_needs(const Place& place);
/// One component's name, no expression.
NeedsText read_leaf(const Place& place);
/// The expression with names resolved: at `centre`, a name of a per-meldkamer component means the
/// one at that centre.
Needs resolve_needs(const NeedsText& text, Id<Centre> centre, const Draft& draft);
/// Names every circle of needs.
void refuse_circles(const Draft& draft, Reading& reading);

/// Who answers for whom on a normal day; problems for regions that nobody serves.
void route(Draft& draft, Reading& reading);
/// The centre that serves the stage for all regions, or none when it is regional.
Id<Centre> national_centre(const World& world, Id<Stage> stage);

}  // namespace models
