#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/words/phrases.hpp"

namespace reports {

/// The words of a key ("lost_callers", "course.decided") in a language. Names of measures are keys.
/// Throws std::logic_error for a key that the table does not have.
std::string word(std::string_view key, Language language);

/// The words of a key that begin with a number: "12 replications", "1 replication".
std::string counted(std::string_view key, std::size_t n, Language language);

/// All of them.
std::vector<const Phrases*> word_tables();

}  // namespace reports
