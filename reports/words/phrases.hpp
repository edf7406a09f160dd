#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reports/words/language.hpp"

namespace reports {

/// What a key says in each language.
struct Phrase {
  const char* english;
  const char* dutch;
};

using Phrases = std::map<std::string_view, Phrase>;

/// The words of `key` in the first of `tables` that has it. Throws std::logic_error when none has.
std::string phrase(const std::vector<const Phrases*>& tables, std::string_view key,
                   Language language);

}  // namespace reports
