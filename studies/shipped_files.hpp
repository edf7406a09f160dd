#pragma once

#include <filesystem>

namespace studies {

/// A file or folder that comes with the program: seen from here, else from the installation or the
/// source tree that the program lies in, else from where it was to be installed.
std::filesystem::path shipped(const std::filesystem::path& path);

/// What was asked for, or else what is shipped. Throws models::InvalidInput when it is not there.
std::filesystem::path given_or_shipped(const std::filesystem::path& given,
                                       const std::filesystem::path& ours);

/// Throws models::InvalidInput.
void require_there(const std::filesystem::path& path);

}  // namespace studies
