#pragma once

#include <vector>

#include "analysis/trials/loss_trials.hpp"
#include "studies/on_progress.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// The plans that are asked for, or all with the one in force first. Throws models::InvalidInput.
std::vector<std::string> chosen_plans(const models::World& world,
                                      const analysis::LossQuestion& question);

/// Throws models::InvalidInput unless there is a meldkamer of that name, or none is asked for.
void require_centre(const models::World& world, const std::string& asked);

/// The centres whose loss can be taken over, one by one and, when asked, in pairs.
std::vector<std::vector<models::Id<models::Centre>>> losses_of(
    const models::World& world, const analysis::LossQuestion& question);

/// The loss of these rooms as a scenario: all that stands at their sites is down.
scenarios::ScenarioTree loss_of(const models::World& world,
                                const std::vector<models::Id<models::Centre>>& lost,
                                const analysis::LossQuestion& question,
                                const std::filesystem::path& folder);

/// Runs a study for each of `out.losses` in a world for each of `out.plans`, which differ in what
/// only a takeover meets: the undisturbed twin of a replication is the same for all of them and is
/// run once. The result does not depend on `jobs`.
void run_trials(analysis::LossTrials& out, const std::vector<models::World>& worlds,
                const std::vector<scenarios::ScenarioInWorld>& studies,
                const analysis::LossQuestion& question, const OnProgress& on_progress);

/// Runs every loss under every plan.
analysis::LossTrials try_losses(const std::filesystem::path& folder, const WorldReader& options,
                                const analysis::LossQuestion& question,
                                const OnProgress& on_progress);

}  // namespace studies
