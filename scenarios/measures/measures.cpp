#include "scenarios/measures/measures.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "models/text/reading.hpp"

namespace scenarios {

const char* word_of(Measure::Status status) {
  static constexpr const char* words[] = {"existing", "planned", "possible"};
  return words[static_cast<std::size_t>(status)];
}

std::vector<std::string> MeasureList::ids() const {
  std::vector<std::string> out;
  for (const Measure& measure : measures)
    out.push_back(measure.id);
  return out;
}

const Measure& MeasureList::measure(const std::string& id) const {
  for (const Measure& measure : measures)
    if (measure.id == id)
      return measure;
  models::Problems problems;
  problems.add({input.path, 0, 0},
               fmt::format("has no measure {}{}", id, models::did_you_mean(id, ids())));
  problems.throw_if_any();
  throw std::logic_error("a problem was added");
}

}  // namespace scenarios
