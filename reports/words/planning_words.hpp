#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk plan`, `sweep` and `exercise`, in both languages. Throws std::logic_error for
/// an unknown key.
std::string planning_word(std::string_view key, Language language);
/// All of them.
std::vector<const Phrases*> planning_word_tables();

}  // namespace reports
