#include "cli/serve/words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace cli {

static_assert(!reports::has_twice(serve_phrases));
static_assert(reports::first_broken(serve_phrases) == "");

std::string serve_word_at(std::string_view key, reports::Language language) {
  return reports::phrase_of(serve_phrases, key).in(language);
}

}  // namespace cli
