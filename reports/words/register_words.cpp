#include "reports/words/register_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(register_phrases));
static_assert(first_broken(register_phrases) == "");

std::string register_word_at(std::string_view key, Language language) {
  return phrase_of(register_phrases, key).in(language);
}

}  // namespace reports
