#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace results {

/// A document on one line, for our own readers: a whole number has no ".0". What is not UTF-8, as
/// the name of a file may be, is shown as models::as_utf8 shows it.
std::string json_line(nlohmann::ordered_json document);

/// The same on lines of its own, indented; numbers as they are.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace results
