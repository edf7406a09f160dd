#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace architecture {

/// A tree in a temporary folder, gone when the test is.
class MadeUpTree : public testing::Test {
protected:
  MadeUpTree() {
    std::string pattern = (std::filesystem::temp_directory_path() / "architecture-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
  }
  ~MadeUpTree() override { std::filesystem::remove_all(root_); }

  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }

  std::filesystem::path root_;
};

}  // namespace architecture
