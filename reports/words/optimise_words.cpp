#include "reports/words/optimise_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(optimise_phrases));
static_assert(first_broken(optimise_phrases) == "");

}  // namespace reports
