// Every threat of the catalogue at its own target, and what it must and must not move. Durations
// are set to a few hours, where the catalogue draws days, so that all run within a minute; onsets
// are drawn over the week.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "analysis/statistics/estimate.hpp"

#include "fact_view.hpp"
#include "scenarios/threats/aimed_threat.hpp"
#include "sim/replications/run_study.hpp"
#include "tests/simulation/cli/program.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::Facts;
using results::GroupTime;

/// What a threat must move and what it must not, against its twins. `more` is judged by the
/// interval of the paired differences, `same` in each replication.
struct Row {
  const char* id;
  const char* duration;
  std::set<std::string> more, same;
  std::uint64_t replications = 20;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.id;
}

const std::set<std::string> no_calls = {"callers", "blocked", "cut"};
const std::set<std::string> behind_the_caller = {"callers", "blocked", "cut", "lost", "intake"};

// In none of the twenty replications of DR-19 does a generator fail to start: the room goes on.
const Row rows[] = {
    {"DR-01", "2 h", {"blocked", "lost"}, {"callers"}},
    {"DR-02", "3 h", {"blocked", "lost"}, {"callers", "cut"}},
    {"DR-03", "4 h", {"blocked", "lost"}, {"callers"}},
    {"DR-04",
     "90 min",
     {"intake", "wrong_address"},
     {"callers", "blocked", "cut", "episodes", "pictures_late"}},
    {"DR-05", "2 h", {"first", "abandoned"}, {"callers", "cut", "episodes", "moved"}},
    {"DR-06", "2 h", {}, {"callers", "blocked", "cut", "lost", "first", "intake", "dispatch"}},
    {"DR-07", "3 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-08", "2 h", {"lost", "episodes", "down"}, {"callers", "blocked", "taken_over"}},
    {"DR-09",
     "3 h",
     {"intake", "dispatch", "pictures_late"},
     {"callers", "blocked", "cut", "hit", "episodes"}},
    {"DR-10", "2 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-11", "2 h", {"dispatch"}, behind_the_caller},
    {"DR-12", "2 h", {"dispatch", "pictures_late"}, behind_the_caller},
    {"DR-13", "7 h", {"dispatch"}, behind_the_caller},
    {"DR-14", "4 h", {"wrong_address", "dispatch"}, behind_the_caller},
    {"DR-15", "2 h", {"callers", "dispatch"}, {"cut"}},
    {"DR-16", "2 h", {"dispatch"}, behind_the_caller},
    {"DR-17", "2 h", {"intake", "dispatch", "off_duty"}, no_calls},
    {"DR-18",
     "2 h",
     {"intake", "pictures_late", "wrong_address"},
     {"callers", "blocked", "cut", "episodes"}},
    {"DR-19", "2 h", {"callers", "first", "down"}, {"cut", "episodes"}},
    {"DR-20", "2 h", {"episodes", "taken_over", "lost", "down"}, {"callers", "blocked"}},
    {"DR-21", "2 h", {"cut", "episodes", "taken_over"}, {"callers", "blocked"}},
    {"DR-22", "2 h", {"callers", "episodes", "down"}, {"blocked", "wrong_address"}},
    {"DR-23", "3 h", {"callers"}, {"cut", "episodes"}},
    {"DR-24", "2 h", {"down", "episodes", "taken_over"}, {"callers", "blocked", "wrong_address"}},
    {"DR-25", "2 h", {"episodes", "lost", "down", "blocked"}, {"callers", "wrong_address"}},
    {"DR-26", "3 h", {"callers", "off_duty"}, {"cut", "episodes"}},
    {"DR-27", "3 h", {"off_duty"}, no_calls},
    {"DR-28", "3 h", {"off_duty"}, no_calls},
    {"DR-29", "2 h", {"callers", "genuine", "first", "intake"}, {"cut"}},
    {"DR-30", "2 h", {"callers", "genuine", "first", "intake"}, {"cut"}},
    {"DR-31", "2 h", {"callers", "first"}, {"genuine", "cut"}},
    {"DR-32", "3 h", {"callers", "first"}, {"genuine", "cut"}},
    {"DR-33", "3 h", {"callers", "dispatch"}, {"genuine", "cut"}},
    {"DR-34", "3 h", {"wrong_address", "dispatch"}, no_calls},
    {"DR-35", "3 h", {"intake"}, no_calls},
    {"DR-36", "3 h", {"intake", "dispatch"}, no_calls},
    {"DR-37", "3 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-38", "3 h", {"pictures_late"}, behind_the_caller},
    {"DR-39", "3 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-40", "3 h", {"blocked", "lost"}, {"callers", "cut"}},
    {"DR-41", "2 h", {"cut", "episodes", "taken_over"}, {"blocked", "wrong_address"}},
    {"DR-42",
     "2 h",
     {"blocked", "lost", "dispatch_each"},
     {"callers", "episodes", "wrong_address"}}};

