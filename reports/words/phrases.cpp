#include "reports/words/phrases.hpp"

#include <stdexcept>

namespace reports {

std::string phrase(const std::vector<const Phrases*>& tables, std::string_view key,
                   Language language) {
  for (const Phrases* const phrases : tables)
    if (const auto at = phrases->find(key); at != phrases->end())
      return language == Language::dutch ? at->second.dutch : at->second.english;
  throw std::logic_error("no words for '" + std::string(key) + "'");
}

}  // namespace reports
