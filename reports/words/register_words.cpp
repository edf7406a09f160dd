#include "reports/words/register_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(register_phrases));
static_assert(first_broken(register_phrases) == "");

}  // namespace reports
