#pragma once

#include <map>
#include <string>

#include "cli/language.hpp"

namespace cli {

/// What `word` says of every measure, by its name.
std::map<std::string, std::string> measure_labels(Language language);

}  // namespace cli
