#pragma once

#include <filesystem>

#include "models/world/read_world.hpp"
#include "studies/study_reader.hpp"

namespace studies {

/// Every room with all others as partners, `trained` where `takeover.rehearsed` says so: a world
/// only marks pairs that stand in a plan, so it is read with a plan in which all of them do.
models::PartnersOfAll rehearsed_pairs(const std::filesystem::path& folder, const WorldReader& asked,
                                      const models::World& world);

}  // namespace studies
