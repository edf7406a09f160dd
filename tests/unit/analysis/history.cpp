#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "analysis/impact/history.hpp"
#include "models/text/problems.hpp"

namespace {

using analysis::HistoricalCount;
using testing::AllOf;
using testing::HasSubstr;

TEST(History, HasTheCountsOfThreeOutagesInTimeWithSourcesThatAreKnown) {
  const auto history = analysis::read_history(SOURCE_DIR "/analysis/history.yaml");
  std::vector<std::pair<int, double>> found;
  for (const HistoricalCount& one : history.counts)
    found.emplace_back(one.year(), one.count);
  EXPECT_THAT(found, testing::ElementsAre(std::pair(2012, 164.0), std::pair(2012, 214.0),
                                          std::pair(2017, 854.0), std::pair(2017, 369.0),
                                          std::pair(2019, 1600.0)));
  std::ifstream file(SOURCE_DIR "/models/netherlands/SOURCES.md");
  const std::string sources{std::istreambuf_iterator<char>(file), {}};
  for (const HistoricalCount& one : history.counts)
    EXPECT_THAT(sources, HasSubstr("| " + one.source + " |"));
}

TEST(History, SaysWhatIsWrongAndWhere) {
  const auto path =
      std::filesystem::temp_directory_path() / ("history_" + std::to_string(getpid()) + ".yaml");
  std::ofstream(path)
      << "history:\n"
         "  one:\n"
         "    name: {nl: a, en: b}\n"
         "    date: \"June 2012\"\n"
         "    counts: [{count: -1, of: {nl: a, en: b}, said_by: S1, basis: guessed}]\n";
  std::string said;
  try {
    analysis::read_history(path);
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      said += models::to_string(problem) + "\n";
  }
  std::filesystem::remove(path);
  EXPECT_THAT(said, AllOf(HasSubstr(":4:11: date must be a date"),
                          HasSubstr(":5:22: count must be"), HasSubstr("found guessed")));
}

}  // namespace
