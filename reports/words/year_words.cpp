#include "reports/words/year_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(year_phrases));
static_assert(first_broken(year_phrases) == "");

}  // namespace reports
