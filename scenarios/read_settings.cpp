#include "scenarios/read_settings.hpp"

#include <fmt/format.h>

namespace scenarios {

using models::Node;

namespace {

/// The value as YAML text with its source: `{value: ..., source: ..., kind: ...}`.
std::string setting_text(const Node& node) {
  if (node.origin.source.empty() && node.origin.kind.empty() && node.range.empty())
    return to_yaml(node);
  Node annotated = models::map_node();
  const auto add = [&](const char* key, Node value) {
    annotated.entries.push_back({key, node.mark, std::move(value)});
  };
  add("value", node);
  if (!node.origin.source.empty())
    add("source", models::text_node(node.origin.source));
  if (!node.origin.kind.empty())
    add("kind", models::text_node(node.origin.kind));
  if (!node.origin.note.empty())
    add("note", models::text_node(node.origin.note));
  if (!node.range.empty())
    add("range", models::list_node(node.range));
  return to_yaml(annotated);
}

}  // namespace

std::vector<models::Setting> read_settings(const models::Place& place) {
  std::vector<models::Setting> out;
  place.may_have_entries();
  if (place.node().type != Node::Type::map)
    place.fail(fmt::format("must be a map of addresses, found {}", describe(place.node())));
  for (const Node::Entry& entry : place.node().entries)
    out.push_back({entry.key, setting_text(entry.value), entry.value.mark});
  return out;
}

bool is_of_threat(const std::string& address) {
  return address.starts_with("threats.");
}

bool is_of_option(const std::string& address) {
  return address.starts_with("branches.");
}

bool names_threat_of(const models::Setting& setting, const Node& root) {
  const Node* const threats = root.find("threats");
  if (!is_of_threat(setting.address) || threats == nullptr)
    return false;
  const std::size_t begin = setting.address.find('.') + 1;
  return threats->find(setting.address.substr(begin, setting.address.find('.', begin) - begin)) !=
         nullptr;
}

}  // namespace scenarios
