#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/text/problems.hpp"

namespace models {

/// Where a number comes from: written beside it, or nearest above it.
struct Origin {
  std::string source, kind, note;
};

/// A value as it stands in a file: our own tree, so that only one file knows the YAML library.
struct Node {
  enum class Type { null, scalar, sequence, map };
  struct Entry;

  Type type = Type::null;
  std::string text;  ///< of a scalar
  bool quoted = false;
  Mark mark;
  std::vector<Node> items;     ///< of a sequence
  std::vector<Entry> entries;  ///< of a map, in the order of the file

  Origin origin;              ///< set by resolve_annotations
  std::vector<Node> range;    ///< declared [lo, hi], or empty
  bool from_setting = false;  ///< replaced by a setting

  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
};

struct Node::Entry {
  std::string key;
  Mark mark;
  Node value;
};

/// Parses one YAML document in the strict subset that we read: no duplicate keys, anchors, aliases,
/// merge keys, tags, tabs in the indentation, second documents, deep nesting, or bytes that are
/// not UTF-8 text. Nothing when it is not YAML at all; all that is wrong goes to `problems`.
std::optional<Node> parse_yaml(const std::string& text, const std::string& file,
                               Problems& problems);

/// Nodes that no file has: a text, a word or number that needs no quotes, a list and a map.
Node text_node(std::string text, Mark mark = {});
Node plain_node(std::string text, Mark mark = {});
Node list_node(std::vector<Node> items, Mark mark = {});
Node map_node(std::vector<std::pair<std::string, Node>> entries = {}, Mark mark = {});

/// The node in flow style on one line; parsing it gives the same node again.
std::string to_yaml(const Node& node);
/// A map in block style, `levels` deep: a line for each value, and for each item of a list of maps.
/// What lies deeper is in flow style.
std::string to_yaml_block(const Node& map, int levels);
/// `# text`, on one line whatever the text.
std::string yaml_remark(const std::string& text);

/// Short words for messages: `12`, `"12 min"`, `a list`, `a map`, `nothing`.
std::string describe(const Node& node);

}  // namespace models