double busy(const models::World& world, const Facts& facts, const std::string& stage) {
  double sum = 0;
  for (const auto id : world.groups.ids())
    if (world.stages[world.groups[id].stage].id == stage)
      sum += facts.group_times[id.index * results::size_of<GroupTime> +
                               static_cast<std::size_t>(GroupTime::busy_s)];
  return sum;
}

double off_duty(const Facts& facts) {
  double sum = 0;
  for (std::size_t i = static_cast<std::size_t>(GroupTime::on_duty_s); i < facts.group_times.size();
       i += results::size_of<GroupTime>)
    sum -= facts.group_times[i];
  return sum;
}

double taken_over(const Facts& facts) {
  double sum = 0;
  for (const auto& episode : facts.episodes)
    sum += episode.answered;
  return sum;
}

/// By name, a value for each replication.
using Sums = std::map<std::string, std::vector<double>>;

double down_s(const Facts& facts) {
  double sum = 0;
  for (const auto& outage : facts.outages)
    sum += outage.to_s - outage.from_s;
  return sum;
}

double moved(const Facts& facts, std::size_t groups) {
  double sum = 0;
  for (std::size_t group = 0; group < groups; ++group)
    sum += static_cast<double>(fact_sums::calls(facts, group, results::CallClass::measured,
                                                results::GroupCount::moved_out));
  return sum;
}

void add(Sums& sums, const models::World& world, const Facts& facts) {
  const auto put = [&](const char* name, double value) { sums[name].push_back(value); };
  const double dispatched = static_cast<double>(persons(facts, CallerCount::dispatched));
  const std::pair<const char*, CallerCount> counts[] = {
      {"callers", CallerCount::callers},
      {"genuine", CallerCount::genuine},
      {"lost", CallerCount::lost},
      {"unreached", CallerCount::unreached},
      {"delayed", CallerCount::delayed},
      {"abandoned", CallerCount::abandoned},
      {"attempts", CallerCount::attempts},
      {"hit", CallerCount::hit},
      {"blocked", CallerCount::blocked},
      {"cut", CallerCount::cut},
      {"wrong_address", CallerCount::wrong_address},
      {"pictures_late", CallerCount::picture_late}};
  for (const auto& [name, count] : counts)
    put(name, static_cast<double>(persons(facts, count)));
  put("first", busy(world, facts, "first_answer"));
  put("intake", busy(world, facts, "aanname"));
  put("dispatch", busy(world, facts, "uitgifte"));
  put("dispatch_each", busy(world, facts, "uitgifte") / dispatched);
  put("off_duty", off_duty(facts));
  put("down", down_s(facts));
  put("moved", moved(facts, world.groups.size()));
  put("episodes", static_cast<double>(facts.episodes.size()));
  put("taken_over", taken_over(facts));
}

struct BothWorlds {
  Sums here, twin;

  analysis::Estimate difference(const std::string& name) const {
    return analysis::estimate(analysis::paired_differences(here.at(name), twin.at(name)));
  }
};

double sum_of(const Sums& sums, const std::string& name) {
  return std::accumulate(sums.at(name).begin(), sums.at(name).end(), 0.0);
}

scenarios::ScenarioTree aimed(const char* id, const std::string& target, const char* duration) {
  const auto shipped_catalogue =
      scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  return scenarios::aim(shipped_catalogue, shipped_catalogue.threat(id), {target, "", duration},
                        {SOURCE_DIR "/models/netherlands", {}});
}

