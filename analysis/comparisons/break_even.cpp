#include "analysis/comparisons/break_even.hpp"

#include <algorithm>

namespace analysis {
namespace {

Interval gain_of(const Interval& difference) {
  return {-difference.value, -difference.high, -difference.low, difference.method};
}

BreakEven break_even_of(const PackageEffect& effect) {
  BreakEven out{effect.package, effect.threats, {}, undefined};
  if (effect.per_event.value < 0)
    out.once_in_years = gain_of(effect.per_event);
  if (effect.per_year.value < 0)
    out.share_of_effect = -1 / effect.per_year.value;
  return out;
}

}  // namespace

std::vector<BreakEven> take_break_evens(BeforeAfter& effects,
                                        const std::set<std::string>& assumed) {
  std::vector<BreakEven> out;
  for (const PackageEffect& effect : effects.packages)
    if (assumed.contains(effect.package))
      out.push_back(break_even_of(effect));
  std::ranges::sort(out, {}, &BreakEven::package);
  auto& ranked = effects.packages;
  std::erase_if(ranked, [&](const PackageEffect& one) { return assumed.contains(one.package); });
  for (std::size_t i = 0; i < ranked.size(); ++i)
    ranked[i].tied = i > 0 && ranked[i - 1].per_event.high >= ranked[i].per_event.low;
  return out;
}

}  // namespace analysis
