#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/comparisons/comparison.hpp"
#include "analysis/impact/row_mean.hpp"
#include "analysis/impact/table_row.hpp"

namespace analysis {
namespace {

/// Rows of one event by package.
using Packages = std::map<std::string, const Row*>;

std::map<std::string, Packages> packages_by_event(const std::vector<Row>& rows) {
  std::map<std::string, Packages> out;
  for (const Row& row : rows)
    if (row.labels.draw == 0)
      out[event_key(row)][row.labels.package] = &row;
  return out;
}

/// By which differences are judged.
struct Yardstick {
  const Criteria& criteria;
  ThreatRates rates;
};

/// Frequency times the difference, both uncertain.
Interval in_a_year(const Row& row, const Interval& difference, const Yardstick& by) {
  const Frequency frequency = frequency_of(row.labels, by.criteria, by.rates);
  if (!frequency.known())
    return {};
  return expected_per_year({row.labels.threat, row.id(), frequency, {}, difference, {}});
}

void add_effects(BeforeAfter& out, const Packages& packages, const Yardstick& by) {
  const auto current = packages.find("current");
  if (current == packages.end())
    return;
  for (const auto& [package, row] : packages)
    if (package != "current") {
      const Difference lost = difference_of(*current->second, *row, by.criteria);
      out.effects.push_back({row->id(), package, lost, in_a_year(*row, lost.by, by)});
    }
}

/// "A,B" beside "A" and "B".
void add_together(BeforeAfter& out, const Packages& packages, const Criteria& criteria) {
  const auto current = packages.find("current");
  for (const auto& [package, both] : packages) {
    const auto comma = package.find(',');
    if (current == packages.end() || comma == std::string::npos ||
        package.find(',', comma + 1) != std::string::npos)
      continue;
    const std::string first = package.substr(0, comma), second = package.substr(comma + 1);
    const auto one = packages.find(first), other = packages.find(second);
    if (one == packages.end() || other == packages.end() ||
        !difference_of(*one->second, *other->second, criteria).paired ||
        !difference_of(*current->second, *both, criteria).paired)
      continue;
    const auto base = lost_callers(*current->second, criteria),
               a = lost_callers(*one->second, criteria), b = lost_callers(*other->second, criteria),
               ab = lost_callers(*both, criteria);
    std::vector<double> more(base.size());
    for (std::size_t i = 0; i < more.size(); ++i)
      more[i] = (ab[i] - base[i]) - (a[i] - base[i]) - (b[i] - base[i]);
    out.together.push_back(
        {both->id(), first, second, {mean_over_week(*current->second, more), true}});
  }
}

/// Sums of independent parts; the widths add up as squares do.
void add(Interval& sum, const Interval& part) {
  if (std::isnan(part.value))
    return;
  if (!sum.exists())
    sum = {0, 0, 0, part.exists() ? part.method : Method::student_t};
  if (part.exists() && part.method != sum.method)
    sum.method = Method::hall;  // one of the parts is skewed
  const double below = part.exists() ? part.value - part.low : 0;
  const double above = part.exists() ? part.high - part.value : 0;
  const double low = std::hypot(sum.value - sum.low, below);
  const double high = std::hypot(sum.high - sum.value, above);
  sum.value += part.value;
  sum.low = sum.value - low;
  sum.high = sum.value + high;
}

std::vector<PackageEffect> sums_of(const std::vector<Effect>& effects) {
  std::map<std::string, PackageEffect> sums;
  for (const Effect& effect : effects) {
    PackageEffect& sum = sums[effect.package];
    sum.package = effect.package;
    ++sum.threats;
    add(sum.per_event, effect.lost.by);
    add(sum.per_year, effect.per_year);
  }
  std::vector<PackageEffect> out;
  for (const auto& [package, sum] : sums)
    out.push_back(sum);
  const auto rank = [](const PackageEffect& effect) {
    return effect.per_year.exists() ? effect.per_year.value : effect.per_event.value;
  };
  std::stable_sort(out.begin(), out.end(), [&](const PackageEffect& a, const PackageEffect& b) {
    return rank(a) < rank(b);
  });
  return out;
}

void mark_ties(std::vector<PackageEffect>& ranked) {
  for (std::size_t i = 0; i < ranked.size(); ++i)
    ranked[i].tied = i > 0 && ranked[i - 1].per_event.high >= ranked[i].per_event.low;
}

/// An end at which nothing is gained is 0.
Interval gain_of(const Interval& difference) {
  const auto gained = [](double by) { return by < 0 ? -by : by >= 0 ? 0 : by; };
  return {gained(difference.value), gained(difference.high), gained(difference.low),
          difference.method};
}

/// One caller a year of what it gains: monotone, so that the ends of the one are those of the
/// other.
Interval share_for_one(const Interval& per_year) {
  return {-1 / per_year.value, -1 / per_year.low, -1 / per_year.high, per_year.method};
}

BreakEven break_even_of(const PackageEffect& effect) {
  BreakEven out{effect.package, effect.threats, {}, {}};
  if (effect.per_event.value < 0)
    out.once_in_years = gain_of(effect.per_event);
  if (effect.per_year.exists() && effect.per_year.high < 0)
    out.share_of_effect = share_for_one(effect.per_year);
  return out;
}

}  // namespace

void take_break_evens(BeforeAfter& effects, const std::set<std::string>& assumed) {
  for (const PackageEffect& effect : effects.packages)
    if (assumed.contains(effect.package))
      effects.break_even.push_back(break_even_of(effect));
  std::ranges::sort(effects.break_even, {}, &BreakEven::package);
  std::erase_if(effects.packages,
                [&](const PackageEffect& one) { return assumed.contains(one.package); });
  mark_ties(effects.packages);
}

BeforeAfter before_and_after(const std::vector<Row>& rows, const Criteria& criteria,
                             const Evidence& evidence, const std::set<std::string>& assumed) {
  BeforeAfter out;
  const Yardstick by{criteria, threat_rates(family_rates(evidence, criteria))};
  for (const auto& [event, packages] : packages_by_event(rows)) {
    add_effects(out, packages, by);
    add_together(out, packages, criteria);
  }
  std::stable_sort(out.effects.begin(), out.effects.end(), [](const Effect& a, const Effect& b) {
    return a.lost.by.value < b.lost.by.value;
  });
  out.packages = sums_of(out.effects);
  take_break_evens(out, assumed);
  return out;
}

}  // namespace analysis
