#include "results/brief_folder.hpp"

#include <stdlib.h>

#include <cerrno>
#include <cstdio>
#include <string>

#include "models/text/file_reader.hpp"

namespace results {

namespace fs = std::filesystem;

fs::path temporary_folder() {
  const char* const asked = std::getenv("TMPDIR");
  return asked == nullptr || *asked == '\0' ? P_tmpdir : asked;
}

BriefFolder::BriefFolder() {
  const fs::path folder = temporary_folder();
  std::string pattern = (folder / "uitwijk-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr)
    models::system_refuses(folder, "no temporary folder can be made there (TMPDIR)", errno);
  path_ = pattern;
}

BriefFolder::~BriefFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace results
