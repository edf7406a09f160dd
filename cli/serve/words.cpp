#include "cli/serve/words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace cli {

static_assert(!reports::has_twice(serve_phrases));
static_assert(reports::first_broken(serve_phrases) == "");

}  // namespace cli
