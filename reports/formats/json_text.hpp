#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace reports {

/// A document as it is shown. The name of a file may be no UTF-8: what is not, is replaced.
inline std::string json_text(const nlohmann::ordered_json& document) {
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace reports
