#include "reports/words/language.hpp"

#include <cstdlib>

namespace reports {

Language language_of(const std::string& asked) {
  std::string locale = asked;
  for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(variable);
    if (locale.empty() && value != nullptr)
      locale = value;
  }
  return locale.starts_with("nl") ? Language::dutch : Language::english;
}

}  // namespace reports
