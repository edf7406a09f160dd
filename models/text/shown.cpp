#include "models/text/shown.hpp"

#include <fmt/format.h>

#include "models/text/utf8.hpp"

namespace models {
namespace {

/// Of a character of at most three bytes.
unsigned code_of(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
  if (character.size() == 1)
    return byte(0);
  if (character.size() == 2)
    return (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU);
  return (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
}

bool is_control(unsigned code) {
  const bool c0 = code < 0x20 && code != '\t' && code != '\n';
  const bool c1 = code >= 0x7F && code < 0xA0;  // with DEL
  const bool turns = code == 0x61C || code == 0x200E || code == 0x200F ||
                     (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
  return c0 || c1 || turns || code == 0x2028 || code == 0x2029;
}

/// Characters that are wanted, each as `written` has it.
template <class Wanted, class Written>
std::string replaced(std::string_view text, Wanted wanted, Written written) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = wanted(text);
    if (length > 0)
      out += written(text.substr(0, length));
    else
      out += text.front();
    text.remove_prefix(length > 0 ? length : 1);
  }
  return out;
}

std::string escape(std::string_view character) {
  return fmt::format("\\u{:04x}", code_of(character));
}

std::size_t length_that_breaks_a_line(std::string_view rest) {
  return rest.front() == '\n' || rest.front() == '\t' ? 1 : control_length(rest);
}

}  // namespace

std::size_t control_length(std::string_view rest) {
  const bool plain = rest.empty() || (rest.front() >= ' ' && rest.front() < 0x7F);
  const std::size_t length = plain ? 0 : utf8_length(rest);
  return length > 0 && length < 4 && is_control(code_of(rest.substr(0, length))) ? length : 0;
}

std::string shown(std::string_view text) {
  return replaced(text, control_length, escape);
}

std::string shown_name(std::string_view text) {
  return replaced(text, length_that_breaks_a_line, escape);
}

std::string on_one_line(std::string_view text) {
  return replaced(text, length_that_breaks_a_line, [](std::string_view) { return " "; });
}

}  // namespace models
