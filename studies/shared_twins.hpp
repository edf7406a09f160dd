#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// Twins that are kept at a time, at most: one of a day is about a fifth of a megabyte, one of a
/// week a whole one.
inline constexpr std::uint64_t most_kept_twins = 500;
/// Studies that share them: each has its own copy of the world.
inline constexpr std::uint64_t most_sharing = 32;

/// Studies that may share the twins of so many replications.
constexpr std::uint64_t may_share(std::uint64_t replications) {
  return std::clamp<std::uint64_t>(most_kept_twins / std::max<std::uint64_t>(replications, 1), 1,
                                   most_sharing);
}

/// What a twin depends on besides the seed, the replication and the end of its window: studies with
/// the same text have the same twins up to the shorter end. They differ in their threats and in
/// settings of those. Empty: nobody knows of another study that has it.
std::string twin_of(const StudyReader& asked, const scenarios::ScenarioInWorld& study);

/// The twins of studies that have them in common (`twin_of`): each is simulated once, over the
/// longest window of its replication. What cannot be had this way is left out, and simulated when
/// its study is run.
sim::KeptTwins shared_twins(const std::vector<const scenarios::ScenarioInWorld*>& studies,
                            sim::RunPlan plan, const sim::OnProgress& on_progress);

}  // namespace studies
