#include "scenarios/threats/aimed_threat.hpp"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace scenarios {

using models::Node;

namespace {

/// Of events that come by the calendar: the first after the week that other onsets lie in.
const std::string year_of_dates = "2027-";

void set(Node& map, const std::string& key, Node value) {
  if (Node* old = map.find(key))
    *old = std::move(value);
  else
    map.entries.push_back({key, value.mark, std::move(value)});
}

/// `dr_07`: an id in a scenario.
std::string id_of(const CatalogueThreat& threat) {
  std::string out = threat.id;
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c == '-' ? '_' : std::tolower(c));
  });
  return out;
}

std::string description_of(const CatalogueThreat& threat) {
  std::string out =
      fmt::format("{} / {} ({} of the catalogue).", threat.name_nl, threat.name_en, threat.id);
  for (const NotSimulated& gap : threat.not_simulated)
    out += fmt::format(" Not simulated: {} ({}).", gap.what, gap.why);
  return out;
}

Node head_of(const CatalogueThreat& threat, const Aim& aim, const std::string& target,
             const std::filesystem::path& world) {
  Node head = models::map_node({}, threat.mark);
  const auto add = [&](const char* key, const std::string& text, const models::Mark& mark) {
    set(head, key, models::text_node(text, mark));
  };
  add("name", target.empty() ? threat.name_nl : threat.name_nl + ": " + target, threat.mark);
  add("description", description_of(threat), threat.mark);
  add("world", world.string(), {"--world", 0, 0});
  if (!aim.onset.empty())
    add("onset", aim.onset, {"--at", 0, 0});
  else if (threat.calendar)
    add("onset", year_of_dates + threat.calendar->at, threat.mark);
  else
    add("onset", "any_hour", threat.mark);
  if (threat.calendar && aim.onset.empty() && !threat.calendar->rosters.empty()) {
    Node settings = models::map_node({}, threat.mark);
    settings.entries = threat.calendar->rosters;
    set(head, "set", std::move(settings));
  }
  return head;
}

Node duration_of(const std::string& text) {
  models::Problems problems;
  const bool is_yaml = text.find('{') != std::string::npos;
  const auto parsed = is_yaml ? models::parse_yaml(text, "--duration", problems) : std::nullopt;
  problems.throw_if_any();
  return parsed ? *parsed : models::text_node(text, {"--duration", 0, 0});
}

}  // namespace

ScenarioTree aim(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                 const std::filesystem::path& world) {
  Node course = models::map_node({}, threat.mark);
  set(course, "name", models::text_node(threat.name_nl, threat.mark));
  for (const Node::Entry& entry : threat.course)
    set(course, entry.key, entry.value);
  if (!aim.target.empty())
    set(course, "target", models::text_node(aim.target, {"--target", 0, 0}));
  if (!aim.duration.empty())
    set(course, "duration", duration_of(aim.duration));
  const std::string target = aim.target.empty() ? threat.target : aim.target;
  Node threats = models::map_node({}, threat.mark), root = models::map_node({}, threat.mark);
  set(threats, id_of(threat), std::move(course));
  set(root, "scenario", head_of(threat, aim, target, world));
  set(root, "threats", std::move(threats));
  std::vector<models::InputFile> inputs = {catalogue.input};
  if (threat.calendar && threat.calendar->input && aim.onset.empty())
    inputs.push_back(*threat.calendar->input);
  return {target.empty() ? threat.id : threat.id + "@" + target,
          std::move(root),
          {},
          std::move(inputs),
          AimedThreat{threat, target, aim.onset, aim.duration}};
}

}  // namespace scenarios
