#include "reports/words/serve_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(serve_phrases));
static_assert(first_broken(serve_phrases) == "");

}  // namespace reports
