#include "reports/words/graph_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(graph_phrases));
static_assert(first_broken(graph_phrases) == "");

}  // namespace reports
