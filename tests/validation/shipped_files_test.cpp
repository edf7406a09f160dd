/// Every scenario that is shipped, the tiny ones here and those of the Dutch model, is one that the
/// program accepts.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/validation/run_cli.hpp"

namespace validation {
namespace {

namespace fs = std::filesystem;

/// Scenario files below a folder: YAML that is not part of a world.
std::vector<std::string> scenario_files(const fs::path& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".yaml" && entry.path().parent_path().filename() != "world")
      files.push_back(entry.path().string());
  return files;
}

TEST(ShippedFiles, tiny_worlds_are_accepted) {
  std::vector<std::string> arguments = {"check"};
  for (const std::string& file : scenario_files(fs::path(SOURCE_DIR) / "tests/worlds"))
    arguments.push_back(file);
  ASSERT_GT(arguments.size(), 15U);
  EXPECT_EQ(uitwijk(arguments).exit_code, 0);
}

TEST(ShippedFiles, scenarios_of_the_dutch_model_are_accepted) {
  std::vector<std::string> arguments = {"check"};
  for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".yaml")
      arguments.push_back(entry.path().string());
  ASSERT_GT(arguments.size(), 3U);
  EXPECT_EQ(uitwijk(arguments).exit_code, 0);
}

}  // namespace
}  // namespace validation
