#include "scenarios/scenario_text.hpp"

#include <fmt/format.h>

#include "models/world/world_tree.hpp"

namespace scenarios {

using models::Node;

namespace {

/// Block style: one line for each leaf of the upper levels, flow style below.
void write_block(std::string& out, const Node& node, int depth) {
  const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
  for (const Node::Entry& entry : node.entries)
    if (entry.value.type == Node::Type::map && depth < 2) {
      out += fmt::format("{}{}:\n", indent, entry.key);
      write_block(out, entry.value, depth + 1);
    } else if (entry.key == "effects") {
      out += fmt::format("{}{}:\n", indent, entry.key);
      for (const Node& item : entry.value.items)
        out += fmt::format("{}  - {}\n", indent, to_yaml(item));
    } else {
      out += fmt::format("{}{}: {}\n", indent, entry.key, to_yaml(entry.value));
    }
}

Node empty_map() {
  Node out;
  out.type = Node::Type::map;
  return out;
}

/// The map below `key`, made when there is none.
Node& map_in(Node& map, const std::string& key) {
  if (Node* there = map.find(key))
    return *there;
  map.entries.push_back({key, {}, empty_map()});
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
  return {file.stem().string(), root ? std::move(*root) : empty_map(), file.parent_path(), {}, {}};
}

void add_settings(ScenarioTree& tree, const std::vector<models::Setting>& settings) {
  if (settings.empty())
    return;
  Node& set = map_in(map_in(tree.root, "scenario"), "set");
  models::Problems problems;
  for (const models::Setting& setting : settings) {
    auto value = models::parse_yaml(setting.value, setting.mark.file, problems);
    if (!value)
      continue;
    std::erase_if(set.entries,
                  [&](const Node::Entry& old) { return replaces(setting.address, old.key); });
    set.entries.push_back({setting.address, setting.mark, std::move(*value)});
  }
  problems.throw_if_any();
}

void name_measures(ScenarioTree& tree, const std::string& package) {
  Node name;
  name.type = Node::Type::scalar;
  name.text = package;
  name.quoted = true;
  Node& scenario = map_in(tree.root, "scenario");
  scenario.entries.push_back({"measures_in_set", {}, std::move(name)});
}

std::string scenario_text(const ScenarioTree& tree, const std::filesystem::path& file) {
  Node root = tree.root;
  if (Node* head = root.find("scenario"))
    if (Node* world = head->find("world")) {
      const auto folder = std::filesystem::absolute(file).parent_path();
      world->text = std::filesystem::proximate(tree.folder / world->text, folder).string();
    }
  std::string out =
      tree.aimed ? fmt::format("# {}, aimed by uitwijk. Times are from the onset.\n", tree.id)
                 : fmt::format("# {} with other settings, written by uitwijk.\n", tree.id);
  write_block(out, root, 0);
  return out;
}

}  // namespace scenarios
