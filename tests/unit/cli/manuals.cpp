#include "cli/manuals.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

namespace {

using testing::StartsWith;

TEST(Manuals, HaveASummaryExamplesAndNotes) {
  std::size_t pages = 0;
  for (const auto& file : std::filesystem::directory_iterator(SOURCE_DIR "/cli/manuals")) {
    SCOPED_TRACE(file.path());
    const cli::Manual manual = cli::manual_of(file.path().stem());
    EXPECT_FALSE(manual.summary.empty());
    EXPECT_FALSE(manual.summary.ends_with('.')) << "a heading";
    EXPECT_THAT(manual.notes, testing::ContainsRegex("Exit codes: *[\n0]"));
    std::istringstream examples(manual.examples);
    for (std::string line; std::getline(examples, line);) {
      EXPECT_THAT(line, StartsWith("  "));
      EXPECT_LE(line.size(), 100u);
    }
    ++pages;
  }
  EXPECT_GT(pages, 15u);
}

TEST(Manuals, APageThatIsNotThereIsOurFault) {
  EXPECT_THROW(cli::manual_of("nowhere"), std::logic_error);
}

}  // namespace
