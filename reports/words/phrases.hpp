#pragma once

#include <fmt/format.h>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "reports/words/language.hpp"

namespace reports {

/// What a key says in each language.
struct Phrase {
  std::string_view key;
  const char* english;
  const char* dutch;

  constexpr const char* in(Language language) const {
    return language == Language::dutch ? dutch : english;
  }
};

/// Throws std::logic_error when no phrase has the key: at compile time, that is a compile error.
constexpr const Phrase& phrase_of(std::span<const Phrase> phrases, std::string_view key) {
  for (const Phrase& phrase : phrases)
    if (phrase.key == key)
      return phrase;
  throw std::logic_error("no words for '" + std::string(key) + "'");
}

/// A phrase of a table, by its key: a key that the table does not have does not compile.
template <const auto& phrases>
class Key {
public:
  consteval Key(const char* key) : phrase_(&phrase_of(phrases, key)) {}

  std::string in(Language language) const { return phrase_->in(language); }

private:
  const Phrase* phrase_;
};

/// A phrase with gaps for these values, by its key: it does not compile unless both of its texts
/// take them. Named arguments are checked when written as "name"_a = value.
template <const auto& phrases, class... Value>
class Form {
public:
  consteval Form(const char* key)
      : english_(phrase_of(phrases, key).english), dutch_(phrase_of(phrases, key).dutch) {}

  std::string filled(Language language, const Value&... value) const {
    const fmt::string_view text = language == Language::dutch ? dutch_ : english_;
    return fmt::vformat(text, fmt::make_format_args(value...));
  }

private:
  fmt::format_string<Value...> english_, dutch_;
};

/// The phrase of a key that is known only when the program runs, with its gaps filled in. Throws
/// std::logic_error for an unknown key, fmt::format_error when the phrase wants other values.
template <class... Value>
std::string filled_at(std::span<const Phrase> phrases, std::string_view key, Language language,
                      const Value&... value) {
  return fmt::vformat(phrase_of(phrases, key).in(language), fmt::make_format_args(value...));
}

}  // namespace reports
