#pragma once

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "reports/words/phrases.hpp"

namespace reports {

/// The gaps of a text, sorted, each once: "lost" of "{lost:caller|callers}", "0" and "1" of "{}
/// {}".
constexpr std::vector<std::string_view> gaps_of(std::string_view text) {
  constexpr std::string_view digits = "0123456789";
  std::vector<std::string_view> out;
  std::size_t unnamed = 0;
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open)) {
    const auto close = text.find('}', open);
    if (close == text.npos)
      throw std::logic_error("a gap without an end");
    const std::string_view gap = text.substr(open + 1, close - open - 1);
    const std::string_view name = gap.substr(0, gap.find(':'));
    out.push_back(name.empty() ? digits.substr(unnamed++, 1) : name);
    open = close;
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());  // clang 14 has no std::ranges::unique
  return out;
}

/// Both texts say something, about the same things.
constexpr bool is_whole(const Phrase& phrase) {
  return !phrase.key.empty() && *phrase.english != '\0' && *phrase.dutch != '\0' &&
         gaps_of(phrase.english) == gaps_of(phrase.dutch);
}

constexpr bool has_twice(std::span<const Phrase> phrases) {
  for (auto one = phrases.begin(); one != phrases.end(); ++one)
    if (std::find_if(one + 1, phrases.end(),
                     [one](const Phrase& other) { return other.key == one->key; }) != phrases.end())
      return true;
  return false;
}

/// Key of the first phrase that is not whole, or "": what a static_assert compares.
constexpr std::string_view first_broken(std::span<const Phrase> phrases) {
  const auto at = std::ranges::find_if_not(phrases, is_whole);
  return at == phrases.end() ? "" : at->key;
}

}  // namespace reports
