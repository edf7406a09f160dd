#include "reports/fields/json_keys.hpp"

#include <algorithm>

namespace reports {

using nlohmann::ordered_json;

JsonKey board(std::string name, JsonKeys inside) {
  return {std::move(name), Reader::board, std::move(inside)};
}

JsonKey analyst(std::string name, JsonKeys inside) {
  return {std::move(name), Reader::analyst, std::move(inside)};
}

JsonKeys joined(JsonKeys first, const JsonKeys& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

JsonKeys& inside_of(JsonKeys& keys, std::string_view group) {
  if (group.empty())
    return keys;
  const std::size_t dot = std::min(group.find('.'), group.size());
  const auto at = std::ranges::find(keys, group.substr(0, dot), &JsonKey::name);
  return inside_of(at->inside, group.substr(std::min(dot + 1, group.size())));
}

ordered_json board_part(const ordered_json& value, const JsonKeys& keys) {
  if (value.is_array()) {
    ordered_json out = ordered_json::array();
    for (const ordered_json& one : value)
      out.push_back(board_part(one, keys));
    return out;
  }
  if (value.is_object()) {
    ordered_json out = ordered_json::object();
    for (const auto& [name, inside] : value.items()) {
      const auto key = std::ranges::find(keys, name, &JsonKey::name);
      if (key != keys.end() && key->reader != Reader::analyst)
        out[name] = board_part(inside, key->inside);
    }
    return out;
  }
  return keys.empty() || value.is_null() ? value : ordered_json();
}

}  // namespace reports
