#include "reports/words/explain_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(explain_phrases));
static_assert(first_broken(explain_phrases) == "");

std::string explain_word_at(std::string_view key, Language language) {
  return phrase_of(explain_phrases, key).in(language);
}

}  // namespace reports
