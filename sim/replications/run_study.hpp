#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/world/world.hpp"
#include "results/study.hpp"
#include "scenarios/scenario.hpp"
#include "sim/replications/kept_twins.hpp"

namespace sim {

struct RunPlan {
  std::uint64_t seed = 1;
  std::uint64_t first = 0;  ///< replication number of the first one
  std::uint64_t count = 200;
  int jobs = 1;             ///< worlds at a time, each in a child process
  std::uint64_t calls = 0;  ///< first measured callers of each world that get a row of their own
  bool twins = true;        ///< false: only the disturbed worlds; their twin is known already
  /// Twins that are in there are not simulated again, the others are put there; none: nobody asks
  /// for them later. They hold for every scenario with the same background and window.
  KeptTwins* kept = nullptr;
  /// Who takes what finished replications saw, in any order; none: the outcome has them.
  std::function<void(results::Observations)> take = {};
};

struct Progress {
  std::uint64_t done = 0, total = 0, failed = 0;  ///< replications
  std::uint64_t tried_again = 0;                  ///< because a child failed or died
  double under_way = 0;  ///< replications, by the simulated time of those that are not done
};

/// Called after each replication, and at least ten times a second to ask whether to go on; returns
/// false to stop early (Ctrl-C): running children are ended, what is finished stays.
using OnProgress = std::function<bool(const Progress&)>;

struct Outcome {
  std::vector<results::Observations> replications;  ///< finished ones, ascending, unless taken
  std::vector<results::Study::Failure> failures;
  bool interrupted = false;
  std::uint64_t tried_again = 0;  ///< replications whose child failed or died at first
  /// Why the system kept some of the failures from being simulated; empty: it did not. Another time
  /// they may be none.
  std::string system_fault;
  double calls_per_s = 0;  ///< attempts simulated per second of wall time
};

/// Names and sizes of everything that `run_replications` records.
results::Dimensions dimensions_of(const models::World& world, const scenarios::Scenario& scenario);

/// The scenario of one replication: the same for all, or drawn anew. A function of the number
/// alone: parent and children both ask.
using ScenarioOf = std::function<scenarios::Scenario(std::uint64_t replication)>;

/// Runs replications [first, first + count) in children that live for many of them. The result does
/// not depend on `jobs`, nor on what else is run. Opens no file. A replication whose child fails or
/// dies is tried once more, alone in a process; when that fails too, it is a failure.
Outcome run_replications(const models::World& world, const scenarios::Scenario& scenario,
                         const RunPlan& plan, const OnProgress& on_progress);
Outcome run_replications(const models::World& world, const ScenarioOf& scenario_of,
                         const RunPlan& plan, const OnProgress& on_progress);

}  // namespace sim
