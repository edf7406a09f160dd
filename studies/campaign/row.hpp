#pragma once

#include "results/study.hpp"
#include "studies/campaign/manifest.hpp"

namespace studies {

/// A row as it can be run. Throws models::InvalidInput when it cannot, or when a file that it
/// stands on is not the one that was planned with.
scenarios::ScenarioInWorld read_row(const Manifest& manifest, std::size_t row);

/// A study of the row without replications, with everything around them. The same for every shard.
results::Study empty_study_of(const Manifest& manifest, std::size_t row,
                              const scenarios::ScenarioInWorld& input);

/// What the row asks for; its command gives the row's study again.
Asked asked_of(const Manifest& manifest, const scenarios::PlannedRow& row);

/// Throws models::InvalidInput unless this program is the one that planned the campaign.
void check_program(const Manifest& manifest, const std::filesystem::path& folder);

}  // namespace studies
