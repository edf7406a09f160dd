#pragma once

#include <cstdint>
#include <string>

#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace studies {

/// What the catalogue knows of a threat and how likely it is; nothing of how it is aimed.
results::RowLabels labels_of(const scenarios::CatalogueThreat& threat);

/// The highest of scenario and world, or the sentence for what nobody has marked.
std::string rubricering_of(const scenarios::Study& input);

/// Where a study's numbers come from: what was read, by which program, with which command.
/// `command` is canonical: without what cannot change a number.
results::Provenance provenance_of(const scenarios::Study& input, const std::string& command,
                                  std::uint64_t seed, std::uint64_t replications);

}  // namespace studies