BothWorlds run(const scenarios::ScenarioTree& tree, std::uint64_t replications) {
  const auto study = scenarios::read_scenario(tree);
  const auto scenario_of = [&](std::uint64_t replication) {
    return study.scenario_of({1, replication});
  };
  const auto outcome =
      sim::run_replications(study.model.world, scenario_of, {1, 0, replications, 2},
                            [](const sim::Progress&) { return true; });
  for (const auto& failure : outcome.failures)
    ADD_FAILURE() << tree.id << ' ' << failure.replication << ": " << failure.reason;
  BothWorlds sums;
  for (const auto& seen : outcome.replications) {
    EXPECT_EQ(seen.world.conservation_error, 0U) << tree.id;
    add(sums.here, study.model.world, seen.world);
    add(sums.twin, study.model.world, *seen.twin);
  }
  return sums;
}

BothWorlds run(const Row& row) {
  return run(aimed(row.id, "", row.duration), row.replications);
}

class Threats : public testing::TestWithParam<Row> {};

TEST_P(Threats, MoveWhatTheyMustAndNothingElse) {
  const Row& row = GetParam();
  const BothWorlds sums = run(row);
  ASSERT_GT(sum_of(sums.twin, "callers"), 0);
  for (const std::string& name : row.more)
    EXPECT_GT(sums.difference(name).low, 0) << row.id << ' ' << name;
  for (const std::string& name : row.same)
    EXPECT_EQ(sums.here.at(name), sums.twin.at(name)) << row.id << ' ' << name;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, Threats, testing::ValuesIn(rows), [](const auto& threat) {
  std::string name = threat.param.id;
  name.erase(2, 1);
  return name;
});

TEST(ThreatCatalogue, TheTableHoldsEveryThreat) {
  const auto shipped_catalogue =
      scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  std::set<std::string> held, written;
  for (const Row& row : rows) {
    held.insert(row.id);
    EXPECT_FALSE(row.same.empty()) << row.id;
    EXPECT_EQ(row.more.empty(), std::string(row.id) == "DR-06") << "its must is below: " << row.id;
  }
  for (const auto& threat : shipped_catalogue.threats)
    written.insert(threat.id);
  EXPECT_EQ(held, written);
}

TEST(ThreatCatalogue, AGreyFailureBlocksMoreAttemptsThanItHitsPeople) {
  const BothWorlds sums = run({"DR-40", "3 h", {}, {}, 10});
  EXPECT_GT(sum_of(sums.here, "blocked"), 1.1 * sum_of(sums.here, "hit"))
      << "a quarter of the redials is blocked again";
}

/// Alone it harms nobody; beside a lost meldkamer it must, because the takeover comes later.
TEST(ThreatCatalogue, FallbackNumbersThatAreFloodedMakeALostMeldkamerWorse) {
  auto both = aimed("DR-20", "rotterdam", "2 h");
  const auto alone = run(both, 40);
  const auto flood = aimed("DR-06", "rotterdam", "2 h");
  auto& threats = both.root.find("threats")->entries;
  threats.push_back(flood.root.find("threats")->entries.at(0));
  const auto together = run(both, 40);
  const auto more = analysis::estimate(
      analysis::paired_differences(together.here.at("lost"), alone.here.at("lost")));
  EXPECT_GT(more.low, 0) << "mean " << more.mean;
  EXPECT_EQ(together.twin.at("lost"), alone.twin.at("lost"));
}

const std::string shipped_catalogue = " --catalogue " SOURCE_DIR "/scenarios/threat_catalogue.yaml";
const std::string in_the_netherlands =
    shipped_catalogue + " --world " SOURCE_DIR "/models/netherlands";

