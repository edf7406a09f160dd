#include "reports/words/words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(word_phrases));
static_assert(first_broken(word_phrases) == "");

std::string word_at(std::string_view key, Language language) {
  return phrase_of(word_phrases, key).in(language);
}

std::map<std::string, std::string> measure_labels(Language language) {
  std::map<std::string, std::string> out;
  for (const Phrase& phrase : measure_phrases)
    out.emplace(phrase.key, phrase.in(language));
  return out;
}

}  // namespace reports
