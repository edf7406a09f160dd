#include "models/text/utf8.hpp"

#include <algorithm>

namespace models {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Bytes of a character that begins like this; 0 when none does.
std::size_t announced_length(unsigned first) {
  return first < 0x80                    ? 1
         : first >= 0xC2 && first < 0xE0 ? 2
         : first >= 0xE0 && first < 0xF0 ? 3
         : first >= 0xF0 && first < 0xF5 ? 4
                                         : 0;
}

/// The byte may stand at place `at` of a character that begins with `first`.
bool may_follow(unsigned first, std::size_t at, unsigned byte) {
  if ((byte & 0xC0) != 0x80)
    return false;
  if (at > 1)
    return true;
  return !((first == 0xE0 && byte < 0xA0) || (first == 0xED && byte >= 0xA0) ||
           (first == 0xF0 && byte < 0x90) || (first == 0xF4 && byte >= 0x90));
}

/// How many bytes at the start of `rest` are those of one character; at least 1.
std::size_t good_bytes(std::string_view rest, std::size_t announced) {
  const unsigned first = byte_at(rest, 0);
  std::size_t good = 1;
  while (good < std::min(announced, rest.size()) && may_follow(first, good, byte_at(rest, good)))
    ++good;
  return good;
}

}  // namespace

std::size_t utf8_length(std::string_view rest) {
  const std::size_t announced = announced_length(byte_at(rest, 0));
  return announced > 0 && good_bytes(rest, announced) == announced ? announced : 0;
}

std::size_t whole_characters(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(text.size(), 3); ++back) {
    const std::string_view end = text.substr(text.size() - back);
    const std::size_t announced = announced_length(byte_at(end, 0));
    if (announced > back && good_bytes(end, announced) == back)
      return text.size() - back;
  }
  return text.size();
}

std::string as_utf8(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t announced = announced_length(byte_at(text, 0));
    const std::size_t good = good_bytes(text, announced);
    out += good == announced ? text.substr(0, good) : replacement;
    text.remove_prefix(good);
  }
  return out;
}

}  // namespace models
