#include "tree_text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace architecture {

namespace fs = std::filesystem;

namespace {

bool is_passed_over(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.rfind("build", 0) == 0 || name == ".git" || name == ".cache" ||
         name == "node_modules" || name == "runs";
}

}  // namespace

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Line> lines_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<Line> out;
  for (std::string text; std::getline(in, text);)
    out.push_back({static_cast<int>(out.size()) + 1, text});
  return out;
}

std::vector<fs::path> files_of(const fs::path& root,
                               const std::function<bool(const fs::path&)>& wanted) {
  std::vector<fs::path> out;
  if (!fs::is_directory(root))
    return out;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::end(it); ++it) {
    if (it->is_directory() && is_passed_over(it->path()))
      it.disable_recursion_pending();
    else if (it->is_regular_file() && wanted(it->path()))
      out.push_back(fs::relative(it->path(), root));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string at(const fs::path& file, int line, const std::string& what) {
  return file.generic_string() + ":" + std::to_string(line) + ": " + what;
}

}  // namespace architecture
