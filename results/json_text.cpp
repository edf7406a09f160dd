#include "results/json_text.hpp"

#include <cmath>
#include <cstdint>

namespace results {
namespace {

using nlohmann::ordered_json;
constexpr auto replace = ordered_json::error_handler_t::replace;

/// Up to here every whole number is a double, and the same to every reader.
constexpr double largest_whole = 9007199254740992;

void shorten_whole_numbers(ordered_json& document) {
  if (document.is_structured())
    for (ordered_json& inside : document)
      shorten_whole_numbers(inside);
  else if (document.is_number_float())
    if (const double value = document.get<double>(); std::trunc(value) == value &&
                                                     std::abs(value) < largest_whole &&
                                                     (value != 0 || !std::signbit(value)))
      document = static_cast<std::int64_t>(value);
}

}  // namespace

std::string json_line(ordered_json document) {
  shorten_whole_numbers(document);
  return document.dump(-1, ' ', false, replace);
}

std::string json_text(const ordered_json& document) {
  return document.dump(2, ' ', false, replace) + "\n";
}

}  // namespace results
