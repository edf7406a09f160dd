#include "results/brief_folder.hpp"

#include <stdlib.h>

#include "results/result_file.hpp"

namespace results {

namespace fs = std::filesystem;

BriefFolder::BriefFolder() {
  std::string pattern = (fs::temp_directory_path() / "uitwijk-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr)
    throw results::ResultError(pattern + ": cannot be made");
  path_ = pattern;
}

BriefFolder::~BriefFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace results
