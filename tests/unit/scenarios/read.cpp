#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scenarios/read_scenario.hpp"

namespace {

using namespace scenarios;
namespace fs = std::filesystem;

/// A folder with a world and one scenario in it, removed at the end.
class Files {
public:
  explicit Files(const std::string& scenario) {
    std::string name = (fs::temp_directory_path() / "scenario_XXXXXX").string();
    if (!mkdtemp(name.data()))
      throw std::runtime_error("no temporary folder");
    folder_ = name;
    fs::create_directory(folder_ / "w");
    std::ofstream(folder_ / "w" / "world.yaml") << R"(
world: {name: "W", zone: "CET+1CEST+1,M3.5.0/2,M10.5.0/3"}
disciplines: {a: {name: "A", share: 0.5}, b: {name: "B", share: 0.5}}
kinds: {real: {share: 0.5, genuine: true}, other: {share: 0.5}}
stages: {only: {handling: "10 s"}}
roles: {desk_a: {stage: only, disciplines: [a]}, desk_b: {stage: only, disciplines: [b]}}
meldkamers: {m: {name: "M", roster: {desk_a: 4, desk_b: 4}}, n: {name: "N", roster: {desk_a: 4, desk_b: 4}}}
regions: {r: {name: "R", meldkamer: m}, q: {name: "Q", meldkamer: n}}
demand: {calls: "1 calls/min"}
callers: {channels: {press: {share: 0.1}, radio: {share: 0.2, published: false}}}
suppliers: {s: {name: "S"}}
components: {net: {supplier: s, n: 2, common_cause: software}, core: {supplier: s, common_cause: software}, power: {supplier: s, per: meldkamer}}
)";
    std::ofstream(file()) << scenario;
  }
  ~Files() { fs::remove_all(folder_); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  fs::path file() const { return folder_ / "bad-day.yaml"; }

private:
  fs::path folder_;
};

ScenarioInWorld read(const std::string& head, const std::string& effects = "",
                     const std::vector<models::Setting>& settings = {}) {
  std::string text = "scenario:\n  name: N\n  description: D\n  world: w\n" + head;
  if (!effects.empty())
    text += "threats:\n  t:\n    effects:\n" + effects;
  return read_scenario(Files(text).file(), settings);
}

const char* const day = "  start: \"2023-06-01T00:00\"\n  end: \"24 h\"\n";

template <class T>
const T& what(const ScenarioInWorld& study, std::size_t i) {
  return std::get<T>(study.scenario.threats.at(0).effects.at(i).what);
}

TEST(Scenario, HasItsDefaults) {
  const Scenario scenario = read(day).scenario;
  EXPECT_EQ(scenario.id, "bad-day");
  EXPECT_EQ(scenario.window.start, 1685570400);  // 2023-05-31T22:00Z
  EXPECT_EQ(scenario.window.warm_up_s, 7200);
  EXPECT_EQ(scenario.window.end_s, 86400);
  EXPECT_EQ(scenario.window.drain_s, 7200);
  EXPECT_EQ(scenario.replications, 200u);
  EXPECT_TRUE(scenario.threats.empty());
  EXPECT_EQ(scenario.inputs.size(), 2u) << "the scenario and the world's file";
}

TEST(Scenario, SaysHowWideTheBinsOfItsTimelineAre) {
  EXPECT_FALSE(read(day).scenario.window.timeline_bin_s);
  EXPECT_EQ(read(std::string(day) + "  timeline_bin: \"15 min\"\n").scenario.window.timeline_bin_s,
            900);
}

TEST(Scenario, TheWarmUpMayBeNothing) {
  EXPECT_EQ(read(std::string(day) + "  warm_up: \"0 s\"\n").scenario.window.warm_up_s, 0);
}

TEST(Scenario, LocalTimesFollowTheWallClockOverTheSpringChange) {
  const ScenarioInWorld study =
      read("  start: \"2023-03-26T00:00\"\n  end: \"2023-03-27T00:00\"\n",
           "      - {from: \"2023-03-26T03:00\", until: \"2023-03-26T04:00\", "
           "down: {components: [net]}}\n");
  EXPECT_EQ(study.scenario.window.end_s, 23 * 3600);
  const Effect& effect = study.scenario.threats[0].effects[0];
  EXPECT_EQ(effect.from_s, 2 * 3600);
  EXPECT_EQ(models::mean(effect.duration_s), 3600);
}

TEST(Scenario, EffectsEndAtATimeAfterADurationOrWithTheRun) {
  const ScenarioInWorld study =
      read(day, R"(      - {from: "1 h", until: "3 h", down: {components: [net]}}
      - {from: "1 h", for: {exponential: {mean: "30 min"}}, down: {components: [net]}}
      - {from: "6 h", down: {components: [net]}}
)");
  const auto& effects = study.scenario.threats[0].effects;
  EXPECT_EQ(effects[0].id, "t.1");
  EXPECT_EQ(std::get<models::Constant>(effects[0].duration_s).value, 7200);
  EXPECT_FALSE(effects[0].to_the_end);
  EXPECT_EQ(std::get<models::Exponential>(effects[1].duration_s).mean, 1800);
  EXPECT_FALSE(effects[1].to_the_end);
  EXPECT_EQ(effects[2].id, "t.3");
  EXPECT_TRUE(effects[2].to_the_end);
  EXPECT_EQ(std::get<models::Constant>(effects[2].duration_s).value, 18 * 3600);
}

TEST(Scenario, DownNamesComponentsOrACommonCause) {
  const ScenarioInWorld study =
      read(day, R"(      - {from: "1 h", down: {components: [net, power@n], units: 1}}
      - {from: "1 h", down: {common_cause: software}}
      - {from: "1 h", blocking: {component: core, probability: 0.4}}
)");
  EXPECT_EQ(what<Down>(study, 0).components, (std::vector<Id<models::Component>>{{0}, {3}}));
  EXPECT_EQ(what<Down>(study, 0).units, 1);
  EXPECT_EQ(what<Down>(study, 1).components, (std::vector<Id<models::Component>>{{0}, {1}}));
  EXPECT_FALSE(what<Down>(study, 1).units);
  EXPECT_EQ(what<Blocking>(study, 2).component.index, 1u);
}

TEST(Scenario, GroupsAreChosenByMeldkamerAndRole) {
  const ScenarioInWorld study =
      read(day, R"(      - {from: "1 h", slower_handling: {at: n, factor: 1.4}}
      - {from: "1 h", staffing: {at: all, roles: [desk_b], factor: 0.5}}
      - {from: "1 h", staffing: {at: [m, n], roles: desk_a, staff: 0}}
      - {from: "1 h", no_call_in: {at: all, roles: all}}
      - {from: "1 h", no_takeover: {at: [n]}}
)");
  using Groups = std::vector<Id<models::AgentGroup>>;
  EXPECT_EQ(what<SlowerHandling>(study, 0).groups, (Groups{{2}, {3}}));
  EXPECT_EQ(what<Staffing>(study, 1).groups, (Groups{{1}, {3}}));
  EXPECT_EQ(what<Staffing>(study, 1).factor, 0.5);
  EXPECT_FALSE(what<Staffing>(study, 1).staff);
  EXPECT_EQ(what<Staffing>(study, 2).groups, (Groups{{0}, {2}}));
  EXPECT_EQ(what<Staffing>(study, 2).staff, 0);
  EXPECT_EQ(what<NoCallIn>(study, 3).groups.size(), 4u);
  EXPECT_EQ(what<NoTakeover>(study, 4).centres, (std::vector<Id<models::Centre>>{{1}}));
}

TEST(Scenario, CallersComeStayAwayOrFindAnotherWay) {
  const ScenarioInWorld study = read(
      day,
      R"(      - {from: "1 h", surge: {regions: all, callers: 1254, decay: "60 min", kinds: {other: 1}}}
      - {from: "1 h", surge: {regions: [q], extra_rate: 2.4, disciplines: {b: "80 %", a: 0.2}}}
      - {from: "1 h", reduction: {regions: [r], share: 0.45, reaches_after: "5 min"}}
      - {from: "1 h", open_channel: {channel: radio, share: 0.5}}
      - {from: "1 h", open_channel: {channel: press}}
)");
  const Surge& fixed = what<Surge>(study, 0);
  EXPECT_EQ(fixed.regions.size(), 2u);
  EXPECT_EQ(fixed.callers, 1254);
  EXPECT_EQ(fixed.decay_s, 3600);
  EXPECT_EQ(fixed.kind_shares, (std::vector<double>{0, 1}));
  EXPECT_TRUE(fixed.discipline_shares.empty());
  const Surge& more = what<Surge>(study, 1);
  EXPECT_FALSE(more.callers);
  EXPECT_EQ(more.extra_rate, 2.4);
  ASSERT_EQ(more.discipline_shares.size(), 2u);
  EXPECT_DOUBLE_EQ(more.discipline_shares[1], 0.8);
  EXPECT_EQ(what<Reduction>(study, 2).tau_s, 300);
  EXPECT_EQ(what<OpenChannel>(study, 3).channel, 1u);
  EXPECT_EQ(what<OpenChannel>(study, 3).share, 0.5);
  EXPECT_FALSE(what<OpenChannel>(study, 4).share);
}

TEST(Scenario, ItsSettingsComeFirstAndTheCommandLinesAfter) {
  const std::string head = std::string(day) + "  set: {demand.calls: 2 calls/min}\n";
  EXPECT_DOUBLE_EQ(read(head).model.world.demand.calls_per_s, 2.0 / 60);
  const ScenarioInWorld study = read(head, "", {{"demand.calls", "3 calls/min", {"--set", 0, 0}}});
  EXPECT_DOUBLE_EQ(study.model.world.demand.calls_per_s, 3.0 / 60);
}

TEST(Scenario, ASettingKeepsTheSourceThatIsWrittenBesideIt) {
  const ScenarioInWorld study =
      read(std::string(day) +
           "  set: {demand.calls: {value: 2 calls/min, source: \"a \\\"paper\\\"\", "
           "kind: reported}}\n");
  for (const models::Parameter& parameter : study.model.parameters)
    if (parameter.address == "demand.calls") {
      EXPECT_EQ(parameter.source, "a \"paper\"");
      EXPECT_EQ(parameter.kind, "reported");
    }
}

/// Not the threat catalogue or another list: a line begins the section.
bool is_scenario(const fs::path& file) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("scenario:"))
      return true;
  return false;
}

TEST(Scenario, EveryShippedOneReads) {
  int scenarios = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".yaml" && is_scenario(entry.path())) {
      SCOPED_TRACE(entry.path());
      EXPECT_NO_THROW(read_scenario(entry.path()));
      ++scenarios;
    }
  EXPECT_GT(scenarios, 0);
}

}  // namespace
