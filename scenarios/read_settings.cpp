#include "scenarios/read_settings.hpp"

#include <fmt/format.h>

namespace scenarios {

using models::Node;

namespace {

Node quoted(const std::string& words) {
  Node out;
  out.type = Node::Type::scalar;
  out.text = words;
  out.quoted = true;
  return out;
}

/// The value as YAML text with its source: `{value: ..., source: ..., kind: ...}`.
std::string setting_text(const Node& node) {
  if (node.origin.source.empty() && node.origin.kind.empty())
    return to_yaml(node);
  Node annotated;
  annotated.type = Node::Type::map;
  const auto add = [&](const char* key, Node value) {
    annotated.entries.push_back({key, node.mark, std::move(value)});
  };
  add("value", node);
  if (!node.origin.source.empty())
    add("source", quoted(node.origin.source));
  if (!node.origin.kind.empty())
    add("kind", quoted(node.origin.kind));
  return to_yaml(annotated);
}

}  // namespace

std::vector<models::Setting> read_settings(const models::Place& place) {
  std::vector<models::Setting> out;
  if (place.node().type != Node::Type::map)
    place.fail(fmt::format("must be a map of addresses, found {}", describe(place.node())));
  for (const Node::Entry& entry : place.node().entries)
    out.push_back({entry.key, setting_text(entry.value), entry.value.mark});
  return out;
}

}  // namespace scenarios
