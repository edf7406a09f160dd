#pragma once

#include <string>
#include <string_view>

#include "reports/words/language.hpp"

namespace reports {

/// The words of a key ("lost_callers", "course.decided") in a language. Names of measures are keys.
/// Throws std::logic_error for a key that the table does not have.
std::string word(std::string_view key, Language language);

}  // namespace reports
