#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace models {

/// What lies in a folder, by name, but for hidden names, such as the lock that an editor puts
/// beside a file (".#world.yaml"). Throws SystemFault.
std::vector<std::filesystem::path> visible_files(const std::filesystem::path& folder);

/// It ends in that, or would but for large letters: "WORLD.YAML" for ".yaml".
bool nearly_ends_in(const std::filesystem::path& file, const std::string& ending);

/// Where the file stands; here when it does not say.
std::filesystem::path folder_of(const std::filesystem::path& file);

}  // namespace models
