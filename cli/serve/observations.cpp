#include "cli/serve/observations.hpp"

#include "models/text/yaml_document.hpp"

namespace cli {
namespace {

using models::Node;

Node empty_map() {
  Node out;
  out.type = Node::Type::map;
  return out;
}

void put(Node& map, const std::string& key, Node value) {
  map.entries.push_back({key, {}, std::move(value)});
}

void put_text(Node& map, const std::string& key, const std::string& text, bool quoted = true) {
  if (text.empty())
    return;
  Node value;
  value.type = Node::Type::scalar;
  value.text = text;
  value.quoted = quoted;
  put(map, key, std::move(value));
}

}  // namespace

std::string exercise_text(Asked& seen) {
  Node takeover = empty_map(), rooms = empty_map(), head = empty_map(), root = empty_map();
  const std::string room = seen.required_text("meldkamer");
  for (const char* const key :
       {"at", "lost_for", "partner", "detect", "decide", "switch", "verify", "return"})
    put_text(takeover, key, seen.text(key));
  put_text(takeover, "failed_switches", seen.text("failed_switches"), false);
  put_text(head, "name", seen.required_text("name"));
  put_text(head, "source", seen.required_text("source"));
  seen.refuse_others();
  put(rooms, room, std::move(takeover));
  put(head, "observed", std::move(rooms));
  put(root, "exercise", std::move(head));
  return to_yaml(root);
}

}  // namespace cli
