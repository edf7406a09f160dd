#include "models/world/file_kinds.hpp"

#include <algorithm>
#include <sstream>

#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/yaml_text.hpp"

namespace models {

namespace fs = std::filesystem;

bool has_section(const fs::path& file, const std::string& name) {
  if (!is_regular(file) || fs::file_size(file) > largest_text)
    return false;
  std::istringstream in(bytes_of(file));
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(name + ":"))
      return true;
  return false;
}

bool is_world(const fs::path& folder) {
  return std::ranges::any_of(visible_files(folder), [](const fs::path& file) {
    return nearly_ends_in(file, ".yaml") && has_section(file, "world");
  });
}

}  // namespace models
