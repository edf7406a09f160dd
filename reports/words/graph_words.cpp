#include "reports/words/graph_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(graph_phrases));
static_assert(first_broken(graph_phrases) == "");

std::string graph_word_at(std::string_view key, Language language) {
  return phrase_of(graph_phrases, key).in(language);
}

}  // namespace reports
