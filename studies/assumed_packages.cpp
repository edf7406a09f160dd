#include "studies/assumed_packages.hpp"

#include <algorithm>
#include <sstream>

namespace studies {
namespace {

bool is_assumed(const scenarios::Measure& measure) {
  return measure.origin.kind == "assumed" || measure.origin.kind.empty();
}

/// `planned`, or the name of a measure. What a package takes away was there: it costs what it
/// costs.
bool word_is_assumed(const std::string& word, const scenarios::MeasureList& list) {
  if (word == "current" || word == "inherent" || word.starts_with("without:"))
    return false;
  if (word == "planned")
    return std::ranges::any_of(list.measures, [](const scenarios::Measure& measure) {
      return measure.status == scenarios::Measure::Status::planned && is_assumed(measure);
    });
  const auto at = std::ranges::find(list.measures, word, &scenarios::Measure::id);
  return at == list.measures.end() || is_assumed(*at);
}

}  // namespace

std::set<std::string> assumed_packages(const std::vector<analysis::Row>& rows,
                                       const scenarios::MeasureList& list) {
  std::set<std::string> out;
  for (const analysis::Row& row : rows) {
    std::istringstream words(row.labels.package);
    for (std::string word; std::getline(words, word, ',');)
      if (word_is_assumed(word, list))
        out.insert(row.labels.package);
  }
  return out;
}

}  // namespace studies
