#include "reports/words/campaign_words.hpp"

#include "reports/words/phrase_checks.hpp"

namespace reports {

static_assert(!has_twice(campaign_phrases));
static_assert(first_broken(campaign_phrases) == "");

}  // namespace reports
