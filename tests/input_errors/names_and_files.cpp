// Names that were misspelt get a suggestion, and files that are not there the same exit code,
// whatever the command.
#include <gmock/gmock.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "program.hpp"
#include "small_world.hpp"

namespace {

using program::Ended;
using program::uitwijk;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string tiny_world = "tests/worlds/cli_tiny/world";
const std::string tiny_outage = "tests/worlds/cli_tiny/outage.yaml";

TEST(Files, ThatWereNamedAndAreNotResultsAreWrongInputForEveryCommand) {
  for (const char* const command :
       {"table none.h5", "table README.md", "compare none.h5 none.h5", "table docs",
        "register none.h5 -o none.yaml", "report none.h5 --json", "run none.yaml",
        "check none.yaml", "campaign status none"}) {
    const Ended ended = uitwijk(command);
    EXPECT_EQ(ended.code, 3) << command << ": " << ended.said;
  }
  EXPECT_EQ(uitwijk("table none.h5").said, "none.h5: cannot be read: No such file or directory\n");
}

TEST(Files, OfAReportEndInHtml) {
  const Ended ended = uitwijk("report none.h5 -o x.pdf");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.said, HasSubstr("'x.pdf' must end in .html"));
  EXPECT_EQ(uitwijk("compare none.h5").said,
            "uitwijk: compare wants OLD and NEW, found 1 result\n");
}

TEST(Misspelt, NamesGetASuggestion) {
  const std::pair<std::string, const char*> commands[] = {
      {"graph " + tiny_world + " --meldkamer nord", "did you mean noord?"},
      {"describe " + tiny_world + " takeovr", "takeovr: is in no address, did you mean takeover?"},
      {"sweep " + tiny_outage + " --vary takeover.decide='1 min..2 min' --until 'lost_caler<=1'",
       "no measure 'lost_caler', did you mean lost_callers?"},
      {"sweep " + tiny_outage +
           " --vary takeover.decide='1 min..2 min' --show "
           "diference.lost_callers",
       "did you mean difference?"}};
  for (const auto& [command, said] : commands) {
    const Ended ended = uitwijk(command);
    EXPECT_NE(ended.code, 0) << command;
    EXPECT_THAT(ended.said, HasSubstr(said)) << command;
  }
}

/// What `check` says of the small scenario with `find` replaced.
std::string said_of(const std::string& find, const std::string& by) {
  small_world::Texts texts = small_world::texts();
  std::string& storm = texts.at("storm.yaml");
  const std::size_t at = storm.find(find);
  EXPECT_NE(at, std::string::npos);
  storm.replace(at, find.size(), by);
  const small_world::Folder folder;
  folder.write(texts);
  return uitwijk("check '" + folder.scenario().string() + "'").said;
}

TEST(Misspelt, TheWorldOfAScenarioIsNamedAtItsPlace) {
  EXPECT_THAT(said_of("world: world", "world: wrld"),
              HasSubstr("must be the folder of a world, found wrld, did you mean world?"));
  const small_world::Folder alone;  // what others leave in the folder above is no part of this
  setenv("TMPDIR", alone.path().c_str(), 1);
  const std::string above = said_of("world: world", "world: ../");
  unsetenv("TMPDIR");
  EXPECT_THAT(above, AllOf(HasSubstr("storm.yaml:"),
                           HasSubstr("found ../, where no file has a section world"),
                           Not(HasSubstr("is missing"))));
}

TEST(Misspelt, AKeyOfTheHeadThatStandsBesideItIsSentThere) {
  EXPECT_THAT(said_of("scenario:\n", "set: {demand.calls: \"8000 calls/day\"}\nscenario:\n"),
              HasSubstr("storm.yaml:1:6: set belongs under scenario:"));
}

TEST(Misspelt, AThreatThatAnotherWorldHasNoPlaceForBlamesThatWorldOnce) {
  const Ended ended = uitwijk("run --threat DR-20 -n 2 --world " + tiny_world);
  EXPECT_EQ(ended.code, 3);
  EXPECT_THAT(ended.said, testing::StartsWith("--world " + tiny_world + ": does not have what"));
  EXPECT_EQ(ended.said.find("must name"), ended.said.rfind("must name")) << ended.said;
}

}  // namespace
