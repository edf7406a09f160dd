#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace results {

/// A document on one line. What is not UTF-8, as the name of a file may be, is shown as
/// models::as_utf8 shows it.
inline std::string json_line(const nlohmann::ordered_json& document) {
  return document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// The same on lines of its own, indented.
inline std::string json_text(const nlohmann::ordered_json& document) {
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace results
