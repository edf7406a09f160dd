#include "models/text/folder_files.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace models {

namespace fs = std::filesystem;

std::vector<fs::path> visible_files(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (!entry.path().filename().string().starts_with('.'))
      out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

bool nearly_ends_in(const fs::path& file, const std::string& ending) {
  std::string found = file.extension().string();
  std::ranges::transform(found, found.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return found == ending;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

}  // namespace models
