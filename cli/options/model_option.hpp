#pragma once

#include <filesystem>

#include "studies/study_reader.hpp"

namespace cli {

/// A folder, or a YAML file: the world or the scenario that a command is about.
bool names_model(const std::filesystem::path& file);

/// The world, or that of the scenario with the numbers of its own threats; of an empty name the
/// shipped one. Throws models::InvalidInput.
models::WorldModel read_model(const std::filesystem::path& file, const studies::WorldReader& asked);

}  // namespace cli
