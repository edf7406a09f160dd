#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/measures/takeover_strain.hpp"
#include "analysis/statistics/estimate.hpp"
#include "models/world/world.hpp"

namespace analysis {

/// Under which plans what is lost, when and for how long, and how often that is tried.
struct LossQuestion {
  std::vector<std::string> plans;  ///< ids; empty: all of the world, the one in force first
  bool pairs = false;              ///< two rooms at a time too
  std::string meldkamer;           ///< only losses with this one; empty: all
  std::string at;                  ///< local time; empty: any hour of the week, each as often
  std::string duration = "8 h";    ///< a shift: every loss meets a shift change
  std::uint64_t replications = 50, seed = 1;
  std::uint64_t first = 0;  ///< number of the first replication
  int jobs = 1;
  StrainQuestion strain;
};

/// One plan under one loss: what every replication has, in their order.
struct PlanTrial {
  std::vector<std::vector<double>> values;  ///< [measure][replication]
  std::vector<double> short_min_of_group;   ///< mean over the replications, by group
  std::size_t failed = 0;
};

struct LossTrial {
  std::vector<models::Id<models::Centre>> lost;
  std::vector<PlanTrial> plans;  ///< as in LossTrials::plans
};

/// Plans compared over losses under the same random numbers.
struct LossTrials {
  models::World world;  ///< under the first plan
  std::string rubricering;
  std::vector<std::string> plans;  ///< ids; the first is what the others are compared with
  std::vector<StrainMeasure> measures;
  std::vector<LossTrial> losses;
  int signal = 0;
  double wall_s = 0;

  Estimate estimate(const LossTrial& loss, std::size_t plan, std::size_t measure) const;
  /// Plan less first plan, replication by replication.
  Estimate difference(const LossTrial& loss, std::size_t plan, std::size_t measure) const;
  /// The same of the sum over all losses: each lost once.
  Estimate total(std::size_t plan, std::size_t measure) const;
  Estimate total_difference(std::size_t plan, std::size_t measure) const;
  std::size_t measure(const std::string& name) const;
  std::size_t failed() const;  ///< replications
};

}  // namespace analysis
