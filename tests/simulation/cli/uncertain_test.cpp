/// `run --uncertain`: an outer loop over uncertain parameters.
#include <gmock/gmock.h>

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "results/result_file.hpp"
#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using nlohmann::json;

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

}  // namespace
}  // namespace simulation
