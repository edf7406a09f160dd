#include "rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "made_up_tree.hpp"

// A rule that cannot fail holds nothing: each is shown a made-up tree that breaks it, and one that
// does not.
namespace architecture {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST_F(MadeUpTree, SimThatKnowsAnalysisIsSeen) {
  write("sim/engine.cpp", "#include \"sim/engine.hpp\"\n#include \"analysis/estimate.hpp\"\n");
  EXPECT_THAT(arrows_against_the_plan(root_),
              ElementsAre("sim/engine.cpp:2: sim must not know analysis (analysis/estimate.hpp)"));
}

TEST_F(MadeUpTree, AnalysisThatKnowsSimIsSeenAlsoInASubfolderAndInAngles) {
  write("reports/web/page.cpp", "#  include <sim/run_study.hpp>\n");
  EXPECT_THAT(arrows_against_the_plan(root_), ElementsAre(StartsWith("reports/web/page.cpp:1")));
}

TEST_F(MadeUpTree, ModelsThatKnowAnyOtherRoomAreSeen) {
  write("models/world.hpp",
        "#include \"scenarios/scenario.hpp\"\n#include \"results/study.hpp\"\n"
        "#include \"cli/main.hpp\"\n");
  EXPECT_EQ(arrows_against_the_plan(root_).size(), 3u);
}

TEST_F(MadeUpTree, ArrowsOfThePlanAreFine) {
  write("scenarios/a.cpp", "#include \"models/world.hpp\"\n");
  write("results/a.cpp", "#include \"models/world.hpp\"\n");
  write("sim/a.cpp", "#include \"results/study.hpp\"\n#include \"scenarios/scenario.hpp\"\n");
  write("cli/a.cpp", "#include \"sim/run_study.hpp\"\n#include \"analysis/table.hpp\"\n");
  EXPECT_THAT(arrows_against_the_plan(root_), IsEmpty());
}

TEST_F(MadeUpTree, AnIncludeThatDoesNotStartAtTheRootIsSeen) {
  write("models/world.cpp", "#include \"world.hpp\"\n");
  EXPECT_THAT(arrows_against_the_plan(root_), ElementsAre(HasSubstr("does not start at the root")));
}

TEST_F(MadeUpTree, LibrariesInOtherRoomsAreSeen) {
  write("models/a.cpp", "#include <simgrid/s4u.hpp>\n#include <H5Cpp.h>\n#include <hdf5.h>\n");
  write("sim/a.cpp", "#include <yaml-cpp/yaml.h>\n#include <CLI/CLI.hpp>\n#include <mpi.h>\n");
  write("models/world.cpp", "#include <boost/graph/adjacency_list.hpp>\n");
  EXPECT_EQ(libraries_out_of_their_room(root_).size(), 7u);
}

TEST_F(MadeUpTree, LibrariesAtHomeAreFine) {
  write("sim/a.cpp", "#include <simgrid/s4u.hpp>\n");
  write("results/a.cpp", "#include <H5Cpp.h>\n#include <hdf5_hl.h>\n");
  write("models/a.cpp", "#include <yaml-cpp/yaml.h>\n");
  write("models/graph/dependency_graph.cpp", "#include <boost/graph/strong_components.hpp>\n");
  write("models/distribution.cpp", "#include <boost/math/distributions/normal.hpp>\n");
  write("cli/a.cpp", "#include <CLI/CLI.hpp>\n");
  EXPECT_THAT(libraries_out_of_their_room(root_), IsEmpty());
}

TEST_F(MadeUpTree, ASecondFileWithYamlIsSeen) {
  write("models/a.cpp", "#include <yaml-cpp/yaml.h>\n");
  write("models/b.cpp", "#include <yaml-cpp/yaml.h>\n");
  EXPECT_EQ(libraries_out_of_their_room(root_).size(), 2u);
}

TEST_F(MadeUpTree, ASourceThatNothingBuildsIsSeen) {
  write("sim/built.cpp", "");
  write("sim/built_with_others.cpp", "");
  write("tests/unit/forgotten_test.cpp", "");
  const auto named = [&](const char* file) { return "\"" + (root_ / file).string() + "\""; };
  write("build/Unity/sim.cxx", "#include " + named("sim/built_with_others.cpp") + "\n");
  write("build/commands.json", "[{\"file\": " + named("sim/built.cpp") +
                                   "}, {\"file\": " + named("build/Unity/sim.cxx") + "}]");
  EXPECT_THAT(sources_not_built(root_, root_ / "build/commands.json"),
              ElementsAre("tests/unit/forgotten_test.cpp:1: nothing builds this file"));
}

TEST_F(MadeUpTree, PathsOfOneMachineAreSeen) {
  const std::string slash = "/";  // so that this file itself holds no such path
  write("models/a.cpp", "open(\"" + slash + "home/jan/world\");\n");
  write("README.md", "see " + slash + "work/notes\n");
  write("sim/a.cpp", "open(\"/tmp/x\");\n");
  write("Makefile", "all:\n\tcd " + slash + "root/x\n");
  EXPECT_EQ(paths_of_one_machine(root_).size(), 4u);
}

TEST_F(MadeUpTree, RelativePathsAddressesAndTemporaryFilesOfTestsAreFine) {
  write("tests/unit/a.cpp", "open(\"/tmp/x\");\n");
  write("README.md", "../work/a, work/b, https://example.org/home/c, /usr/bin/python3\n");
  EXPECT_THAT(paths_of_one_machine(root_), IsEmpty());
}

TEST_F(MadeUpTree, AScenarioWithoutARowIsSeen) {
  write("README.md", "| `kpn-2019.yaml` | the outage |\n");
  write("scenarios/README.md", "| `normal-day.yaml` | nothing happens |\n");
  write("scenarios/kpn-2019.yaml", "");
  write("scenarios/normal-day.yaml", "");
  write("scenarios/forgotten.yaml", "");
  EXPECT_THAT(scenarios_without_a_row(root_),
              ElementsAre(StartsWith("scenarios/forgotten.yaml:1")));
}

TEST_F(MadeUpTree, AProvenanceThatIsCompletedLateIsSeen) {
  write("cli/a.cpp",
        "study.provenance = provenance_of(input, asked);\nstudy.provenance.row.draw = 2;\n");
  write("cli/b.cpp", "report.study.provenance.command += text;\n");
  EXPECT_THAT(labels_completed_late(root_),
              ElementsAre(StartsWith("cli/a.cpp:2"), StartsWith("cli/b.cpp:1")));
}

TEST_F(MadeUpTree, AProvenanceIsMadeReadAndLookedAt) {
  write("cli/provenance.cpp", "provenance.row.draw = asked.draw;\n");
  write("results/study_reader.cpp", "study.provenance.definitions = 1;\n");
  write("cli/a.cpp", "if (study.provenance.row.draw == 2)\n  row.labels = study.provenance.row;\n");
  EXPECT_THAT(labels_completed_late(root_), IsEmpty());
}

TEST_F(MadeUpTree, ARangeThatClangHasNotIsSeen) {
  write("cli/a.cpp",
        "std::ranges::sort(all);\nall.erase(std::ranges::"
        "unique(all).begin());\n");
  EXPECT_THAT(unknown_to_clang(root_), ElementsAre(StartsWith("cli/a.cpp:2")));
}

TEST_F(MadeUpTree, ACrowdedFileIsSeen) {
  write("sim/fits.cpp", "1\n2\n3\n");
  write("sim/crowded.cpp", "1\n2\n3\n4\n");
  EXPECT_THAT(crowded_files(root_, 3), ElementsAre("sim/crowded.cpp:4: more than 3 lines"));
}

std::string kept_to_itself(const std::string& text) {
  return "namespace {\n\n" + text + "\n}  // namespace\n";
}

TEST_F(MadeUpTree, AFunctionOfTwoFilesIsSeen) {
  write(
      "tests/a.cpp",
      kept_to_itself("std::string narrow(const std::string& more = \"\") {\n  return more;\n}\n"));
  write("tests/b.cpp", kept_to_itself("std::string narrow() {\n  return \"\";\n}\n"));
  EXPECT_THAT(names_of_two_files(root_),
              ElementsAre("tests/b.cpp:3: narrow is of tests/a.cpp:3 too"));
}

TEST_F(MadeUpTree, AFunctionWhoseFirstArgumentIsConvertedIsSeen) {
  write("tests/a.cpp", kept_to_itself("double uniform(std::uint64_t seed, std::uint64_t set,\n"
                                      "               std::size_t i) {\n}\n"));
  write("tests/b.cpp", kept_to_itself("double uniform(int set) {\n}\n"));
  write("tests/c.cpp", kept_to_itself("void write(const fs::path& file) {\n}\n"));
  write("tests/d.cpp", kept_to_itself("void write(std::string file, int asked) {\n}\n"));
  EXPECT_THAT(names_of_two_files(root_), ElementsAre(StartsWith("tests/b.cpp:3: uniform"),
                                                     StartsWith("tests/d.cpp:3: write")));
}

TEST_F(MadeUpTree, TypesConstantsVariablesAndOtherAliasesOfTwoFilesAreSeen) {
  write("sim/a.cpp",
        kept_to_itself("struct Row {\n  int a;\n};\n"
                       "constexpr double hour_s = 3600, window_s = 50 * hour_s;\n"
                       "const std::map<std::string, int> words = {\n    {\"a\", 1}};\n"
                       "const char* const world = R\"(\nint row() {\n)\";\n"
                       "enum class Side { left };\nusing Names = std::set<std::string>;\n"));
  write("sim/b.cpp", kept_to_itself("const char* Row = nullptr;\nconst int window_s{5};\n"
                                    "template <class T>\nT words(T of) {\n}\n"
                                    "std::string world;\nclass Side : public Base {\n};\n"
                                    "using Names = std::vector<std::string>;\n"));
  EXPECT_THAT(
      names_of_two_files(root_),
      ElementsAre(HasSubstr(": Row is"), HasSubstr(": window_s is"), HasSubstr(": words is"),
                  HasSubstr(": world is"), HasSubstr(": Side is"), HasSubstr(": Names is")));
}

TEST_F(MadeUpTree, NamesThatMayStandInOneFileAreFine) {
  const std::string same =
      "using Json = nlohmann::json;\nusing testing::HasSubstr;\n"
      "TEST(Suite, Case) {\n  int narrow = 1;\n}\n"
      "class Inner;\n";
  write("sim/a.cpp", kept_to_itself(same + "std::string text_of(const Task& task) {\n}\n"
                                           "constexpr auto shown = \"a, text_of, b\";  // of, it\n"
                                           "struct A {\nprivate:\n  int kept_;\n};\n"));
  write("sim/b.cpp", kept_to_itself(same + "std::string text_of(const Row& row) {\n}\n"
                                           "std::string text_of() {\n}\nint it;\n"
                                           "struct B {\nprivate:\n  int kept_;\n};\n"));
  write("sim/calls/c.cpp", kept_to_itself("std::string text_of(const Task& task) {\n}\n"));
  write("sim/d.cpp", "int it;\n");
  EXPECT_THAT(names_of_two_files(root_), IsEmpty());
}

TEST_F(MadeUpTree, SeesACrowdedFolder) {
  for (const char* const name : {"sim/a.cpp", "sim/a.hpp", "sim/b.cpp", "sim/calls/c.cpp"})
    write(name, "");
  EXPECT_THAT(crowded_folders(root_, 3), IsEmpty());
  EXPECT_THAT(crowded_folders(root_, 2), ElementsAre(StartsWith("sim: 3 files")));
}

}  // namespace
}  // namespace architecture
