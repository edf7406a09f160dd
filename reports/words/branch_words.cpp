#include "reports/words/branch_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(branch_phrases));
static_assert(first_broken(branch_phrases) == "");

}  // namespace reports
