#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/read_scenario.hpp"
#include "sim/replications/run_study.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// Twins that are kept at a time, at most; one of an event is about a fifth of a megabyte.
inline constexpr std::uint64_t most_kept_twins = 1000;

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
