#include "models/text/annotations.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace models {

namespace {

constexpr std::array<const char*, 5> kinds = {"measured", "reported", "derived", "estimated",
                                              "assumed"};

void read_kind(const Node& node, Origin& origin, Problems& problems) {
  if (std::find(kinds.begin(), kinds.end(), node.text) == kinds.end()) {
    const std::string near = nearest(node.text, {kinds.begin(), kinds.end()});
    problems.add(node.mark,
                 fmt::format("kind must be measured, reported, derived, estimated or "
                             "assumed, found {}{}",
                             describe(node), near.empty() ? "" : ", did you mean " + near + "?"));
    return;
  }
  origin.kind = node.text;
}

/// True when the entry is an annotation, which then is in `origin`.
bool take(const Node::Entry& entry, Origin& origin, Problems& problems) {
  if (entry.key != "source" && entry.key != "kind" && entry.key != "note")
    return false;
  if (entry.value.type != Node::Type::scalar || entry.value.text.empty())
    problems.add(entry.value.mark,
                 fmt::format("{} must be text, found {}", entry.key, describe(entry.value)));
  else if (entry.key == "kind")
    read_kind(entry.value, origin, problems);
  else
    (entry.key == "source" ? origin.source : origin.note) = entry.value.text;
  return true;
}

void take_range(const Node& range, Node& node, Problems& problems) {
  if (range.type != Node::Type::sequence || range.items.size() != 2)
    problems.add(range.mark,
                 fmt::format("range must be [lowest, highest], found {}", describe(range)));
  else
    node.range = range.items;
}

/// `{value: X, range: [lo, hi]}`, annotations already taken out, becomes X.
void unwrap(Node& node, Problems& problems) {
  Node value = std::move(*node.find("value"));
  for (const Node::Entry& entry : node.entries) {
    if (entry.key == "range")
      take_range(entry.value, value, problems);
    else if (entry.key != "value") {
      const std::string near = nearest(entry.key, {"source", "kind", "range", "note"});
      problems.add(entry.mark, fmt::format("unknown key {} beside value{}", entry.key,
                                           near.empty() ? "" : ", did you mean " + near + "?"));
    }
  }
  node = std::move(value);
}

void resolve(Node& node, const Origin& inherited, Problems& problems) {
  Origin origin = inherited;
  std::erase_if(node.entries,
                [&](const Node::Entry& entry) { return take(entry, origin, problems); });
  if (node.find("value")) {
    unwrap(node, problems);
    auto range = std::move(node.range);
    resolve(node, origin, problems);
    if (node.range.empty())
      node.range = std::move(range);
    return;
  }
  for (Node& item : node.items)
    resolve(item, origin, problems);
  for (Node::Entry& entry : node.entries)
    resolve(entry.value, origin, problems);
  node.origin = std::move(origin);
}

}  // namespace

void resolve_annotations(Node& root, Problems& problems) {
  resolve(root, {}, problems);
}

}  // namespace models
