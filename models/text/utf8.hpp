#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace models {

/// The byte goes on with a character that began before it.
inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Length of the UTF-8 character at the start of `rest`; 0 when it is none (overlong forms,
/// surrogates and code points above U+10FFFF are none).
std::size_t utf8_length(std::string_view rest);

/// The text with U+FFFD for what is not UTF-8, such as the name of a file can be: one for each byte
/// that begins no character, or for the whole of a character that is broken off.
std::string as_utf8(std::string_view text);

/// How much of the text has whole characters; what is left at its end may go on.
std::size_t whole_characters(std::string_view text);

}  // namespace models
