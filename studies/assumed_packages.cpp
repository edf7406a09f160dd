#include "studies/assumed_packages.hpp"

#include <algorithm>
#include <sstream>

namespace studies {
namespace {

bool is_assumed(const scenarios::Measure& measure) {
  return measure.origin.kind == "assumed" || measure.origin.kind.empty();
}

/// `planned`, `inherent`, `without:call_in`, or the name of a measure.
bool word_is_assumed(std::string word, const scenarios::MeasureList& list) {
  using Status = scenarios::Measure::Status;
  const auto any_assumed = [&](Status status) {
    return std::ranges::any_of(list.measures, [&](const scenarios::Measure& measure) {
      return measure.status == status && is_assumed(measure);
    });
  };
  if (word == "current")
    return false;
  if (word == "planned")
    return any_assumed(Status::planned);
  if (word == "inherent")
    return any_assumed(Status::existing);
  if (word.starts_with("without:"))
    word.erase(0, word.find(':') + 1);
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
