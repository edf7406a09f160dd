#pragma once

#include <filesystem>

namespace results {

/// Where temporary files belong: TMPDIR, or else the system's.
std::filesystem::path temporary_folder();

/// A folder of our own for temporary files, mode 0700, gone with this object. Throws
/// models::SystemFault when it cannot be made.
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
