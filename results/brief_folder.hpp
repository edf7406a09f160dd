#pragma once

#include <filesystem>

namespace results {

/// A folder of our own for temporary files, mode 0700, gone with this object. Throws
/// results::ResultError when it cannot be made.
class BriefFolder {
public:
  BriefFolder();
  ~BriefFolder();
  BriefFolder(const BriefFolder&) = delete;
  BriefFolder& operator=(const BriefFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

private:
  std::filesystem::path path_;
};

}  // namespace results
