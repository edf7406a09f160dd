#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace tests {

/// A folder of its own, gone at the end.
class Scratch {
public:
  Scratch() {
    folder_ = (std::filesystem::temp_directory_path() / "uitwijk-folder-XXXXXX").string();
    if (mkdtemp(folder_.data()) == nullptr)
      throw std::runtime_error("no folder for temporary files");
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::string& folder() const { return folder_; }
  std::string file(const std::string& name) const { return folder_ + "/" + name; }

private:
  std::string folder_;
};

}  // namespace tests
