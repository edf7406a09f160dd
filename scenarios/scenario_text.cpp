#include "scenarios/scenario_text.hpp"

#include <fmt/format.h>

#include "models/text/tree_changes.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/read_settings.hpp"

namespace scenarios {

using models::Node;

namespace {

constexpr int block_levels = 2;  ///< deeper values are in flow style

/// The map below `key`, made when there is none.
Node& map_in(Node& map, const std::string& key) {
  if (Node* there = map.find(key))
    return *there;
  map.entries.push_back({key, {}, models::map_node()});
  return map.entries.back().value;
}

/// A setting at `address` leaves nothing of an earlier one there or below. The one that stays comes
/// last, because settings above and below each other apply in order.
bool replaces(const std::string& address, const std::string& earlier) {
  return earlier == address || earlier.starts_with(address + ".");
}

}  // namespace

ScenarioTree scenario_tree(const std::filesystem::path& file) {
  models::Problems problems;
  const auto input = models::read_input_file(file, problems);
  auto root = input ? models::parse_yaml(input->text, file.string(), problems) : std::nullopt;
  problems.throw_if_any();
  return {file.stem().string(),
          root ? std::move(*root) : models::map_node(),
          file.parent_path(),
          {},
          {}};
}

void add_settings(ScenarioTree& tree, const std::vector<models::Setting>& settings) {
  std::vector<models::Setting> of_world;
  models::Problems problems;
  for (const models::Setting& setting : settings)
    if (names_threat_of(setting, tree.root))
      models::apply_settings(tree.root, {setting}, problems);
    else
      of_world.push_back(setting);
  if (of_world.empty())
    return problems.throw_if_any();
  Node& set = map_in(map_in(tree.root, "scenario"), "set");
  for (const models::Setting& setting : of_world) {
    auto value = models::parse_yaml(setting.value, setting.mark.file, problems);
    if (!value)
      continue;
    std::erase_if(set.entries,
                  [&](const Node::Entry& old) { return replaces(setting.address, old.key); });
    set.entries.push_back({setting.address, setting.mark, std::move(*value)});
  }
  problems.throw_if_any();
}

void add_options(ScenarioTree& tree, const std::vector<models::Setting>& options) {
  models::Problems problems;
  if (!options.empty())
    map_in(tree.root, "branches");
  models::apply_settings(tree.root, options, problems);
  problems.throw_if_any();
}

void name_measures(ScenarioTree& tree, const std::string& package) {
  map_in(tree.root, "scenario")
      .entries.push_back({"measures_in_set", {}, models::text_node(package)});
}

std::string scenario_text(const ScenarioTree& tree, const std::filesystem::path& file) {
  Node root = tree.root;
  const auto folder = std::filesystem::absolute(file).parent_path();
  if (Node* head = root.find("scenario"))
    for (const char* key : {"world", "background"})
      if (Node* path = head->find(key))
        path->text = std::filesystem::proximate(tree.folder / path->text, folder).string();
  const std::string made = tree.id + (tree.aimed ? ", aimed by uitwijk. Times are from the onset."
                                                 : " with other settings, written by uitwijk.");
  return models::yaml_remark(made) + "\n" + to_yaml_block(root, block_levels);
}

}  // namespace scenarios
