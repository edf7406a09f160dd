#include "cli/serve/observations.hpp"

#include "models/text/yaml_document.hpp"

namespace cli {
namespace {

using models::Node;

void put(Node& map, const std::string& key, Node value) {
  map.entries.push_back({key, {}, std::move(value)});
}

void put_text(Node& map, const std::string& key, const std::string& text, bool quoted = true) {
  if (text.empty())
    return;
  put(map, key, quoted ? models::text_node(text) : models::plain_node(text));
}

}  // namespace

std::string exercise_text(Asked& seen) {
  Node takeover = models::map_node(), rooms = models::map_node(), head = models::map_node(),
       root = models::map_node();
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
