#include "scenarios/threats/aimed_threat.hpp"

#include <algorithm>
#include <cctype>
#include <functional>

#include <fmt/format.h>

#include "scenarios/threats/threat_parts.hpp"

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

std::string name_of(const CatalogueThreat& threat, const std::string& target,
                    const std::string& background) {
  return threat.name_nl + (target.empty() ? "" : ": " + target) +
         (background.empty() ? "" : ", bovenop " + background);
}

using Add = std::function<void(const char* key, const std::string& text, const models::Mark& mark)>;

/// When it strikes: as asked, on the date of the threat, or at any hour.
void add_onset(Node& head, const CatalogueThreat& threat, const Aim& aim, const Add& add) {
  if (!aim.onset.empty())
    return add("onset", aim.onset, {"--at", 0, 0});
  if (!threat.calendar)
    return add("onset", "any_hour", threat.mark);
  add("onset", year_of_dates + threat.calendar->at, threat.mark);
  if (threat.calendar->rosters.empty())
    return;
  Node settings = models::map_node({}, threat.mark);
  settings.entries = threat.calendar->rosters;
  set(head, "set", std::move(settings));
}

Node head_of(const CatalogueThreat& threat, const Aim& aim, const std::string& target,
             const Scene& scene) {
  Node head = models::map_node({}, threat.mark);
  const Add add = [&](const char* key, const std::string& text, const models::Mark& mark) {
    set(head, key, models::text_node(text, mark));
  };
  add("name", name_of(threat, target, scene.background.stem().string()), threat.mark);
  add("description", description_of(threat), threat.mark);
  if (scene.background.empty()) {
    add("world", scene.world.string(), {"--world", 0, 0});
    add_onset(head, threat, aim, add);
    return head;
  }
  add("background", scene.background.string(), {"SCENARIO", 0, 0});
  if (!aim.onset.empty())
    add("onset", aim.onset, {"--at", 0, 0});
  return head;
}

Node duration_of(const std::string& text) {
  models::Problems problems;
  const bool is_yaml = text.find('{') != std::string::npos;
  const auto parsed = is_yaml ? models::parse_yaml(text, "--duration", problems) : std::nullopt;
  problems.throw_if_any();
  return parsed ? *parsed : models::text_node(text, {"--duration", 0, 0});
}

/// A threat with what is asked of it in place of what the catalogue has; `from` is the option that
/// says the target.
Node course_of(const CatalogueThreat& threat, const Aim& aim, const char* from) {
  Node course = models::map_node({}, threat.mark);
  set(course, "name", models::text_node(threat.name_nl, threat.mark));
  for (const Node::Entry& entry : threat.course)
    set(course, entry.key, entry.value);
  if (!aim.target.empty())
    set(course, "target", models::text_node(aim.target, {from, 0, 0}));
  if (!aim.duration.empty())
    set(course, "duration", duration_of(aim.duration));
  return course;
}

/// `dr_20`, and `dr_20_2` of the second of that name.
std::string free_id(const Node& threats, const std::string& id) {
  std::string out = id;
  for (int i = 2; threats.find(out) != nullptr; ++i)
    out = fmt::format("{}_{}", id, i);
  return out;
}

ScenarioTree tree_of(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                     const Scene& scene, Node threats) {
  const std::string target = aim.target.empty() ? threat.target : aim.target,
                    over = scene.background.stem().string();
  const bool several = threats.entries.size() > 1;
  Node root = models::map_node({}, threat.mark);
  set(root, "scenario", head_of(threat, aim, several ? "" : target, scene));
  set(root, "threats", std::move(threats));
  std::vector<models::InputFile> inputs = {catalogue.input};
  if (threat.calendar && threat.calendar->input && aim.onset.empty() && over.empty())
    inputs.push_back(*threat.calendar->input);
  return {threat.id + (several || target.empty() ? "" : "@" + target) +
              (over.empty() ? "" : " over " + over),
          std::move(root),
          {},
          std::move(inputs),
          AimedThreat{threat, target, aim.onset, aim.duration}};
}

ScenarioTree aim_together(const Catalogue& catalogue, std::vector<ThreatPart> parts,
                          const Aim& asked, const Scene& scene) {
  if (!asked.target.empty())
    models::refuse({"--target " + asked.target, 0, 0},
                   "is of one threat: write the targets behind each, as DR-20@amsterdam,DR-09");
  Node threats = models::map_node();
  std::map<std::string, std::string> of_catalogue;
  for (ThreatPart& part : parts) {
    const CatalogueThreat& threat = catalogue.threat(part.threat);
    Node course = course_of(threat, {part.target, "", asked.duration}, "--threat");
    if (!part.after.empty())
      set(course, "after", models::text_node(part.after, {"--threat", 0, 0}));
    const std::string id = free_id(threats, id_of(threat));
    threats.entries.push_back({id, threat.mark, std::move(course)});
    of_catalogue[id] = threat.id;
    part.threat = threat.id;
    if (part.target.empty())
      part.target = threat.target;
  }
  ScenarioTree out =
      tree_of(catalogue, together(catalogue, parts), asked, scene, std::move(threats));
  out.of_catalogue = std::move(of_catalogue);
  return out;
}

ScenarioTree aim_one(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                     const Scene& scene, const char* from) {
  Node threats = models::map_node({}, threat.mark);
  set(threats, id_of(threat), course_of(threat, aim, from));
  ScenarioTree out = tree_of(catalogue, threat, aim, scene, std::move(threats));
  out.of_catalogue[id_of(threat)] = threat.id;
  return out;
}

}  // namespace

ScenarioTree aim(const Catalogue& catalogue, const CatalogueThreat& threat, const Aim& aim,
                 const Scene& scene) {
  return aim_one(catalogue, threat, aim, scene, "--target");
}

ScenarioTree aim(const Catalogue& catalogue, const std::string& threats, const Aim& asked,
                 const Scene& scene) {
  auto parts = read_parts(threats, {"--threat " + threats, 0, 0});
  if (parts.size() > 1)
    return aim_together(catalogue, std::move(parts), asked, scene);
  const ThreatPart& only = parts.front();
  if (!only.target.empty() && !asked.target.empty())
    models::refuse({"--target " + asked.target, 0, 0},
                   "stands beside --threat " + threats + ", which has a target of its own");
  const CatalogueThreat& threat = catalogue.threat(only.threat);
  if (only.target.empty())
    return aim(catalogue, threat, asked, scene);
  return aim_one(catalogue, threat, {only.target, asked.onset, asked.duration}, scene, "--threat");
}

}  // namespace scenarios
