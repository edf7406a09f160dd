#include "reports/documents/story.hpp"

#include <fmt/format.h>

#include <array>

#include "analysis/measures/summary.hpp"
#include "reports/words/branch_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

using namespace fmt::literals;
using results::CourseEvent;
using results::CourseKind;

/// What subject and object of an event are rows of.
enum class About {
  effect,
  component,
  function_at_centre,
  group,
  centre_and_partner,
  channel,
  level
};

struct KindRow {
  CourseKind kind;
  const char* key;
  About about;
};

constexpr std::array kinds = {
    KindRow{CourseKind::effect_begins, "effect_begins", About::effect},
    KindRow{CourseKind::effect_ends, "effect_ends", About::effect},
    KindRow{CourseKind::component_stops, "component_stops", About::component},
    KindRow{CourseKind::component_works, "component_works", About::component},
    KindRow{CourseKind::standby_starts, "standby_starts", About::component},
    KindRow{CourseKind::standby_fails, "standby_fails", About::component},
    KindRow{CourseKind::function_lost, "function_lost", About::function_at_centre},
    KindRow{CourseKind::function_back, "function_back", About::function_at_centre},
    KindRow{CourseKind::heartbeat_missed, "heartbeat_missed", About::centre_and_partner},
    KindRow{CourseKind::alarm, "alarm", About::centre_and_partner},
    KindRow{CourseKind::detected, "detected", About::centre_and_partner},
    KindRow{CourseKind::decided, "decided", About::centre_and_partner},
    KindRow{CourseKind::switch_fails, "switch_fails", About::centre_and_partner},
    KindRow{CourseKind::switched, "switched", About::centre_and_partner},
    KindRow{CourseKind::no_partner, "no_partner", About::centre_and_partner},
    KindRow{CourseKind::relocated, "relocated", About::centre_and_partner},
    KindRow{CourseKind::repaired, "repaired", About::centre_and_partner},
    KindRow{CourseKind::verified, "verified", About::centre_and_partner},
    KindRow{CourseKind::returned, "returned", About::centre_and_partner},
    KindRow{CourseKind::call_in, "call_in", About::group},
    KindRow{CourseKind::stand_down, "stand_down", About::group},
    KindRow{CourseKind::shift_change, "shift_change", About::group},
    KindRow{CourseKind::channel_opens, "channel_opens", About::channel},
    KindRow{CourseKind::overloaded, "overloaded", About::group},
    KindRow{CourseKind::scaled_up, "scaled_up", About::level},
    KindRow{CourseKind::threat_strikes, "threat_strikes", About::effect},
    KindRow{CourseKind::partner_able, "partner_able", About::centre_and_partner},
    KindRow{CourseKind::takeover_barred, "takeover_barred", About::centre_and_partner},
};
static_assert(kinds.size() == results::size_of<CourseKind>);

const KindRow& row_of(CourseKind kind) {
  return kinds.at(static_cast<std::size_t>(kind));
}

/// The name of a row, or "" when the index names none.
template <class T>
std::string name_at(const models::Table<T>& table, std::uint32_t index) {
  return index < table.size() ? table.rows()[index].name : "";
}

std::string place_of(const models::Centre& centre) {
  return centre.city.empty() ? centre.name : centre.city;
}

std::string without_suffix(const std::string& text, const std::string& suffix) {
  return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

/// None when no threat of the scenario has the effect.
const scenarios::Threat* threat_of(const scenarios::Scenario& scenario, const std::string& effect) {
  for (const scenarios::Threat& threat : scenario.threats)
    if (effect.starts_with(threat.id + "."))
      return &threat;
  return nullptr;
}

}  // namespace

Story::Story(const scenarios::ScenarioInWorld& study, const results::Dimensions& dimensions,
             Language language)
    : study_(study),
      dimensions_(dimensions),
      calendar_(study.model.world.zone),
      language_(language) {}

std::string Story::local(double t_s) const {
  return calendar_.to_local(study_.scenario.window.start + static_cast<models::UtcSeconds>(t_s));
}

std::string Story::day(double t_s) const {
  return local(t_s).substr(0, 10);
}

std::string Story::clock(double t_s) const {
  return local(t_s).substr(11);
}

