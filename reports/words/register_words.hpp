#pragma once

#include <string>
#include <string_view>

#include "reports/words/language.hpp"

namespace reports {

/// Words of `uitwijk register`, in both languages. Throws std::logic_error for an unknown key.
std::string register_word(std::string_view key, Language language);

}  // namespace reports
