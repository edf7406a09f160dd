#include "analysis/impact/family_rate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/statistics/rate_posterior.hpp"
#include "models/chance/distribution.hpp"
#include "models/text/read_values.hpp"

namespace analysis {
namespace {

using models::RateTable;

constexpr double z95 = 1.6448536269514722;
constexpr int parts = 5;  // of a range, for the mixture over it

/// Where class K (1 to 5) begins; K6 is where K5 ends.
double begin_of(std::uint64_t likelihood_class, const Criteria& criteria) {
  if (likelihood_class <= 1)
    return criteria.lowest_per_y;
  return likelihood_class > n_classes ? criteria.highest_per_y
                                      : criteria.likelihood_per_y.at(likelihood_class - 2);
}

/// Values as likely as each other over a range: triangular about what is thought.
std::vector<double> spread_of(const Ranged& ranged) {
  if (ranged.lowest == ranged.highest)
    return {ranged.value};
  const models::Triangular over{ranged.lowest, ranged.value, ranged.highest};
  std::vector<double> out;
  for (int part = 0; part < parts; ++part)
    out.push_back(models::quantile(over, (part + 0.5) / parts));
  return out;
}

std::optional<RateTable> prior_of(const scenarios::Likelihood& likelihood,
                                  const Criteria& criteria) {
  return analysis::prior_of(static_cast<std::uint64_t>(likelihood.frequency_class.value_or(0)),
                            likelihood.rate_per_s.value_or(0) * models::year_s, criteria);
}

/// The record of a family when events and years of before today's system weigh so much.
PoissonRecord weighted(const RecordFamily& family, const Record& record, double weight_before) {
  const double before =
      std::max(0, models::days_between(family.from, std::min(record.platform_from, record.until))) /
      365.25;
  PoissonRecord out{0, record.years(family) - before + weight_before * before, 1};
  for (const RecordedEvent* event : record.counted_in(family))
    out.events += event->date < record.platform_from ? weight_before : 1;
  return out;
}

/// Over the ranges of what is assumed of the record; each part as likely.
RateTable after_record(const std::optional<RateTable>& prior, const RecordFamily& family,
                       const Record& record) {
  std::vector<RateTable> tables;
  GammaTables gammas;
  for (const double weight : spread_of(record.weight_before))
    for (const double share : spread_of(family.share_reported)) {
      PoissonRecord seen = weighted(family, record, weight);
      seen.share_reported = share;
      tables.push_back(prior ? posterior(*prior, seen) : gammas.of(GammaRate{}.after(seen)));
    }
  return tables.size() == 1 ? tables.front() : pool_of(tables);
}

/// A class that was set because of one of the family's events must not meet that event again.
bool stands_on_its_own_record(const scenarios::Likelihood& likelihood, const RecordFamily& family,
                              const Record& record) {
  return std::ranges::any_of(likelihood.because_of, [&](const std::string& id) {
    const RecordedEvent* const event = record.event(id);
    return event != nullptr && event->seen_by(family.id);
  });
}

FamilyRate rate_of(const RecordFamily& family, const Evidence& evidence, const Criteria& criteria) {
  FamilyRate out;
  out.family = &family;
  out.events = evidence.record.counted_in(family).size();
  out.years = evidence.record.years(family);
  std::vector<RateTable> priors;
  bool jeffreys = false;
  for (const std::string& threat : family.threats) {
    const auto known = evidence.likelihoods.find(threat);
    if (known == evidence.likelihoods.end())
      continue;
    const auto prior = prior_of(known->second, criteria);
    jeffreys = jeffreys || stands_on_its_own_record(known->second, family, evidence.record);
    if (prior) {
      priors.push_back(*prior);
      out.proportions[threat] = prior->mean();
    }
  }
  if (priors.empty() && out.events == 0)
    return out;
  if (!priors.empty() && !jeffreys)
    out.prior = sum_moving_together(priors);
  if (priors.empty())
    for (const std::string& threat : family.threats)
      out.proportions[threat] = 1;
  out.rate = after_record(out.prior, family, evidence.record);
  return out;
}

}  // namespace

Evidence evidence_of(const scenarios::Catalogue& catalogue, Record record) {
  Evidence out;
  models::Problems problems;
  for (const scenarios::CatalogueThreat& threat : catalogue.threats) {
    for (const std::string& id : threat.likelihood.because_of)
      if (record.event(id) == nullptr)
        problems.add(threat.mark, fmt::format("{}: because_of names {}, which {} does not have",
                                              threat.id, id, record.input.path));
    if (threat.role == scenarios::Role::event)
      out.likelihoods[threat.id] = threat.likelihood;
  }
  problems.throw_if_any();
  out.record = std::move(record);
  return out;
}

std::optional<RateTable> prior_of(std::uint64_t likelihood_class, double rate_per_y,
                                  const Criteria& criteria) {
  if (rate_per_y > 0)
    return RateTable{{rate_per_y, rate_per_y}};
  if (likelihood_class == 0 || likelihood_class == n_classes)
    return {};
  return RateTable{
      {begin_of(likelihood_class, criteria), begin_of(likelihood_class + 1, criteria)}};
}

std::vector<FamilyRate> family_rates(const Evidence& evidence, const Criteria& criteria) {
  std::vector<FamilyRate> out;
  for (const RecordFamily& family : evidence.record.families)
    out.push_back(rate_of(family, evidence, criteria));
  return out;
}

ThreatRates threat_rates(const std::vector<FamilyRate>& families) {
  ThreatRates out;
  for (const FamilyRate& family : families) {
    double sum = 0;
    for (const auto& [threat, proportion] : family.proportions)
      sum += proportion;
    if (family.rate)
      for (const auto& [threat, proportion] : family.proportions)
        out[threat] = family.rate->times(proportion / sum);
  }
  return out;
}

std::optional<DurationFit> duration_of(const RecordFamily& family, const Record& record) {
  if (!family.elsewhere)
    return {};
  const Elsewhere& there = *family.elsewhere;
  const double sigma = std::log(there.p95_s / there.median_s) / z95;
  double weight = record.weight_foreign.value * there.cases;
  double sum = weight * std::log(there.median_s), variance = there.cases * sigma * sigma;
  std::vector<double> dutch;
  for (const RecordedEvent* event : record.counted_in(family))
    if (event->duration_s) {
      const double of_one = event->date < record.platform_from ? record.weight_before.value : 1;
      dutch.push_back(std::log(*event->duration_s));
      weight += of_one;
      sum += of_one * dutch.back();
    }
  const double mean = sum / weight;
  for (const double logarithm : dutch)
    variance += (logarithm - mean) * (logarithm - mean);
  variance /= there.cases + static_cast<double>(dutch.size());
  return DurationFit{dutch.size(), std::exp(mean), std::exp(mean + z95 * std::sqrt(variance))};
}

}  // namespace analysis
