#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "analysis/estimate.hpp"
#include "analysis/takeover_strain.hpp"
#include "cli/study_options.hpp"

namespace cli {

/// Under which plans what is lost, when and for how long, and how often that is tried.
struct LossQuestion {
  std::vector<std::string> plans;  ///< ids; empty: all of the world, the one in force first
  bool pairs = false;              ///< two rooms at a time too
  std::string meldkamer;           ///< only losses with this one; empty: all
  std::string at;                  ///< local time; empty: any hour of the week, each as often
  std::string duration = "8 h";    ///< a shift: every loss meets a shift change
  std::uint64_t replications = 50, seed = 1;
  int jobs = 1;
  analysis::StrainQuestion strain;
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
  std::vector<analysis::StrainMeasure> measures;
  std::vector<LossTrial> losses;
  int signal = 0;
  double wall_s = 0;

  analysis::Estimate estimate(const LossTrial& loss, std::size_t plan, std::size_t measure) const;
  /// Plan less first plan, replication by replication.
  analysis::Estimate difference(const LossTrial& loss, std::size_t plan, std::size_t measure) const;
  /// The same of the sum over all losses: each lost once.
  analysis::Estimate total(std::size_t plan, std::size_t measure) const;
  analysis::Estimate total_difference(std::size_t plan, std::size_t measure) const;
  std::size_t measure(const std::string& name) const;
};

/// The centres whose loss can be taken over, one by one and, when asked, in pairs.
std::vector<std::vector<models::Id<models::Centre>>> losses_of(const models::World& world,
                                                               const LossQuestion& question);

/// The loss of these rooms as a scenario: all that stands at their sites is down.
scenarios::ScenarioTree loss_of(const models::World& world,
                                const std::vector<models::Id<models::Centre>>& lost,
                                const LossQuestion& question, const std::filesystem::path& folder);

using OnTrial = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Runs a study for each of `out.losses` in a world for each of `out.plans`, which differ in what
/// only a takeover meets: the undisturbed twin of a replication is the same for all of them and is
/// run once. The result does not depend on `jobs`.
void run_trials(LossTrials& out, const std::vector<models::World>& worlds,
                const std::vector<scenarios::Study>& studies, const LossQuestion& question,
                const OnTrial& on_trial);

/// Runs every loss under every plan.
LossTrials try_losses(const std::filesystem::path& folder, const WorldOptions& options,
                      const LossQuestion& question, const OnTrial& on_trial);

}  // namespace cli
