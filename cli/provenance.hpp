#pragma once

#include <cstdint>
#include <string>

#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace cli {

/// Where a study's numbers come from: what was read, by which program, with which command.
/// `command` is canonical: without what cannot change a number.
/// What the catalogue knows of a threat and how likely it is; nothing of how it is aimed.
results::RowLabels labels_of(const scenarios::CatalogueThreat& threat);

results::Provenance provenance_of(const scenarios::Study& input, const std::string& command,
                                  std::uint64_t seed, std::uint64_t replications);

}  // namespace cli
