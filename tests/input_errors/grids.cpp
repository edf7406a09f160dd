// A --grid that no document of a command can have is refused before anything is simulated.
#include <gmock/gmock.h>

#include <string>

#include "program.hpp"

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using program::Ended;

/// What it wrote to standard error.
Ended refused(const std::string& arguments) {
  return program::uitwijk(arguments, "2>&1 >/dev/null");
}

const std::string tiny = "tests/worlds/cli_tiny/";

/// So many replications that only a refusal beforehand ends within the time of a test.
const std::string endless = " -q -n 1000000 ";

TEST(Grids, ThatARunCannotHaveAreRefusedBeforeItBegins) {
  const Ended ended =
      refused("run " + tiny + "outage.yaml" + endless + "--format csv --grid meldkamer");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.said,
            "uitwijk: --grid must be one of national, meldkamers, disciplines, flows, stages, "
            "takeovers, clocks, found meldkamer, did you mean meldkamers?\n");
}

TEST(Grids, OfDrawsAreThoseOfATable) {
  const Ended ended = refused("run " + tiny + "outage.yaml --uncertain 100" + endless +
                              "--format csv --grid national");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.said,
              HasSubstr("must be one of lost, harm, classes, recovery, takeovers, years, "));
  EXPECT_THAT(ended.said, HasSubstr("totals current, found national"));
}

TEST(Grids, OfAPlanASweepAndAnExerciseAreRefusedBeforehandToo) {
  for (const auto& [command, grids] :
       {std::pair("plan" + endless + "--duration '1 h'", "losses, total, all"),
        std::pair("sweep " + tiny + "outage.yaml --vary takeover.decide='1 min..9 min'" + endless,
                  "values"),
        std::pair(
            "exercise tests/regression/goldens/inputs/exercise.yaml " + tiny + "world" + endless,
            "noord clocks, noord outcome, updates")}) {
    const Ended ended = refused(command + " --format csv --grid nothing");
    EXPECT_EQ(ended.code, 2) << command;
    EXPECT_THAT(ended.said, HasSubstr(std::string("must be one of ") + grids + ", found nothing"));
  }
}

TEST(Grids, WithoutACsvAreWrongUsage) {
  for (const char* const format : {"", "--format md", "--json", "--document x.md"}) {
    const Ended ended =
        refused("run " + tiny + "outage.yaml" + endless + "--grid national " + format);
    EXPECT_EQ(ended.code, 2) << format;
    EXPECT_THAT(ended.said, HasSubstr("--grid chooses the table of a CSV")) << format;
  }
  const Ended described = refused("describe " + tiny + "world --grid parameters");
  EXPECT_EQ(described.code, 2) << "also where nothing is simulated";
}

TEST(Grids, ThatAreThereAreShown) {
  for (const char* const format : {"--format csv", "--csv-for nl"}) {
    const Ended ended = refused("run " + tiny + "outage.yaml -q -n 2 --grid meldkamers " + format);
    EXPECT_EQ(ended.code, 0) << format;
    EXPECT_THAT(ended.said, IsEmpty());
  }
}

}  // namespace
