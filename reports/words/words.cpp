#include "reports/words/words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(word_phrases));
static_assert(first_broken(word_phrases) == "");

std::string word_at(std::string_view key, Language language) {
  return phrase_of(word_phrases, key).in(language);
}

}  // namespace reports
