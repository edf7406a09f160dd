#pragma once

#include "analysis/trials/sweep_trials.hpp"
#include "studies/on_progress.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// Tries every value under the same random numbers, then halves the step around the value where
/// the requirement begins or ceases to hold: to the next whole number, or to a sixteenth of the
/// grid. Throws models::InvalidInput, and std::invalid_argument for a measure that is none.
analysis::SweepResult sweep(const StudyReader& asked, const analysis::SweepQuestion& question,
                            const OnProgress& on_progress);

}  // namespace studies
