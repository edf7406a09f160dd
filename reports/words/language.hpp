#pragma once

#include <string>

namespace reports {

enum class Language { english, dutch };

/// "nl" or "en"; anything else, and "", leaves it to the locale of the environment (LC_ALL,
/// LC_MESSAGES, LANG, in that order): Dutch when it starts with "nl", else English.
Language language_of(const std::string& asked);

}  // namespace reports
