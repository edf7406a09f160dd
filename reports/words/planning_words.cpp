#include "reports/words/planning_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(planning_phrases));
static_assert(first_broken(planning_phrases) == "");

std::string planning_word_at(std::string_view key, Language language) {
  return phrase_of(planning_phrases, key).in(language);
}

}  // namespace reports
