#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "scenarios/scenario_text.hpp"

namespace {

using testing::ElementsAre;

/// The lines of `set:` after these settings.
std::vector<std::string> set_after(const std::string& written,
                                   const std::vector<models::Setting>& settings) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("scenarios_text_" + std::to_string(getpid()) + ".yaml");
  std::ofstream(file) << "scenario:\n  set:\n" << written;
  auto tree = scenarios::scenario_tree(file);
  std::filesystem::remove(file);
  scenarios::add_settings(tree, settings);
  std::vector<std::string> out;
  for (const auto& entry : tree.root.find("scenario")->find("set")->entries)
    out.push_back(entry.key + "=" + to_yaml(entry.value));
  return out;
}

// Settings apply in their order, so the last one must stand last, and what it replaces whole would
// come back if it stayed.
TEST(SavedSettings, ReplaceWhatStandsThereAndBelowAndComeLast) {
  const std::string written = "    a.b: 1\n    a: {b: 2, c: 3}\n    a.c: 4\n    ab: 5\n";
  EXPECT_THAT(set_after(written, {{"a", "{b: 6}", {}}}), ElementsAre("ab=5", R"(a={"b": 6})"));
  EXPECT_THAT(set_after(written, {{"a.b", "6", {}}}),
              ElementsAre(R"(a={"b": 2, "c": 3})", "a.c=4", "ab=5", "a.b=6"));
  EXPECT_THAT(set_after(written, {{"a.b", "6", {}}, {"a", "{}", {}}}), ElementsAre("ab=5", "a={}"));
}

TEST(SavedSettings, KeepTheirSource) {
  const auto set =
      set_after("    z: 1\n", {{"a", "{value: 2, source: \"a count\", kind: measured}", {}}});
  EXPECT_THAT(set, ElementsAre("z=1", testing::HasSubstr("a count")));
}

}  // namespace
