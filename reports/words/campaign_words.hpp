#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "reports/words/phrases.hpp"

namespace reports {

/// Words of `uitwijk campaign`, in both languages. Throws std::logic_error for an unknown key.
std::string campaign_word(std::string_view key, Language language);
/// All of them.
std::vector<const Phrases*> campaign_word_tables();

/// The same with its gaps filled in.
template <class... Value>
std::string campaign_text(std::string_view key, Language language, const Value&... value) {
  return fmt::format(fmt::runtime(campaign_word(key, language)), value...);
}

}  // namespace reports
