#include "reports/words/measure_labels.hpp"

#include "analysis/measures/measure.hpp"

namespace reports {
namespace {

constexpr bool is_labelled(std::string_view name) {
  return std::ranges::find(measure_phrases, name, &Phrase::key) != std::end(measure_phrases);
}

static_assert(std::ranges::all_of(analysis::measures, [](const analysis::Measure& measure) {
  return measure.shown == 0 || is_labelled(measure.name);
}));
/// Not by `find_measure() != nullptr`: no constant to g++ 12 with UBSan.
constexpr bool is_measure(std::string_view name) {
  return std::ranges::any_of(analysis::measures, [&](const analysis::Measure& measure) {
    return measure.name == name && (measure.of & analysis::of::world) != 0;
  });
}
static_assert(std::ranges::all_of(measure_phrases,
                                  [](const Phrase& phrase) { return is_measure(phrase.key); }));

}  // namespace

std::map<std::string, std::string> measure_labels(Language language) {
  std::map<std::string, std::string> out;
  for (const Phrase& phrase : measure_phrases)
    out.emplace(phrase.key, phrase.in(language));
  return out;
}

}  // namespace reports
