#pragma once

#include <filesystem>
#include <vector>

#include "models/world/read_world.hpp"

namespace studies {

/// A file or folder that comes with the program: seen from here, else from the installation or the
/// source tree that the program lies in, else from where it was to be installed.
std::filesystem::path shipped(const std::filesystem::path& path);

/// The text of each YAML file that comes with the program, but for those of worlds.
std::vector<models::InputFile> shipped_texts();

/// What was asked for, or else what is shipped. Throws models::InvalidInput when it is not there.
std::filesystem::path given_or_shipped(const std::filesystem::path& given,
                                       const std::filesystem::path& ours);

/// Throws models::InvalidInput.
void require_there(const std::filesystem::path& path);

}  // namespace studies
