#include "models/text/yaml_text.hpp"

#include <string_view>

#include <fmt/format.h>

#include "models/text/shown.hpp"
#include "models/text/utf8.hpp"

namespace models {

namespace {

/// What is wrong with the character at `at`, or "".
std::string wrong_character(const std::string& text, std::size_t at, std::size_t length) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (length == 0)
    return fmt::format("byte 0x{:02x} is not UTF-8 text", c);
  if (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))
    return "carriage return without a line feed";
  if (c != '\r' && control_length(std::string_view(text).substr(at, length)) > 0)
    return fmt::format("control character {} is not allowed", shown(text.substr(at, length)));
  if (text.compare(at, 3, "\xEF\xBB\xBF") == 0 && at > 0)
    return "byte order mark inside the text";
  return "";
}

}  // namespace

std::string too_large() {
  return fmt::format("is larger than {} MiB", largest_text >> 20);
}

bool is_clean_text(const std::string& text, const std::string& file, Problems& problems,
                   Indentation indentation) {
  if (text.size() > largest_text) {
    problems.add({file, 0, 0}, too_large());
    return false;
  }
  Mark mark{file, 1, 1};
  bool indenting = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(std::string_view(text).substr(at));
    std::string wrong = wrong_character(text, at, length);
    if (wrong.empty() && text[at] == '\t' && indenting && indentation == Indentation::spaces)
      wrong = "tab in the indentation, use spaces";
    if (!wrong.empty()) {
      problems.add(mark, std::move(wrong));
      return false;
    }
    indenting = text[at] == '\n' || (indenting && text[at] == ' ');
    mark.column = text[at] == '\n' ? 1 : mark.column + 1;
    mark.line += text[at] == '\n' ? 1 : 0;
    at += length;
  }
  return true;
}

}  // namespace models
