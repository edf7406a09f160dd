#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "reports/words/phrases.hpp"

namespace cli {

/// What `uitwijk serve` refuses, in both languages. Throws std::logic_error for an unknown key.
std::string serve_word(std::string_view key, reports::Language language);
/// All of them.
std::vector<const reports::Phrases*> serve_word_tables();

/// The same with its gaps filled in.
template <class... Value>
std::string serve_text(std::string_view key, reports::Language language, const Value&... value) {
  return fmt::format(fmt::runtime(serve_word(key, language)), value...);
}

}  // namespace cli
