#include "analysis/impact/rubricering.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace analysis {
namespace {

/// How much a marking asks of who handles it.
enum class Height { open, confidential, state_confidential, secret, top_secret };

/// Letters of a marking, so that "Stg. ZG" and "stg.zg" are one word.
std::string letters_of(const std::string& text) {
  std::string out;
  for (const unsigned char c : text)
    if (std::isalpha(c) != 0)
      out += static_cast<char>(std::tolower(c));
  return out;
}

/// By the words of the Voorschrift Informatiebeveiliging Rijksdienst and their English ones;
/// nothing for a marking that is not ranked here.
std::optional<Height> height_of(const std::string& text) {
  const std::string letters = letters_of(text);
  const auto says = [&](std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return letters.find(word) != std::string::npos; });
  };
  if (says({"zeergeheim", "stgzg", "topsecret"}))
    return Height::top_secret;
  if (says({"staatsgeheimconfid", "stgc"}))
    return Height::state_confidential;
  if (says({"geheim", "stgg", "secret"}))
    return Height::secret;
  if (says({"vertrouwelijk", "depv", "confiden", "intern"}))
    return Height::confidential;
  for (const char* word : {"openba", "public", "tlpclear", "tlpwhite"})
    if (letters.starts_with(word))
      return Height::open;
  return {};
}

}  // namespace

std::string highest_rubricering(const std::vector<std::string>& all) {
  std::map<Height, std::set<std::string>> ranked;
  std::set<std::string> others;
  for (const std::string& given : all) {
    const std::string text = given.empty() ? std::string(no_rubricering) : given;
    const auto height = height_of(text);
    (height ? ranked[*height] : others).insert(text);
  }
  if (!others.empty())
    ranked.erase(Height::open);
  std::vector<std::string> kept;
  if (!ranked.empty())
    kept.assign(ranked.rbegin()->second.begin(), ranked.rbegin()->second.end());
  kept.insert(kept.end(), others.begin(), others.end());
  return kept.empty() ? std::string(no_rubricering) : fmt::format("{}", fmt::join(kept, "; "));
}

std::string highest_given_rubricering(std::vector<std::string> all) {
  std::erase(all, "");
  return highest_rubricering(all);
}

}  // namespace analysis
