#pragma once

#include <filesystem>
#include <string>

namespace models {

/// A line of the file begins a top section of that name: `campaign:`.
bool has_section(const std::filesystem::path& file, const std::string& name);

/// A file of the folder says that it is of a world.
bool is_world(const std::filesystem::path& folder);

}  // namespace models
