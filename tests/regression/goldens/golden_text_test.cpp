// What golden tests leave out, and that they see the rest.
#include "tests/regression/goldens/golden_text.hpp"

#include <gtest/gtest.h>

namespace goldens {
namespace {

TEST(GoldenText, HidesWhatChangesFromBuildToBuild) {
  EXPECT_EQ(masked("Simulated by uitwijk 0.1.0 (dea38483f7f8-dirty)", "/a/b"),
            "Simulated by uitwijk VERSION (COMMIT)");
  EXPECT_EQ(
      masked(R"({"version": "0.1.0", "commit": "dea3848", "wall_s": 1.5e-3, "n": 2})", "/a/b"),
      R"({"version": MASKED, "commit": MASKED, "wall_s": MASKED, "n": 2})");
  EXPECT_EQ(masked("in /a/b/c and " SOURCE_DIR "/d by " UITWIJK, "/a/b"),
            "in SCRATCH/c and SOURCES/d by uitwijk");
}

TEST(GoldenText, SaysOnceByWhatProgramsFilesWereMade) {
  EXPECT_EQ(masked("a\nby uitwijk 0.1.0 (dea3848)\nby uitwijk 0.1.0 (c0c00f5)\nb\nb\n", "/a/b"),
            "a\nby uitwijk VERSION (COMMIT)\nb\nb\n");
}

TEST(GoldenText, LeavesVersionsOfData) {
  const std::string text = R"({"version": "1", "name": "uitwijk", "lost": 3.5})";
  EXPECT_EQ(masked(text, "/a/b"), text);
}

TEST(GoldenText, KeepsWhatPeopleSeeAndTheData) {
  const std::string page =
      "<head><title>A &amp; B</title><style>p{}</style></head><body><h1>Lost <b>now</b></h1>\n"
      "<tr><td>1</td><td>2</td></tr><script type=\"application/json\" id=\"document\">"
      R"({"n":[1,2],"text":"<"})"
      "</script><script>let hidden;</script></body>";
  EXPECT_EQ(readable(page), "A & B\nLost now\n1 | 2 | \n{\"n\":[1,2],\"text\":\"<\"}\n");
}

TEST(GoldenText, NamesTheFirstDifference) {
  EXPECT_EQ(first_difference("a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(first_difference("a\nb\nc\n", "a\nx\ny\n"), "line 2\n  kept: b\n  now:  x");
  EXPECT_EQ(first_difference("a\n", "a\nb\n"), "line 2\n  kept: (nothing more)\n  now:  b");
  EXPECT_EQ(first_difference("a", "a\n"), "the last line ends differently");
}

}  // namespace
}  // namespace goldens