Story::Names Story::names(const CourseEvent& event) const {
  const models::World& world = study_.model.world;
  const std::string national = word("national_place", language_);
  switch (row_of(event.kind).about) {
    case About::effect: {
      if (event.subject >= dimensions_.effects.size())
        return {national, ""};
      const std::string& effect = dimensions_.effects[event.subject];
      const scenarios::Threat* const threat = threat_of(study_.scenario, effect);
      return {national, threat != nullptr ? threat->name : effect};
    }
    case About::component: {
      const models::Component& component = world.components.rows().at(event.subject);
      if (!component.centre)
        return {national, component.name};
      const models::Centre& centre = world.centres[component.centre];
      return {place_of(centre), without_suffix(component.name, " (" + centre.name + ")")};
    }
    case About::function_at_centre:
      return {place_of(world.centres.rows().at(event.object)),
              name_at(world.functions, event.subject)};
    case About::group: {
      const models::AgentGroup& group = world.groups.rows().at(event.subject);
      return {place_of(world.centres[group.centre]), world.roles[group.role].name};
    }
    case About::channel:
      return {national, event.subject < world.callers.channels.size()
                            ? world.callers.channels[event.subject].name
                            : ""};
    case About::level:
      return {place_of(world.centres.rows().at(event.subject)),
              event.object < world.scale_up.size() ? world.scale_up[event.object].name : ""};
    case About::centre_and_partner:
      return {place_of(world.centres.rows().at(event.subject)),
              name_at(world.centres, event.object)};
  }
  return {};
}

std::string Story::sentence(const CourseEvent& event) const {
  if (is_decision(event))
    return event.kind == CourseKind::effect_begins
               ? branch_text("decision_begins", language_, names(event).what)
               : branch_text("decision_ends", language_, names(event).what);
  return filled_at(word_phrases, fmt::format("course.{}", row_of(event.kind).key), language_,
                   "what"_a = names(event).what, "n"_a = Count(static_cast<long>(event.number)));
}

bool Story::is_decision(const CourseEvent& event) const {
  if (row_of(event.kind).about != About::effect || event.subject >= dimensions_.effects.size())
    return false;
  const auto* const threat = threat_of(study_.scenario, dimensions_.effects[event.subject]);
  return threat != nullptr && threat->decision;
}

std::string Story::key(const CourseEvent& event) const {
  return row_of(event.kind).key;
}

bool Story::is_standby(const CourseEvent& event) const {
  return row_of(event.kind).about == About::component &&
         study_.model.world.components.rows().at(event.subject).standby.has_value();
}

std::string Story::opening(const results::Observations& observations) const {
  const scenarios::Scenario& scenario = study_.scenario;
  return word_text(
      "story.opening", language_, "name"_a = scenario.name, "world"_a = study_.model.world.name,
      "start"_a = calendar_.to_local(scenario.window.start),
      "replication"_a = observations.replication, "warm_up"_a = scenario.window.warm_up_s / 3600);
}

std::string Story::closing(const results::Observations& observations) const {
  results::Study one;
  one.dimensions = dimensions_;
  one.replications.push_back(observations);
  const analysis::Summary summary = analysis::summarise(one);
  const Numbers numbers(language_);
  const auto count = [&](const char* name) {
    const double n = analysis::find(summary.world, name)->disturbed.mean;
    return Count(n, numbers.value(n, analysis::Unit::count));
  };
  std::string text =
      word_text("story.closing", language_, "callers"_a = count("unique_callers"),
                "unreached"_a = count("unreached_callers"), "lost"_a = count("lost_callers"),
                "taken_over"_a = count("taken_over_calls"));
  if (summary.has_twin)
    text +=
        "\n" + word_text("story.closing_twin", language_, "newly"_a = count("newly_lost_callers"));
  return text;
}

nlohmann::ordered_json Story::as_json(const CourseEvent& event) const {
  const Names named = names(event);
  return {{"t_s", event.t_s},        {"local", clock(event.t_s)}, {"kind", row_of(event.kind).key},
          {"place", named.place},    {"what", named.what},        {"number", event.number},
          {"text", sentence(event)}, {"waiting", event.waiting},  {"answered", event.answered},
          {"failed", event.failed}};
}

}  // namespace reports
