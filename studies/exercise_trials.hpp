#pragma once

#include "analysis/trials/exercise_trials.hpp"
#include "studies/loss_trials.hpp"

namespace studies {

/// Predicts each observed takeover, and plays it under the model's clocks, the observed ones and
/// those that follow from both. Throws models::InvalidInput.
analysis::ExerciseResult try_exercise(const std::filesystem::path& folder, const WorldReader& asked,
                                      const scenarios::Exercise& exercise,
                                      const analysis::ExerciseQuestion& question,
                                      const OnProgress& on_progress);

}  // namespace studies
