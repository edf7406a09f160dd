#pragma once

#include <string>

#include "reports/words/language.hpp"

namespace reports {

/// A few words that one renderer or one grid says, in both languages.
struct Both {
  const char* english;
  const char* dutch;

  std::string in(Language language) const { return language == Language::dutch ? dutch : english; }
};

}  // namespace reports
