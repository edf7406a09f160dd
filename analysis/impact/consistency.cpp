#include "analysis/impact/consistency.hpp"

#include <algorithm>

#include "analysis/statistics/rate_posterior.hpp"
#include "models/chance/distribution.hpp"

namespace analysis {
namespace {

/// Events that a record of so many years sees, of a rate that is not known exactly.
EventCount count_of(const models::RateTable& rate, double years_seen) {
  const auto quantile = [&](double p) {
    int n = 0;
    while (at_most_events(rate, years_seen, n) < p)
      ++n;
    return static_cast<double>(n);
  };
  return {rate.mean() * years_seen, quantile(0.05), quantile(0.95)};
}

void tell_durations(FamilyCheck& out, const Record& record, const scenarios::Catalogue& catalogue) {
  for (const RecordedEvent* event : record.counted_in(out.family))
    if (event->duration_s)
      out.durations_s.push_back(*event->duration_s);
  std::ranges::sort(out.durations_s);
  out.fit = duration_of(out.family, record);
  if (out.family.threats.empty())
    return;
  const auto threat = std::ranges::find(catalogue.threats, out.family.threats.front(),
                                        &scenarios::CatalogueThreat::id);
  if (threat == catalogue.threats.end() || !threat->duration_s)
    return;
  out.model_median_s = models::quantile(*threat->duration_s, 0.5);
  out.model_p95_s = models::quantile(*threat->duration_s, 0.95);
}

FamilyCheck check_of(const FamilyRate& rate, const Record& record,
                     const scenarios::Catalogue& catalogue) {
  FamilyCheck out;
  out.family = *rate.family;
  out.seen = rate.events;
  out.years = rate.years;
  out.rate = rate.rate;
  if (rate.events == 0)
    out.none_below_per_y = bound_of_none_seen(rate.years);
  const double years_seen = rate.years * rate.family->share_reported.value;
  if (rate.rate)
    out.expected = count_of(*rate.rate, years_seen);
  if (rate.prior)
    out.without_record = count_of(*rate.prior, years_seen);
  tell_durations(out, record, catalogue);
  return out;
}

}  // namespace

bool FamilyCheck::holds(const std::optional<EventCount>& count) const {
  const auto n = static_cast<double>(seen);
  return count && n >= count->p5 && n <= count->p95;
}

ConsistencyCheck::Sum ConsistencyCheck::sum(std::optional<EventCount> FamilyCheck::*count) const {
  Sum out;
  for (const FamilyCheck& one : families) {
    if (!(one.*count))
      continue;
    ++out.families;
    out.seen += one.seen;
    out.expected += (one.*count)->mean;
    out.within += one.holds(one.*count) ? 1 : 0;
  }
  return out;
}

ConsistencyCheck consistency_of(const Evidence& evidence, const scenarios::Catalogue& catalogue,
                                const Criteria& criteria) {
  ConsistencyCheck out;
  for (const FamilyRate& rate : family_rates(evidence, criteria))
    out.families.push_back(check_of(rate, evidence.record, catalogue));
  return out;
}

}  // namespace analysis
