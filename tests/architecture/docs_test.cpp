#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "made_up_tree.hpp"
#include "manual_rules.hpp"

// The manual held against its rules, and each rule shown a made-up tree that breaks it.
namespace architecture {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

const std::filesystem::path root = SOURCE_DIR;

TEST_F(MadeUpTree, AWideLineOfAPageIsSeenInProseTablesAndBlocks) {
  write("README.md", "1234\n12345\n");
  write("docs/a.md", "| 45 |\n```\n12345\n```\n");
  EXPECT_THAT(wide_lines(root_, 4),
              ElementsAre("README.md:2: 5 characters", "docs/a.md:1: 6 characters",
                          "docs/a.md:3: 5 characters"));
}

TEST_F(MadeUpTree, ALetterWithAnAccentIsOneCharacter) {
  write("README.md", "\u00e9\u00e9\u00e9\u00e9\n");
  EXPECT_THAT(wide_lines(root_, 4), IsEmpty());
}

TEST_F(MadeUpTree, ALinkToNoFileAndToNoHeadingIsSeen) {
  write("README.md", "[a](docs/a.md) and [b](docs/b.md)\n[c](docs/a.md#two-words)\n[d](#three)\n");
  write("docs/a.md", "# One\n");
  EXPECT_THAT(dead_links(root_), ElementsAre("README.md:1: leads nowhere: docs/b.md",
                                             "README.md:2: leads nowhere: docs/a.md#two-words",
                                             "README.md:3: leads nowhere: #three"));
}

TEST_F(MadeUpTree, LinksToFilesFoldersHeadingsAndTheWebAreFine) {
  write("README.md",
        "[a](docs/a.md#two-words-) [b](docs) [c](https://example.org/x) [d](#top)\n# Top\n");
  write("docs/a.md", "## Two `words` ...?\n```\n[x](nowhere.md)\n```\n[up](../README.md)\n");
  EXPECT_THAT(dead_links(root_), IsEmpty());
}

TEST_F(MadeUpTree, AFolderOfCodeWithoutReadmeOrWithAShortOneIsSeen) {
  write("models/README.md", "1\n2\n`text/` reads\n");
  write("models/world.hpp", "");
  write("models/text/a.cpp", "");
  write("web/src/README.md", "1\n2\n");
  write("web/src/a.tsx", "");
  EXPECT_THAT(folders_without_readme(root_, 3),
              ElementsAre("models/text:1: no README.md of 3 lines", StartsWith("web/src:1")));
}

TEST_F(MadeUpTree, FoldersOfUnitTestsAreNamedTogether) {
  write("tests/unit/README.md", "1\n`models/` and `reports/fields/`\n");
  write("tests/unit/flags.cpp", "");
  write("tests/unit/models/a.cpp", "");
  write("tests/unit/reports/fields/a.cpp", "");
  write("tests/unit/cli/a.cpp", "");
  write("tests/unitary/models/a.cpp", "");
  EXPECT_THAT(folders_without_readme(root_, 2),
              ElementsAre(StartsWith("tests/unit/cli:1"), StartsWith("tests/unitary/models:1")));
  EXPECT_EQ(folders_without_readme(root_, 3).size(), 5u);
}

TEST_F(MadeUpTree, AFolderOfDataThatNoReadmeNamesIsSeen) {
  write("models/README.md", "`netherlands/` is a world\n");
  write("models/netherlands/world.yaml", "");
  write("models/mars/world.yaml", "");
  write("sim/a.yaml", "");
  EXPECT_THAT(data_without_readme(root_),
              ElementsAre(StartsWith("models/mars:1"), StartsWith("sim:1")));
}

TEST_F(MadeUpTree, AFolderForEachWorldIsExplainedTogether) {
  write("tests/worlds/README.md", "a folder for each\n");
  write("tests/worlds/tiny/world/world.yaml", "");
  write("docs/pictures/a.png", "");
  EXPECT_THAT(data_without_readme(root_), IsEmpty());
}

TEST_F(MadeUpTree, AKeyThatNoPageHasIsSeen) {
  write("models/read_world.cpp",
        "fields.required(\"name\", read_text);\nfields.get(\n    \"zone\", read_text, \"\");\n"
        "const Word words[] = {{\"stops\", read_stops}, {\"slows\", &read_slows}};\n");
  write("docs/formats/world.md", "# zone stops\n`name: TEXT`\n```yaml\nslows: 1\n```\n");
  EXPECT_THAT(keys_without_a_page(root_),
              ElementsAre("models/read_world.cpp:1: no page in docs/formats has the key zone",
                          "models/read_world.cpp:1: no page in docs/formats has the key stops"));
}

TEST_F(MadeUpTree, AGridThatThePageLacksIsSeen) {
  write("reports/documents/a.cpp",
        "out.name = \"lost\"; grid(\"late-help\"); out.title = \"no\";\n");
  write("docs/formats/documents.md", "late and `lost`\n");
  EXPECT_THAT(
      grids_without_a_name(root_),
      ElementsAre("reports/documents/a.cpp:1: docs/formats/documents.md lacks the grid late-help"));
}

TEST_F(MadeUpTree, ALibraryWithoutARowIsSeen) {
  write("cmake/debian-packages.txt", "# libnothing-dev\ncmake\nlibyaml-cpp-dev\nlibcsv-dev\n");
  write("web/package.json", R"({"dependencies": {"d3-array": "1", "preact": "1"}})");
  write("docs/architecture.md", "| YAML-cpp | d3-array |\n");
  EXPECT_THAT(libraries_without_a_row(root_),
              ElementsAre("cmake/debian-packages.txt:1: docs/architecture.md has no row for csv",
                          "web/package.json:1: docs/architecture.md has no row for preact"));
}

TEST_F(MadeUpTree, APlaceThatIsGoneIsSeen) {
  write("docs/README.md", "`sim/old`\n## Where is ...?\n| a | `sim/a` | `sim/` | `sim/gone` |\n");
  write("sim/a.cpp", "");
  EXPECT_THAT(places_that_are_gone(root_), ElementsAre("docs/README.md:3: nothing is at sim/gone"));
}

TEST(Manual, HasNoWideLine) {
  EXPECT_THAT(wide_lines(root, 120), IsEmpty());
}

TEST(Manual, HasNoDeadLink) {
  EXPECT_THAT(dead_links(root), IsEmpty());
}

TEST(Manual, ExplainsEveryFolder) {
  EXPECT_THAT(folders_without_readme(root, 8), IsEmpty());
  EXPECT_THAT(data_without_readme(root), IsEmpty());
}

TEST(Manual, HasEveryKeyThatAReaderAsksFor) {
  EXPECT_THAT(keys_without_a_page(root), IsEmpty());
}

TEST(Manual, HasEveryGrid) {
  EXPECT_THAT(grids_without_a_name(root), IsEmpty());
}

TEST(Manual, HasEveryLibrary) {
  EXPECT_THAT(libraries_without_a_row(root), IsEmpty());
}

}  // namespace
}  // namespace architecture
