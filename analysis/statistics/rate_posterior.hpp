#pragma once

#include <map>
#include <vector>

#include "models/chance/rate_table.hpp"

namespace analysis {

/// What a record saw of a Poisson process: so many events, in so many years, when a share of the
/// events reaches the record. Events and years that weigh less than others are parts of one (a
/// power prior: Ibrahim and Chen, Statistical Science 15, 2000).
struct PoissonRecord {
  double events = 0, years = 0, share_reported = 1;
};

/// A gamma distribution of a rate; Jeffreys' prior of a Poisson rate has shape 0.5 and 0 years.
struct GammaRate {
  double shape = 0.5, years = 0;

  GammaRate after(const PoissonRecord& record) const {
    return {shape + record.events, years + record.share_reported * record.years};
  }
  /// Needs years > 0.
  double quantile(double u) const;
};

/// Tables of several gammas; those of one shape differ by their scale only, and are inverted once.
class GammaTables {
public:
  models::RateTable of(const GammaRate& rate);

private:
  std::map<double, std::vector<double>> by_shape_;
};

/// A proper prior after its record, by quadrature over the prior's probability.
models::RateTable posterior(const models::RateTable& prior, const PoissonRecord& record);

/// One of several, each as likely: a linear pool. Not empty.
models::RateTable pool_of(const std::vector<models::RateTable>& tables);

/// Rates that are large or small together: their quantiles add up. Not empty.
models::RateTable sum_moving_together(const std::vector<models::RateTable>& tables);

/// PERT in the logarithm of the rate, with these 5th and 95th percentiles and this mode.
/// Needs 0 < p5 < mode < p95.
models::RateTable pert_of(double p5, double mode, double p95);

/// Probability of at most n events in `years` at this rate.
double at_most_events(const models::RateTable& rate, double years, int n);

/// Upper end (one-sided, 95 %) of a rate of which nothing was seen in so many years, from
/// Jeffreys' prior: 0.13 a year in 15 years.
double bound_of_none_seen(double years);

}  // namespace analysis
