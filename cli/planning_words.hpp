#pragma once

#include <string>
#include <string_view>

#include "cli/language.hpp"

namespace cli {

/// Words of `uitwijk plan`, `sweep` and `exercise`, in both languages. Throws std::logic_error for
/// an unknown key.
std::string planning_word(std::string_view key, Language language);

}  // namespace cli
