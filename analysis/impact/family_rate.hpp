#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/criteria.hpp"
#include "analysis/impact/estimates.hpp"
#include "analysis/impact/record.hpp"
#include "models/chance/rate_table.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace analysis {

/// What frequencies stand on besides the labels of a row: the catalogue's likelihoods and the
/// record. Empty: labels only.
struct Evidence {
  std::map<std::string, scenarios::Likelihood> likelihoods;  ///< by threat; events only
  Record record;
  Estimates estimates;  ///< of experts: never merged with what the record and classes say
};
/// Throws models::InvalidInput when a class stands on an event that the record does not have.
Evidence evidence_of(const scenarios::Catalogue& catalogue, Record record);

/// A class, uniform in the logarithm over it, or a known rate, of the nation.
std::optional<models::RateTable> prior_of(std::uint64_t likelihood_class, double rate_per_y,
                                          const Criteria& criteria);

/// How often a family strikes the nation, and from what that was made.
struct FamilyRate {
  const RecordFamily* family = nullptr;  ///< of the evidence
  std::size_t events = 0;                ///< that count, each as one
  double years = 0;
  /// The sum of its threats' classes; nothing: Jeffreys' prior, because no threat has a class or
  /// one was set because of an event of this family.
  std::optional<models::RateTable> prior;
  /// Of its classes, whatever they were set because of: in which proportions threats share.
  std::map<std::string, double> proportions;
  /// Events a year; nothing when nothing was seen and no threat has a class.
  std::optional<models::RateTable> rate;
};
std::vector<FamilyRate> family_rates(const Evidence& evidence, const Criteria& criteria);
std::vector<FamilyRate> family_rates(const Evidence&& gone, const Criteria& criteria) = delete;

/// The nation's events a year of every threat whose family has a rate. Those of a family add up to
/// the family's.
using ThreatRates = std::map<std::string, models::RateTable>;
ThreatRates threat_rates(const std::vector<FamilyRate>& families);

/// What the durations of a family become when the Dutch ones are laid beside those of elsewhere: a
/// lognormal. A foreign case weighs less for where it lies, and as much for how far cases lie
/// apart.
struct DurationFit {
  std::size_t dutch = 0;  ///< events whose duration is known
  double median_s = 0, p95_s = 0;
};
std::optional<DurationFit> duration_of(const RecordFamily& family, const Record& record);

}  // namespace analysis
