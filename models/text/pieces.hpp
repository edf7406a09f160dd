#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What a line of text is made of, as it is written in options and in YAML.
namespace models {

/// Without the blanks on both sides.
inline std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  return first == text.npos
             ? ""
             : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// At least one piece, and none has a blank: "a, b" is "a" and "b", "" is "".
inline std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text)
    if (c == ',')
      out.emplace_back();
    else if (c != ' ')
      out.back() += c;
  return out;
}

}  // namespace models
