#include "models/text/folder_files.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <system_error>

#include "models/text/file_reader.hpp"

namespace models {

namespace fs = std::filesystem;

std::vector<fs::path> visible_files(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator();
       at.increment(error))
    if (!at->path().filename().string().starts_with('.'))
      out.push_back(at->path());
  if (error)
    system_refuses(folder, "cannot be read", error.value());
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
