/// `run --uncertain`: an outer loop over uncertain parameters.
#include <gmock/gmock.h>

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(CliUncertain, DrawsParametersAndTellsBothUncertaintiesApart) {
  std::filesystem::current_path(SOURCE_DIR);
  const Scratch scratch;
  const json table = json_of(
      "run --threat DR-20 --target rotterdam --duration '1 h' -n 4 --uncertain 3 -q --json "
      "-o " +
      scratch.file("x.h5"));
  EXPECT_EQ(table.at("schema"), "uitwijk/table/3");
  const json& row = table.at("annual").at(0);
  EXPECT_EQ(row.at("n"), 12);
  EXPECT_EQ(row.at("uncertainty").at("draws"), 3);
  for (const char* part : {"chance", "parameters", "both"})
    EXPECT_EQ(row.at("uncertainty").at(part).at("ci95").size(), 2u) << part;
  // Each draw is a result of its own: other parameters, other replications.
  const auto first = results::read_study(scratch.file("x-draw-01.h5"));
  const auto second = results::read_study(scratch.file("x-draw-02.h5"));
  EXPECT_EQ(first.provenance.row.draw, 1u);
  EXPECT_EQ(second.provenance.row.draw, 2u);
  EXPECT_EQ(first.replications.front().replication, 0u);
  EXPECT_EQ(second.replications.front().replication, 4u);
  // The table of the files is the table that was shown.
  const std::string files = scratch.file("x-draw-01.h5") + " " + scratch.file("x-draw-02.h5") +
                            " " + scratch.file("x-draw-03.h5");
  EXPECT_EQ(json_of("table --json " + files).at("annual"), table.at("annual"));
}

/// Two questions are two rows, also when the parameters of both were drawn.
TEST(CliUncertain, KeepsTheLabelOfWhatWasSet) {
  std::filesystem::current_path(SOURCE_DIR);
  const Scratch scratch;
  const std::string run =
      "run --threat DR-20 --target rotterdam --duration '1 h' -n 2 "
      "--uncertain 2 -q -o ";
  succeeds(run + scratch.file("as_it_is.h5"));
  succeeds(run + scratch.file("late.h5") + " --plan pairs --set takeover.decide='90 min'");
  const results::RowLabels late =
      results::read_study(scratch.file("late-draw-02.h5")).provenance.row;
  EXPECT_EQ(late.varied, "takeover.decide=90 min") << "and nothing of what was drawn";
  EXPECT_EQ(late.plan, "pairs");
  EXPECT_EQ(late.draw, 2u);
  const std::filesystem::path folder = std::filesystem::path(scratch.file("x")).parent_path();
  const json rows = json_of("table --json " + folder.string()).at("annual");
  ASSERT_EQ(rows.size(), 2u);
  for (const json& row : rows) {
    EXPECT_EQ(row.at("n"), 4);
    EXPECT_EQ(row.at("uncertainty").at("draws"), 2);
  }
}

/// No head may say of figures of drawn parameters that they were not drawn.
TEST(CliUncertain, EveryHeadSaysWhatTheIntervalsAreOf) {
  std::filesystem::current_path(SOURCE_DIR);
  const Scratch scratch;
  succeeds("run --threat DR-20 --target rotterdam --duration '1 h' -n 2 --uncertain 2 -q -o " +
           scratch.file("x.h5"));
  const std::string one = scratch.file("x-draw-01.h5"),
                    both = one + " " + scratch.file("x-draw-02.h5");
  const std::pair<std::string, const char*> commands[] = {
      {"table " + both, "chance and of the parameters over their ranges together"},
      {"table " + one, "around one draw of the parameters over their ranges"},
      {"compare " + one + " " + one, "The parameters were drawn over their ranges"},
      {"compare --measures " + both, "were drawn over their ranges are left out here"},
      {"table --tornado " + both, "were drawn over their ranges are left out here"},
      {"table --durations " + both, "were drawn over their ranges are left out here"}};
  for (const auto& [command, sentence] : commands) {
    const std::string head = json_of(command + " --lang en --json").at("head").dump();
    EXPECT_THAT(head, testing::HasSubstr(sentence)) << command;
    EXPECT_THAT(head, testing::Not(testing::HasSubstr("were not drawn"))) << command;
  }
}

