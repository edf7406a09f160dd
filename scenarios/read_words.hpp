#pragma once

#include <string>
#include <vector>

#include "models/text/read_values.hpp"

/// Readers of words and of lists of texts, for what stands beside a scenario: threats, measures.
namespace scenarios {

/// A word of the table; others are problems with a suggestion.
inline auto word_in(const std::vector<std::string>& table) {
  return [table](const models::Place& place) { return table[models::read_word(place, table)]; };
}

inline std::vector<std::string> read_texts(const models::Place& place) {
  std::vector<std::string> out;
  for (const models::Place& item : items(place))
    out.push_back(models::read_text(item));
  return out;
}

/// One text or a list of them.
inline std::vector<std::string> read_one_or_more(const models::Place& place) {
  if (place.node().type != models::Node::Type::sequence)
    return {models::read_text(place)};
  return read_texts(place);
}

}  // namespace scenarios
