#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace models {

/// Digits and nothing else, up to 2^64 - 1. Always decimal: "010" is ten, as in a seed that was
/// padded with zeros.
inline std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t out = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, out);
  return stopped == end && error == std::errc() ? std::optional(out) : std::nullopt;
}

}  // namespace models
