#pragma once

#include <optional>
#include <string>

#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/asked.hpp"

namespace studies {

/// What the catalogue knows of a threat and how likely it is; nothing of how it is aimed.
results::RowLabels labels_of(const scenarios::CatalogueThreat& threat);

/// The highest of scenario and world, or the sentence for what nobody has marked.
std::string rubricering_of(const scenarios::ScenarioInWorld& input);

/// What a whole campaign sets, as an input of its studies; none when it sets nothing. It labels no
/// row, but rows of a campaign that sets something else are other rows.
std::optional<results::Provenance::Input> common_settings(const Asked& asked);

/// Where a study's numbers come from, whole: what was read, by which program, and what was asked.
/// Nobody completes it.
results::Provenance provenance_of(const scenarios::ScenarioInWorld& input, const Asked& asked);

}  // namespace studies
