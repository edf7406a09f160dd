#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/graph/dependency_graph_state.hpp"
#include "models/graph/needs_text.hpp"
#include "reports/documents/graph/text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/graph_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using models::World;

constexpr std::size_t shown_sets = 12;

std::string joined(const std::vector<std::string>& texts, const char* between) {
  std::string out;
  for (const std::string& text : texts)
    out += (out.empty() ? "" : between) + text;
  return out;
}

std::vector<std::string> direct_of(const models::Needs& needs, const World& world) {
  if (needs.component)
    return {world.components[needs.component].id};
  std::vector<std::string> out;
  for (const models::Needs& part : needs.of)
    for (std::string& id : direct_of(part, world))
      out.push_back(std::move(id));
  return out;
}

/// Functions of several centres that need the same, and are as sure, shown once.
class Functions {
public:
  Functions(const World& world, const GraphFindings& findings, Language language)
      : world_(world), findings_(findings), language_(language), numbers_(language) {
    std::map<std::string, std::size_t> known;
    for (const std::size_t place : findings.functions) {
      const auto [at, is_new] = known.try_emplace(key_of(place), groups_.size());
      if (is_new)
        groups_.emplace_back();
      groups_[at->second].push_back(place);
    }
  }

  void print_needs(std::ostream& out) const {
    for (const auto& group : groups_) {
      const models::FunctionAt& at = world_.functions_at[group.front()];
      print_wrapped(out, title(group), 2, 4);
      line(out, "needs", needs(group.front()));
      const std::string through = through_it(at);
      if (!through.empty())
        line(out, "through_it", through);
      line(out, "without_it", effects(world_.functions[at.function]));
    }
  }

  /// Functions that fall by the same sets at the same centres are shown once.
  void print_cut_sets(std::ostream& out) const {
    std::vector<std::pair<std::string, std::vector<const Group*>>> alike;
    for (const Group& group : groups_) {
      const std::string key =
          fmt::format("{} {}", title_of_centres(group), sets_key(group.front()));
      const auto at = std::find_if(alike.begin(), alike.end(),
                                   [&](const auto& known) { return known.first == key; });
      if (at == alike.end())
        alike.push_back({key, {&group}});
      else
        at->second.push_back(&group);
    }
    for (const auto& [key, groups] : alike)
      print_sets(out, groups);
  }

private:
  using Group = std::vector<std::size_t>;

  void print_sets(std::ostream& out, const std::vector<const Group*>& groups) const {
    const std::size_t place = groups.front()->front();
    const models::FunctionCutSets& sets = findings_.cut_sets[place];
    std::vector<std::string> ids;
    ids.reserve(groups.size());
    for (const Group* const group : groups)
      ids.push_back(world_.functions[world_.functions_at[group->front()].function].id);
    print_wrapped(out, joined(ids, ", ") + ", " + title_of_centres(*groups.front()), 2, 4);
    const std::string sum =
        sets.unknown == sets.sets.size()
            ? say("unknown")
            : per_year(sets.unavailability, language_) + " " + say("col.a_year");
    print_wrapped(out,
                  graph_text("cuts.sum", language_, Count(sets.sets.size()), sum, sets.unknown), 4);
    const std::size_t shown = std::min(shown_sets, sets.sets.size());
    for (std::size_t i = 0; i < shown; ++i)
      print_wrapped(out, set_text(place, sets.sets[i]), 6, 4);
    if (sets.sets.size() > shown)
      print_wrapped(out, graph_text("cuts.more", language_, sets.sets.size() - shown), 6);
  }
  bool interrupts(std::size_t event, std::size_t place) const {
    for (const models::SinglePoint& point : findings_.single_points)
      if (point.event == event)
        return std::find(point.interrupted.begin(), point.interrupted.end(), place) !=
               point.interrupted.end();
    return false;
  }
  std::string say(GraphKey key) const { return graph_word(key, language_); }
  const std::string& centre_of(std::size_t place) const {
    return world_.centres[world_.functions_at[place].centre].id;
  }
  std::string needs(std::size_t place) const {
    return starred(models::needs_text(world_, world_.functions_at[place].needs), centre_of(place));
  }
  std::string set_text(std::size_t place, const models::CutSet& set) const {
    std::vector<std::string> events;
    for (const std::size_t event : set.events)
      events.push_back(starred(event_text(findings_.events[event]), centre_of(place)) +
                       (interrupts(event, place) ? " ~" : ""));
    return joined(events, " + ") + ": " + per_year(set.unavailability, language_);
  }
  std::string sets_key(std::size_t place) const {
    std::string key;
    for (const models::CutSet& set : findings_.cut_sets[place].sets)
      key += "\n" + set_text(place, set);
    return key;
  }
  std::string key_of(std::size_t place) const {
    return fmt::format("{} {} {}", world_.functions_at[place].function.index, needs(place),
                       sets_key(place));
  }
  std::string title_of_centres(const Group& group) const {
    return group.size() == 1
               ? say("at") + " " + world_.centres[world_.functions_at[group.front()].centre].name
               : graph_text("at_centres", language_, Count(group.size()));
  }
  std::string title(const Group& group) const {
    const models::Function& function =
        world_.functions[world_.functions_at[group.front()].function];
    return fmt::format("{} [{}], {}, {}", function.name, function.id,
                       world_.stages[function.stage].name, title_of_centres(group));
  }
  void line(std::ostream& out, GraphKey key, const std::string& text) const {
    print_wrapped(out, say(key) + ": " + text, 4, 4);
  }
  std::string through_it(const models::FunctionAt& at) const {
    std::vector<std::string> out;
    const auto direct = direct_of(at.needs, world_);
    for (const auto id : models::reached_by(world_, at.needs)) {
      const std::string& name = world_.components[id].id;
      if (std::find(direct.begin(), direct.end(), name) == direct.end())
        out.push_back(starred(name, world_.centres[at.centre].id));
    }
    return joined(out, ", ");
  }
  std::string effects(const models::Function& function) const {
    std::vector<std::string> out;
    for (const models::LossEffect& effect : function.when_lost)
      out.push_back(effect_text(effect));
    if (function.takeover)
      out.push_back(say("effect.takeover"));
    return joined(out, "; ");
  }
  std::string effect_text(const models::LossEffect& effect) const {
    const auto with = [&](Form<graph_phrases, std::string> form, double value, int decimals) {
      return form.filled(language_, numbers_.plain(value, decimals));
    };
    if (std::holds_alternative<models::Stops>(effect))
      return say("effect.stops");
    if (const auto* slows = std::get_if<models::Slows>(&effect))
      return with("effect.slows", slows->factor, 2);
    if (const auto* delays = std::get_if<models::DelaysTransfer>(&effect))
      return with("effect.delays", delays->delay_s, 0);
    if (const auto* astray = std::get_if<models::SendsAstray>(&effect))
      return with("effect.astray", 100 * astray->probability, 1);
    return say(std::holds_alternative<models::HidesPicture>(effect) ? GraphKey("effect.picture")
                                                                    : GraphKey("effect.home"));
  }

  const World& world_;
  const GraphFindings& findings_;
  Language language_;
  Numbers numbers_;
  std::vector<Group> groups_;
};

}  // namespace

void print_functions(std::ostream& out, const World& world, const GraphFindings& findings,
                     Language language) {
  Functions(world, findings, language).print_needs(out);
}

void print_cut_sets(std::ostream& out, const World& world, const GraphFindings& findings,
                    Language language) {
  Functions(world, findings, language).print_cut_sets(out);
}

}  // namespace reports
