#include "studies/file_kinds.hpp"

#include <algorithm>
#include <sstream>

#include "models/text/file_reader.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/yaml_text.hpp"

namespace studies {

namespace fs = std::filesystem;

bool has_section(const fs::path& file, const std::string& name) {
  if (!models::is_regular(file) || fs::file_size(file) > models::largest_text)
    return false;
  std::istringstream in(models::bytes_of(file));
  for (std::string line; std::getline(in, line);)
    if (line.starts_with(name + ":"))
      return true;
  return false;
}

bool is_world(const fs::path& folder) {
  return std::ranges::any_of(models::visible_files(folder), [](const fs::path& file) {
    return models::nearly_ends_in(file, ".yaml") && has_section(file, "world");
  });
}

}  // namespace studies
