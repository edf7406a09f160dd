#pragma once

#include <map>
#include <string>

#include "reports/words/language.hpp"

namespace reports {

/// What `word` says of every measure, by its name.
std::map<std::string, std::string> measure_labels(Language language);

}  // namespace reports
