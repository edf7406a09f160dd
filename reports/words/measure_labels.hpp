#pragma once

#include <map>
#include <string>

#include "reports/words/language.hpp"
#include "reports/words/phrases.hpp"

namespace reports {

/// What every measure that is shown is called, by its name.
std::map<std::string, std::string> measure_labels(Language language);
const Phrases& measure_phrases();

}  // namespace reports
