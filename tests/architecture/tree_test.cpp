#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "rules.hpp"
#include "tree_text.hpp"

// The tree itself, held against its rules; what each rule can see is shown in rules_test.cpp.
namespace architecture {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::StartsWith;

const std::filesystem::path source_root = SOURCE_DIR;
const std::filesystem::path build_folder = std::filesystem::path(UITWIJK).parent_path();

TEST(Tree, IsSeenAtAll) {
  EXPECT_THAT(crowded_files(source_root, 0),
              Contains(StartsWith("sim/replications/run_study.hpp:")));
}

TEST(Tree, ArrowsBetweenRoomsPointOneWay) {
  EXPECT_THAT(arrows_against_the_plan(source_root), IsEmpty());
}

TEST(Tree, EveryLibraryStaysInItsRoom) {
  EXPECT_THAT(libraries_out_of_their_room(source_root), IsEmpty());
}

TEST(Tree, EverySourceIsBuilt) {
  const std::filesystem::path commands = build_folder / "compile_commands.json";
  Violations forgotten = sources_not_built(source_root, commands);
  if (text_of(commands).find("-fsanitize=address") !=
      std::string::npos)  // wants to be loaded first
    std::erase_if(forgotten, [](const auto& one) { return one.starts_with("tests/faults/"); });
  EXPECT_THAT(forgotten, IsEmpty());
}

TEST(Tree, NoPathOfOneMachine) {
  EXPECT_THAT(paths_of_one_machine(source_root), IsEmpty());
}

TEST(Tree, EveryScenarioHasARow) {
  EXPECT_THAT(scenarios_without_a_row(source_root), IsEmpty());
}

TEST(Tree, NobodyCompletesAProvenance) {
  EXPECT_THAT(labels_completed_late(source_root), IsEmpty());
}

TEST(Tree, TheFuzzersCanBeBuilt) {
  EXPECT_THAT(unknown_to_clang(source_root), IsEmpty());
}

TEST(Tree, NoFileIsCrowded) {
  EXPECT_THAT(crowded_files(source_root, 500), IsEmpty());
}

TEST(Tree, NoFolderHasMoreThanSixtyFiles) {
  EXPECT_THAT(crowded_folders(source_root, 60), IsEmpty());
}

TEST(Tree, NoTwoFilesOfAFolderHaveANameOfTheirOwnInCommon) {
  EXPECT_THAT(names_of_two_files(source_root), IsEmpty());
}

}  // namespace
}  // namespace architecture
