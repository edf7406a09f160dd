// Every threat of the catalogue at its own target, and what it must and must not move. Durations
// are set to a few hours, where the catalogue draws days, so that all run within a minute; onsets
// are drawn over the week.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cli_program.hpp"
#include "fact_view.hpp"
#include "scenarios/aimed_threat.hpp"
#include "sim/run_study.hpp"

namespace {

using fact_sums::persons;
using results::CallerCount;
using results::Facts;
using results::GroupTime;

struct Row {
  const char* id;
  const char* duration;
  std::set<std::string> more, same;  ///< than in the twins, over all replications
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.id;
}

const std::set<std::string> no_calls = {"callers", "blocked", "cut"};
const std::set<std::string> behind_the_caller = {"callers", "blocked", "cut", "lost", "intake"};

const Row rows[] = {
    {"DR-01", "2 h", {"blocked", "lost"}, {"callers"}},
    {"DR-02", "3 h", {"blocked", "lost"}, {"callers", "cut"}},
    {"DR-03", "4 h", {"blocked", "lost"}, {"callers"}},
    {"DR-04", "90 min", {"intake"}, no_calls},
    {"DR-05", "2 h", {"first"}, {"callers", "cut"}},
    {"DR-06", "2 h", {}, {"callers", "blocked", "cut", "lost", "first", "intake", "dispatch"}},
    {"DR-07", "3 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-08", "2 h", {"lost", "episodes"}, {"callers", "taken_over"}},
    {"DR-09", "3 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-10", "2 h", {"intake", "dispatch", "pictures_late"}, no_calls},
    {"DR-11", "2 h", {"dispatch"}, behind_the_caller},
    {"DR-12", "2 h", {"dispatch", "pictures_late"}, behind_the_caller},
    {"DR-13", "7 h", {"dispatch"}, behind_the_caller},
    {"DR-14", "4 h", {"wrong_address", "dispatch"}, behind_the_caller},
    {"DR-15", "2 h", {"callers", "dispatch"}, {"cut"}},
    {"DR-16", "2 h", {"dispatch"}, behind_the_caller},
    {"DR-17", "2 h", {"intake", "dispatch", "off_duty"}, no_calls},
    {"DR-18", "2 h", {"intake", "pictures_late"}, no_calls},
    {"DR-19", "2 h", {"callers", "first"}, {}},
    {"DR-20", "2 h", {"episodes", "taken_over"}, {"callers", "blocked"}},
    {"DR-21", "2 h", {"cut", "episodes", "taken_over"}, {"callers", "blocked"}},
    {"DR-22", "2 h", {"callers", "episodes"}, {}},
    {"DR-23", "3 h", {"callers"}, {"cut", "episodes"}},
    {"DR-24", "2 h", {}, {"callers", "blocked"}},
    {"DR-25", "2 h", {"episodes"}, {"callers", "blocked"}},
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
    {"DR-41", "2 h", {"callers", "cut", "episodes"}, {}},
    {"DR-42", "2 h", {"blocked", "lost"}, {"callers"}}};

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

/// Sums over replications by name.
using Sums = std::map<std::string, double>;

void add(Sums& sums, const models::World& world, const Facts& facts) {
  const std::pair<const char*, CallerCount> counts[] = {
      {"callers", CallerCount::callers},
      {"genuine", CallerCount::genuine},
      {"lost", CallerCount::lost},
      {"hit", CallerCount::hit},
      {"blocked", CallerCount::blocked},
      {"cut", CallerCount::cut},
      {"wrong_address", CallerCount::wrong_address},
      {"pictures_late", CallerCount::picture_late}};
  for (const auto& [name, count] : counts)
    sums[name] += static_cast<double>(persons(facts, count));
  sums["first"] += busy(world, facts, "first_answer");
  sums["intake"] += busy(world, facts, "aanname");
  sums["dispatch"] += busy(world, facts, "uitgifte");
  sums["off_duty"] += off_duty(facts);
  sums["episodes"] += static_cast<double>(facts.episodes.size());
  sums["taken_over"] += taken_over(facts);
}

struct Both {
  Sums here, twin;
};

Both run(const Row& row, std::uint64_t count) {
  const auto catalogue = scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  const auto study = scenarios::read_scenario(scenarios::aim(catalogue, catalogue.threat(row.id),
                                                             {"", "", row.duration},
                                                             SOURCE_DIR "/models/netherlands"));
  const auto scenario_of = [&](std::uint64_t replication) {
    return study.scenario_of({1, replication});
  };
  const auto outcome = sim::run_replications(study.model.world, scenario_of, {1, 0, count, 2},
                                             [](const sim::Progress&) { return true; });
  for (const auto& failure : outcome.failures)
    ADD_FAILURE() << row.id << ' ' << failure.replication << ": " << failure.reason;
  Both sums;
  for (const auto& seen : outcome.replications) {
    EXPECT_EQ(seen.world.conservation_error, 0U) << row.id;
    add(sums.here, study.model.world, seen.world);
    add(sums.twin, study.model.world, *seen.twin);
  }
  return sums;
}

class Threats : public testing::TestWithParam<Row> {};

TEST_P(Threats, MoveWhatTheyMustAndNothingElse) {
  const Row& row = GetParam();
  const Both sums = run(row, 20);
  ASSERT_GT(sums.twin.at("callers"), 0);
  for (const std::string& name : row.more)
    EXPECT_GT(sums.here.at(name), sums.twin.at(name)) << row.id << ' ' << name;
  for (const std::string& name : row.same)
    EXPECT_EQ(sums.here.at(name), sums.twin.at(name)) << row.id << ' ' << name;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, Threats, testing::ValuesIn(rows), [](const auto& threat) {
  std::string name = threat.param.id;
  name.erase(2, 1);
  return name;
});

TEST(ThreatCatalogue, TheTableHoldsEveryThreat) {
  const auto catalogue = scenarios::read_catalogue(SOURCE_DIR "/scenarios/threat_catalogue.yaml");
  std::set<std::string> held, written;
  for (const Row& row : rows)
    held.insert(row.id);
  for (const auto& threat : catalogue.threats)
    written.insert(threat.id);
  EXPECT_EQ(held, written);
}

TEST(ThreatCatalogue, AGreyFailureBlocksMoreAttemptsThanItHitsPeople) {
  const Both sums = run({"DR-40", "3 h", {}, {}}, 10);
  EXPECT_GT(sums.here.at("blocked"), 1.1 * sums.here.at("hit"))
      << "a quarter of the redials is blocked again";
}

const std::string catalogue = " --catalogue " SOURCE_DIR "/scenarios/threat_catalogue.yaml";
const std::string in_the_netherlands = catalogue + " --world " SOURCE_DIR "/models/netherlands";

TEST(ThreatOptions, RunWithoutAFileAndSaveWhatWasMade) {
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

TEST(ThreatOptions, ATypoGetsASuggestion) {
  const auto ended =
      simulation::uitwijk("run --threat DR-20 --target roterdam" + in_the_netherlands);
  EXPECT_EQ(ended.exit_code, 3);
  EXPECT_NE(ended.err.find("did you mean rotterdam?"), std::string::npos) << ended.err;
  EXPECT_EQ(simulation::uitwijk("run --threat DR-99" + catalogue).exit_code, 3);
  EXPECT_EQ(simulation::uitwijk("run").exit_code, 2);
}

TEST(ThreatOptions, DrawnWindowsGiveOneResultFileWhateverTheJobs) {
  const simulation::Scratch scratch;
  const std::string command = "run -q --threat DR-09" + in_the_netherlands + " -n 6 -o ";
  ASSERT_EQ(simulation::uitwijk(command + scratch.file("a.h5") + " -j 1").exit_code, 0);
  ASSERT_EQ(simulation::uitwijk(command + scratch.file("b.h5") + " -j 3").exit_code, 0);
  EXPECT_EQ(simulation::text_of(scratch.file("a.h5")), simulation::text_of(scratch.file("b.h5")));
}

TEST(ThreatOptions, TheCatalogueIsShownAndFilteredByActor) {
  const auto all = simulation::json_of("describe --json --threats" + catalogue);
  const auto state = simulation::json_of("describe --json --threats --actor state" + catalogue);
  EXPECT_GE(all["threats"].size(), 42U);
  EXPECT_GT(all["unknown"]["likelihood.class"], 0);
  EXPECT_LT(state["threats"].size(), all["threats"].size());
  for (const auto& threat : state["threats"])
    EXPECT_NE(threat["actors"].dump().find("state"), std::string::npos);
}

}  // namespace
