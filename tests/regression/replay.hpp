#pragma once

#include <string>
#include <vector>

#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"

/// Shipped scenarios, replayed in this process.
namespace replay {

struct Replay {
  scenarios::ScenarioInWorld study;
  std::vector<results::Observations> seen;
};

/// The scenario file (relative to the root), so many replications with seed 1; all must finish.
Replay run(const std::string& file, std::uint64_t replications);

/// Mean over replications with half its 95 % interval.
struct Mean {
  double value = 0, half_width = 0;
};
std::string to_string(const Mean& mean);
Mean mean_of(const std::vector<double>& values);

/// Sum over regions and disciplines of the disturbed world, by replication.
std::vector<double> persons(const Replay& replay, results::CallerCount what);
/// Measured calls at the groups of a stage.
std::vector<double> calls(const Replay& replay, const std::string& stage, results::GroupCount what);
/// Longest wait at the groups of a stage.
std::vector<double> longest_wait_s(const Replay& replay, const std::string& stage);
/// Flow into a centre in the timeline bins that lie wholly in [from, until), local times; of the
/// twin when asked.
std::vector<double> flow(const Replay& replay, const std::string& centre,
                         results::TimelineCount what, const std::string& from,
                         const std::string& until, bool twin = false);

}  // namespace replay
