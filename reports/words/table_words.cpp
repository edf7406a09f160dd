#include "reports/words/table_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(table_phrases));
static_assert(first_broken(table_phrases) == "");

std::string table_word_at(std::string_view key, Language language) {
  return phrase_of(table_phrases, key).in(language);
}

}  // namespace reports