TEST(ThreatReader, RunWithoutAFileAndSaveWhatWasMade) {
  const simulation::Scratch scratch;
  const std::string file = scratch.file("made.yaml");
  const std::string aim = "--threat dr-20 --target rotterdam --duration '1 h'" + in_the_netherlands;
  const auto made =
      simulation::json_of("run --json " + aim + " --seed 5 --replication 3 --save " + file);
  const auto read = simulation::json_of("run --json " + file + " --seed 5 --replication 3");
  EXPECT_EQ(made["digests"], read["digests"]);
  EXPECT_EQ(made["difference"], read["difference"]);
  EXPECT_EQ(made["windows_cut_off"], 0);
}

TEST(ThreatReader, WhatWasRunWithMeasuresIsSavedWithThem) {
  const simulation::Scratch scratch;
  const std::string file = scratch.file("made.yaml");
  const std::string aim = "--threat DR-20 --target rotterdam --duration '1 h'" + in_the_netherlands;
  // One setting is that of a measure too, and comes after it.
  const std::string measures =
      " --set takeover.switch.fails_trained=1"
      " --measures planned,without:call_in --measure-file " SOURCE_DIR "/scenarios/measures.yaml";
  const std::string rest = " --seed 5 --replication 3";
  const auto made = simulation::json_of("run --json " + aim + measures + rest + " --save " + file);
  const auto read = simulation::json_of("run --json " + file + rest);
  EXPECT_EQ(made["digests"], read["digests"]);
  EXPECT_NE(made["digests"], simulation::json_of("run --json " + aim + rest)["digests"]);
  EXPECT_EQ(read["package"]["name"], "planned,without:call_in");
  EXPECT_EQ(read["package"]["name"], made["package"]["name"]);

  const auto again = simulation::uitwijk("run " + file + measures);
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_NE(again.err.find("measures_in_set"), std::string::npos) << again.err;
}

/// The catalogue's share of a package is in the threat that was aimed.
TEST(ThreatReader, MeasuresAgainstAThreatAreInWhatIsSaved) {
  const simulation::Scratch scratch;
  const std::string file = scratch.file("made.yaml");
  const std::string aim = "--threat DR-08" + in_the_netherlands;
  const std::string measures =
      " --measures offline_backups --measure-file " SOURCE_DIR "/scenarios/measures.yaml";
  const std::string save = " --seed 5 --replication 1 --save " + file;
  const auto made = simulation::json_of("run --json " + aim + measures + save);
  EXPECT_EQ(made["digests"],
            simulation::json_of("run --json " + file + " --seed 5 --replication 1")["digests"]);
  EXPECT_NE(simulation::text_of(file).find("48 h"), std::string::npos);
}

TEST(ThreatReader, ATypoGetsASuggestion) {
  const auto ended =
      simulation::uitwijk("run --threat DR-20 --target roterdam" + in_the_netherlands);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_NE(ended.err.find("did you mean rotterdam?"), std::string::npos) << ended.err;
  EXPECT_EQ(simulation::uitwijk("run --threat DR-99" + shipped_catalogue).exit_code, 3);
  EXPECT_EQ(simulation::uitwijk("run").exit_code, 2);
}

TEST(ThreatReader, DrawnWindowsGiveOneResultFileWhateverTheJobs) {
  const simulation::Scratch scratch;
  const std::string command = "run -q --threat DR-09" + in_the_netherlands + " -n 6 -o ";
  ASSERT_EQ(simulation::uitwijk(command + scratch.file("a.h5") + " -j 1").exit_code, 0);
  ASSERT_EQ(simulation::uitwijk(command + scratch.file("b.h5") + " -j 3").exit_code, 0);
  EXPECT_EQ(simulation::text_of(scratch.file("a.h5")), simulation::text_of(scratch.file("b.h5")));
}

TEST(ThreatReader, TheCatalogueIsShownAndFilteredByActor) {
  const auto all = simulation::json_of("describe --json --threats" + shipped_catalogue);
  const auto state =
      simulation::json_of("describe --json --threats --actor state" + shipped_catalogue);
  EXPECT_GE(all["threats"].size(), 42U);
  EXPECT_GT(all["unknown"]["likelihood.class"], 0);
  EXPECT_LT(state["threats"].size(), all["threats"].size());
  for (const auto& threat : state["threats"])
    EXPECT_NE(threat["actors"].dump().find("state"), std::string::npos);
}

}  // namespace
