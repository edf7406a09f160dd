/// The lines that stand before the numbers of every document, and what they must say of rows.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

const std::string ours = std::to_string(results::definitions),
                  theirs = std::to_string(results::definitions + 1);

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// One small study, made once; the program finds the catalogue and the criteria from the root.
class CliHead : public testing::Test {
protected:
  static void SetUpTestSuite() {
    std::filesystem::current_path(SOURCE_DIR);
    scratch_ = std::make_unique<Scratch>();
    succeeds("run --threat DR-20 --target rotterdam --duration '1 h' -n 6 -q -o " + room());
  }
  static void TearDownTestSuite() { scratch_.reset(); }
  static std::string room() { return scratch_->file("room.h5"); }

private:
  static inline std::unique_ptr<Scratch> scratch_;
};

/// What is counted otherwise is shown, in a row of its own that says so.
TEST_F(CliHead, MarksRowsOfOtherDefinitions) {
  const Scratch scratch;
  const std::string other = scratch.file("other.h5"), risks = scratch.file("risks.yaml");
  results::Study study = results::read_study(room());
  EXPECT_EQ(study.provenance.definitions, results::definitions);
  study.provenance.definitions = results::definitions + 1;
  results::write_study(study, other);
  const json rows = json_of("table --json " + room() + " " + other).at("annual");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_NE(rows[0].at("other_definitions"), rows[1].at("other_definitions"));
  succeeds("register -q " + room() + " -o " + risks);
  const std::string both = room() + " " + other;
  const std::pair<std::string, std::string> said[] = {
      {"en", "DR-20@rotterdam: counted by definitions " + theirs + ", this program's are " + ours},
      {"nl", "DR-20@rotterdam: geteld volgens definities " + theirs +
                 ", die van dit programma zijn " + ours}};
  for (const std::string& command : std::vector<std::string>{
           "table " + both, "table --durations " + both, "table --tornado " + both,
           "compare " + both, "register " + both + " --register " + risks, "report " + both})
    for (const auto& [language, sentence] : said)
      EXPECT_THAT(json_of(command + " --json --lang " + language).dump(), HasSubstr(sentence))
          << command;
  EXPECT_THAT(uitwijk("table --lang en --format md " + both).out,
              HasSubstr("[definitions " + theirs + "]"));
  EXPECT_THAT(uitwijk("table --json --lang en " + room()).out,
              Not(HasSubstr("counted by definitions")));
}

/// Criteria with their status, rubricering, world, program, onset: whatever the command.
TEST_F(CliHead, EveryDocumentHasTheSameHead) {
  const Scratch scratch;
  const std::string adopted = scratch.file("adopted.yaml");
  std::string criteria = text_of(SOURCE_DIR "/analysis/criteria/standard.yaml");
  const std::string status = "status: concept";
  criteria.replace(criteria.find(status), status.size(),
                   "status: vastgesteld\n  vastgesteld_door: SMB\n  datum: 2026-11-01\n  besluit: "
                   "B-1");
  std::ofstream(adopted) << criteria;
  const std::string with = " --json --lang en --today 2026-12-01 --criteria " + adopted;
  const json head = json_of("table " + room() + with).at("head");
  EXPECT_THAT(head.dump(), AllOf(HasSubstr(", vastgesteld (sha256 "), HasSubstr("SMB"),
                                 HasSubstr("B-1"), HasSubstr("not drawn over their ranges"),
                                 HasSubstr("by definitions " + ours + " of counts and times")));
  for (const char* view : {"--durations ", "--tornado "})
    EXPECT_EQ(json_of("table " + (view + room()) + with).at("head"), head) << view;
  for (const std::string& compare :
       {"compare " + room() + " " + room(), "compare --measures " + room()})
    EXPECT_EQ(json_of(compare + with).at("head"), head) << compare;
}

}  // namespace
}  // namespace simulation
