#include "models/text/annotations.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace models {

namespace {

constexpr const char* confirmed_kind = "bevestigd";
constexpr std::array<const char*, 6> kinds = {"measured",  "reported", "derived",
                                              "estimated", "assumed",  confirmed_kind};

void read_kind(const Node& node, Origin& origin, Problems& problems) {
  if (std::find(kinds.begin(), kinds.end(), node.text) == kinds.end()) {
    const std::string near = nearest(node.text, {kinds.begin(), kinds.end()});
    problems.add(node.mark,
                 fmt::format("kind must be measured, reported, derived, estimated, assumed or "
                             "bevestigd, found {}{}",
                             describe(node), near.empty() ? "" : ", did you mean " + near + "?"));
    return;
  }
  origin.kind = node.text;
}

bool is_text(const Node* node) {
  return node != nullptr && node->type == Node::Type::scalar && !node->text.empty();
}

bool is_map(const Node* node) {
  return node != nullptr && node->type == Node::Type::map;
}

/// `confirmed: {by: FUNCTION, on: DAY, for: PERIOD}` is the source of a number that is confirmed.
void take_confirmed(Node& node, Origin& origin, Problems& problems) {
  const auto at = std::ranges::find_if(node.entries, [](const Node::Entry& entry) {
    return entry.key == "confirmed" && is_map(&entry.value);
  });
  if (at == node.entries.end())
    return;
  const Node said = std::move(at->value);
  const Mark mark = at->mark;
  node.entries.erase(at);
  for (const char* const key : {"by", "on", "for"})
    if (!is_text(said.find(key)))
      return problems.add(mark, fmt::format("confirmed must say by (a function), on (a day) and "
                                            "for (a period); {} is missing",
                                            key));
  if (said.entries.size() > 3)
    problems.add(mark, "confirmed has by, on and for, and nothing else");
  origin.source = fmt::format("{}, {}, {}", said.find("by")->text, said.find("on")->text,
                              said.find("for")->text);
}

/// Somebody stands behind a number that is confirmed, and behind no other by that key.
void refuse_half_confirmed(const Node& node, Problems& problems) {
  const Node* const kind = node.find("kind");
  const bool is_confirmed = kind != nullptr && kind->text == confirmed_kind;
  if (is_confirmed != is_map(node.find("confirmed")))
    problems.add(node.mark,
                 is_confirmed
                     ? "kind bevestigd needs confirmed: {by: FUNCTION, on: DAY, for: PERIOD}"
                     : "confirmed goes with kind: bevestigd");
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
      const std::string near = nearest(entry.key, {"source", "kind", "range", "note", "confirmed"});
      problems.add(entry.mark, fmt::format("unknown key {} beside value{}", entry.key,
                                           near.empty() ? "" : ", did you mean " + near + "?"));
    }
  }
  node = std::move(value);
}

void resolve(Node& node, const Origin& inherited, Problems& problems) {
  Origin origin = inherited;
  const Node* const kind = node.find("kind");
  if ((kind != nullptr && kind->text == confirmed_kind) || is_map(node.find("confirmed")))
    refuse_half_confirmed(node, problems);
  std::erase_if(node.entries,
                [&](const Node::Entry& entry) { return take(entry, origin, problems); });
  take_confirmed(node, origin, problems);
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

std::vector<std::string> kinds_of_source() {
  return {kinds.begin(), kinds.end()};
}

void resolve_annotations(Node& root, Problems& problems) {
  resolve(root, {}, problems);
}

}  // namespace models