TEST(CliUncertain, GivesTheSameForAnyNumberOfJobs) {
  std::filesystem::current_path(SOURCE_DIR);
  const std::string run = "run --threat DR-20 --duration '1 h' -n 2 --uncertain 2 -q --json -j ";
  EXPECT_EQ(uitwijk(run + "1").out, uitwijk(run + "2").out);
}

/// A Ctrl-C after the first draw: what is finished is kept and shown, the draw that was cut is not.
TEST(CliUncertain, KeepsTheWholeDrawsWhenInterrupted) {
  std::filesystem::current_path(SOURCE_DIR);
  for (const int signal : {SIGINT, SIGTERM}) {
    const Scratch scratch;
    Program run(
        "run --threat DR-20 --target rotterdam --duration '1 h' -n 4 -j 1 --uncertain 1000 "
        "--json -o " +
        scratch.file("x.h5"));
    while (!std::filesystem::exists(scratch.file("x-draw-02.h5")))
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    run.signal(signal);
    const Ended ended = run.wait();
    EXPECT_EQ(ended.exit_code, 128 + signal);
    std::size_t draws = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(scratch.file("x.h5")).parent_path())) {
      EXPECT_EQ(results::read_study(entry.path()).replications.size(), 4u);
      ++draws;
    }
    const json row = json::parse(ended.out).at("annual").at(0);
    EXPECT_EQ(row.at("n"), 4 * draws);
    EXPECT_EQ(row.at("uncertainty").at("draws"), draws);
    EXPECT_THAT(ended.err, testing::HasSubstr(std::to_string(draws) + " of 1000 draws"));
  }
}

/// A year is no event: draws of one have no impact class, no onset and nothing "per event".
class UncertainYear : public testing::Test {
protected:
  static std::string command(const std::string& more) {
    return "run -q --year --world " + world_file("cli_tiny/world") +
           " --catalogue " SOURCE_DIR
           "/tests/regression/goldens/inputs/threats.yaml --set demand.calls='10 calls/h' -n 2 "
           "--uncertain 3 " +
           more;
  }
};

TEST_F(UncertainYear, IsDrawnWithItsThreats) {
  const Scratch scratch;
  const json told = json_of(command("--json -o " + scratch.file("y.h5")));
  EXPECT_EQ(told.at("schema"), "uitwijk/years/1");
  ASSERT_EQ(told.at("simulated").size(), 1u) << "three draws of the same year";
  const json& years = told.at("simulated")[0];
  EXPECT_EQ(years.at("n"), 6);
  std::set<int> replications;
  for (const json& year : years.at("years"))
    replications.insert(year.at("replication").get<int>());
  EXPECT_EQ(replications.size(), 6u) << "each draw has chance of its own";
  EXPECT_GT(years.at("events"), 0);
  const json& uncertainty = years.at("uncertainty");
  EXPECT_EQ(uncertainty.at("draws"), 3);
  for (const char* part : {"chance", "parameters", "both"})
    EXPECT_EQ(uncertainty.at(part).at("ci95").size(), 2u) << part;
  EXPECT_EQ(years.at("lost_callers_per_year"), uncertainty.at("both"));
  // Numbers of the threat were drawn, and those of the files are those that were shown.
  const auto first = results::read_study(scratch.file("y-draw-01.h5"));
  EXPECT_EQ(first.provenance.row.draw, 1u);
  json again = json_of("table --year --json " + scratch.file("y-draw-01.h5") + " " +
                       scratch.file("y-draw-02.h5") + " " + scratch.file("y-draw-03.h5"));
  EXPECT_EQ(again.at("simulated"), told.at("simulated"));
}

TEST_F(UncertainYear, IsToldAsAYearAndNotAsAnEvent) {
  for (const char* const language : {"en", "nl"}) {
    const bool dutch = std::string(language) == "nl";
    const Ended told = uitwijk(command("--lang " + std::string(language)));
    EXPECT_EQ(told.exit_code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr(dutch ? "VERWACHT PER JAAR" : "EXPECTED A YEAR"));
    EXPECT_THAT(told.out, HasSubstr(dutch ? "TWEE ONZEKERHEDEN APART" : "TWO UNCERTAINTIES APART"));
    for (const char* const nonsense :
         {"per event", "per gebeurtenis", "PER EVENT", "PER GEBEURTENIS", "IMPACT CLASSES",
          "IMPACTKLASSEN", "GIVEN THAT IT HAPPENS", "of chance only", "toeval alleen"})
      EXPECT_THAT(told.out, testing::Not(HasSubstr(nonsense)));
  }
}

}  // namespace
}  // namespace simulation
