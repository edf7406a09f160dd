#include "analysis/measures/measure.hpp"

#include <algorithm>

namespace analysis {
namespace {

/// A name says one thing of each part.
constexpr bool is_said_once() {
  for (std::size_t i = 0; i < measures.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (measures[i].name == measures[j].name && (measures[i].of & measures[j].of) != 0)
        return false;
  return true;
}
static_assert(is_said_once());

/// A reader meets each heading once.
static_assert(std::ranges::is_sorted(measures, {}, &Measure::group));

static_assert(std::ranges::all_of(measures, [](const Measure& measure) {
  return measure.shown == 0 || (measure.of & of::world) != 0;
}));

template <class Wanted>
std::vector<Measure> those(Wanted wanted) {
  std::vector<Measure> out;
  std::ranges::copy_if(measures, std::back_inserter(out), wanted);
  return out;
}

}  // namespace

std::vector<Measure> measures_of(unsigned part) {
  return those([part](const Measure& measure) { return (measure.of & part) != 0; });
}

std::vector<Measure> measures_shown(unsigned where) {
  return those([where](const Measure& measure) { return (measure.shown & where) != 0; });
}

std::vector<std::string> outcomes() {
  std::vector<std::string> out;
  for (const Measure& measure : measures_shown(shown::outcome))
    out.emplace_back(measure.name);
  return out;
}

}  // namespace analysis
