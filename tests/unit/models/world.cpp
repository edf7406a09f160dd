#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <set>

#include "models/text/sha256.hpp"
#include "models/world/read_world.hpp"

/// What read_world makes of the national world and of a small one: normalisation, routing,
/// expansion, annotations, settings, overlays.
namespace {

using namespace models;
namespace fs = std::filesystem;

const Mark here{"--set", 0, 0};

const WorldModel& netherlands() {
  static const WorldModel model = read_world(fs::path(SOURCE_DIR) / "models/netherlands");
  return model;
}

/// A world of one file in a folder that is removed again.
class OneFile {
public:
  explicit OneFile(const std::string& text) {
    std::string name = (fs::temp_directory_path() / "one_file_XXXXXX").string();
    if (!mkdtemp(name.data()))
      throw std::runtime_error("no temporary folder");
    folder_ = name;
    std::ofstream(folder_ / "world.yaml") << text;
  }
  ~OneFile() { fs::remove_all(folder_); }
  OneFile(const OneFile&) = delete;
  OneFile& operator=(const OneFile&) = delete;
  const fs::path& folder() const { return folder_; }
  fs::path add(const char* name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

private:
  fs::path folder_;
};

const char* const small =
    R"(world: {name: "W", zone: "UTC+0", shifts: {day: "07:00", night: "23:00"}}
disciplines:
  a: {name: "A", share: 0.75}
  b: {name: "B", share: 0.2504}
stages:
  first: {handling: "10 s"}
  second: {handling: {by_discipline: {a: "20 s", b: {exponential: {mean: "40 s"}}}}}
roles:
  operator: {stage: first}
  desk_a: {stage: second, disciplines: [a]}
  desk_b: {stage: second, disciplines: [b]}
meldkamers:
  note: "about all of them"
  source: "list"
  kind: reported
  hub: {name: "H", roster: {operator: {day: 5, night: 2}}}
  north: {name: "N", city: "X", desks: 9, role_desks: {desk_b: 3}, roster: {desk_a: {value: 4, kind: measured, source: "seen", range: [2, 6]}, desk_b: 2}}
  south: {name: "S", site: "Y", roster: {desk_a: 4, desk_b: {steps: [{at: "wed 12:00", staff: 1}, {at: "06:00", staff: 7}]}}}
regions:
  r1: {name: "R1", population: 300, meldkamer: north}
  r2: {name: "R2", population: 100, demand_factor: 3, meldkamer: south}
demand:
  calls: "86400 calls/day"
  weekend_night: {nights: [sun], from: "22:00", until: "02:00", factor: 5}
suppliers: {s: {name: "S"}}
components:
  power: {supplier: s, per: meldkamer, at: [north, south]}
  net: {supplier: s, n: 3, k: 2}
  phone: {supplier: s, per: meldkamer, at: [north, south], needs: {all: [net, {any: [power, power@south]}]}}
functions:
  answer: {stage: second, needs: phone, when_lost: {stops: {}, slows: 2}}
takeover:
  detect: "1 min"
  decide: {lognormal: {median: "2 min", p95: "4 min"}}
  switch: {trained: "1 min"}
)";

TEST(World, TheNationalWorldIsValidAndNormalised) {
  const World& world = netherlands().world;
  double hours = 0, weights = 0, shares = 0, kinds = 0;
  for (const double hour : world.demand.hour_of_week)
    hours += hour;
  for (const Region& region : world.regions)
    weights += region.weight;
  for (const Discipline& discipline : world.disciplines)
    shares += discipline.share;
  for (const Kind& kind : world.kinds)
    kinds += kind.share;
  EXPECT_NEAR(hours, 168, 1e-9);
  EXPECT_NEAR(weights, 1, 1e-12);
  EXPECT_NEAR(shares, 1, 1e-12);
  EXPECT_NEAR(kinds, 1, 1e-12);
}

TEST(World, EveryRegionOfTheNationalWorldIsServed) {
  const World& world = netherlands().world;
  ASSERT_EQ(world.routing.size(),
            world.stages.size() * world.regions.size() * world.disciplines.size());
  for (const auto stage : world.stages.ids())
    for (const auto region : world.regions.ids())
      for (const auto discipline : world.disciplines.ids())
        EXPECT_TRUE(world.route(stage, region, discipline) ||
                    !world.disciplines[discipline].modelled);
}

TEST(World, EveryNumberOfTheNationalWorldHasSourceAndKind) {
  EXPECT_GT(netherlands().parameters.size(), 500u);
  for (const Parameter& parameter : netherlands().parameters) {
    EXPECT_NE(parameter.source, "") << parameter.address;
    EXPECT_NE(parameter.kind, "") << parameter.address;
  }
}

/// Its own, or that of the one factor on all rosters of its role.
TEST(World, EveryRosterOfTheNationalWorldHasARange) {
  std::set<std::string> ranged;
  for (const Parameter& parameter : netherlands().parameters)
    if (!parameter.range.empty())
      ranged.insert(parameter.address);
  const std::string roster = ".roster.";
  int rosters = 0;
  for (const Parameter& parameter : netherlands().parameters) {
    const auto at = parameter.address.find(roster);
    if (at == std::string::npos)
      continue;
    ++rosters;
    const std::string tail = parameter.address.substr(at + roster.size());
    const std::string factor = "roles." + tail.substr(0, tail.find('.')) + ".people";
    EXPECT_TRUE(ranged.contains(parameter.address) || ranged.contains(factor)) << parameter.address;
  }
  EXPECT_EQ(rosters, 180);
}

/// The address of every parameter is a setting's address: writing its own value back there changes
/// nothing.
TEST(World, EveryParameterOfTheNationalWorldCanBeSetAtItsAddress) {
  std::vector<Setting> settings;
  for (const Parameter& parameter : netherlands().parameters)
    settings.push_back({parameter.address, parameter.value, here});
  const WorldModel again = read_world(fs::path(SOURCE_DIR) / "models/netherlands", settings);
  ASSERT_EQ(again.parameters.size(), netherlands().parameters.size());
  for (std::size_t i = 0; i < again.parameters.size(); ++i) {
    EXPECT_EQ(again.parameters[i].address, netherlands().parameters[i].address);
    EXPECT_EQ(again.parameters[i].value_si, netherlands().parameters[i].value_si);
    EXPECT_EQ(again.parameters[i].mark, here);
  }
}

TEST(World, SharesAndWeightsAreNormalised) {
  const World world = read_world(OneFile(small).folder()).world;
  EXPECT_NEAR(world.disciplines.rows()[0].share, 0.75 / 1.0004, 1e-12);
  EXPECT_NEAR(world.regions.rows()[0].weight, 0.5, 1e-12);
  EXPECT_NEAR(world.regions.rows()[1].weight, 0.5, 1e-12);
  EXPECT_DOUBLE_EQ(world.demand.calls_per_s, 1);
}

TEST(World, WeekendNightsGoOnIntoTheNextDayAndWeek) {
  const auto hours = read_world(OneFile(small).folder()).world.demand.hour_of_week;
  const double mean = (164 + 4 * 5) / 168.0;
  for (const std::size_t night : {6 * 24 + 22, 6 * 24 + 23, 0, 1})
    EXPECT_NEAR(hours[night], 5 / mean, 1e-12) << night;
  EXPECT_NEAR(hours[2], 1 / mean, 1e-12);
  EXPECT_NEAR(hours[6 * 24 + 21], 1 / mean, 1e-12);
  EXPECT_NEAR(std::accumulate(hours.begin(), hours.end(), 0.0), 168, 1e-9);
}

TEST(World, CallsGoToTheNationalCentreFirstAndThenToTheRegionsOwn) {
  const World world = read_world(OneFile(small).folder()).world;
  const auto who = [&](std::uint32_t stage, std::uint32_t region, std::uint32_t discipline) {
    return world.groups[world.route({stage}, {region}, {discipline})].id;
  };
  EXPECT_EQ(who(0, 0, 0), "hub.operator");
  EXPECT_EQ(who(0, 1, 1), "hub.operator");
  EXPECT_EQ(who(1, 0, 0), "north.desk_a");
  EXPECT_EQ(who(1, 1, 0), "south.desk_a");
  EXPECT_EQ(who(1, 1, 1), "south.desk_b");
}

TEST(World, ANationalWorldNeedsNoMeldkamerPerRegion) {
  const OneFile file(R"(world: {name: "W", zone: "UTC+0"}
disciplines: {a: {name: "A"}}
stages: {only: {handling: "10 s"}}
roles: {operator: {stage: only}}
meldkamers: {m: {name: "M", roster: {operator: 1}}}
regions: {r: {name: "R"}}
demand: {calls: "1 calls/min"}
)");
  const World world = read_world(file.folder()).world;
  EXPECT_EQ(world.regions.rows()[0].centre.index, 0u);
  EXPECT_EQ(world.kinds.size(), 1u);
  EXPECT_EQ(world.disciplines.rows()[0].share, 1);
  EXPECT_EQ(world.takeover.partners.size(), 1u);
  EXPECT_EQ(world.network.access.size(), 1u);
  EXPECT_EQ(world.groups.rows()[0].desks, 1'000'000);
}

const AgentGroup& group(const World& world, const std::string& id) {
  for (const AgentGroup& each : world.groups)
    if (each.id == id)
      return each;
  throw std::runtime_error("no group " + id);
}

TEST(World, DesksAreTheRolesOwnOrTheCentres) {
  const World world = read_world(OneFile(small).folder()).world;
  EXPECT_EQ(group(world, "north.desk_a").desks, 9);
  EXPECT_EQ(group(world, "north.desk_b").desks, 3);
}

TEST(World, RostersAreStepsOfTheWeek) {
  const World world = read_world(OneFile(small).folder()).world;
  constexpr int hour = 3600, day = 24 * hour;
  const Roster& shifts = group(world, "hub.operator").roster;
  EXPECT_EQ(shifts.steps.size(), 14u);
  EXPECT_EQ(shifts.at(0), 2) << "before the first step the last of the week holds";
  EXPECT_EQ(shifts.at(7 * hour - 1), 2);
  EXPECT_EQ(shifts.at(7 * hour), 5);
  EXPECT_EQ(shifts.at(6 * day + 23 * hour), 2);
  const Roster& steps = group(world, "south.desk_b").roster;
  EXPECT_EQ(steps.at(2 * day + 11 * hour), 7);
  EXPECT_EQ(steps.at(2 * day + 12 * hour), 1);
  EXPECT_EQ(steps.at(3 * day + 6 * hour), 7);
  EXPECT_EQ(group(world, "south.desk_a").roster.at(5 * day), 4);
}

TEST(World, ComponentsPerMeldkamerAreExpandedAndNeedTheirOwn) {
  const World world = read_world(OneFile(small).folder()).world;
  std::vector<std::string> ids;
  for (const Component& component : world.components)
    ids.push_back(component.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"power@north", "power@south", "net", "phone@north",
                                           "phone@south"}));
  const Component& phone = world.components.rows()[3];
  EXPECT_EQ(phone.site, "X") << "the centre's site, which is its city";
  EXPECT_EQ(world.components.rows()[4].site, "Y");
  ASSERT_EQ(phone.needs.of.size(), 2u);
  EXPECT_EQ(phone.needs.k, 2);
  EXPECT_EQ(world.components[phone.needs.of[0].component].id, "net");
  const Needs& any = phone.needs.of[1];
  EXPECT_EQ(any.k, 1);
  EXPECT_EQ(world.components[any.of[0].component].id, "power@north");
  EXPECT_EQ(world.components[any.of[1].component].id, "power@south");
}

TEST(World, FunctionsStandAtTheCentresOfTheirStage) {
  const World world = read_world(OneFile(small).folder()).world;
  ASSERT_EQ(world.functions_at.size(), 2u);
  EXPECT_EQ(world.components[world.functions_at[1].needs.component].id, "phone@south");
  const auto& when_lost = world.functions.rows()[0].when_lost;
  ASSERT_EQ(when_lost.size(), 2u);
  EXPECT_TRUE(std::get<Stops>(when_lost[0]).block_arriving);
  EXPECT_FALSE(std::get<Stops>(when_lost[0]).cut_connected);
  EXPECT_EQ(std::get<Slows>(when_lost[1]).factor, 2);
}

const Parameter& parameter(const WorldModel& model, const std::string& address) {
  for (const Parameter& each : model.parameters)
    if (each.address == address)
      return each;
  throw std::runtime_error("no parameter " + address);
}

TEST(Parameters, HaveTheNearestAnnotation) {
  const WorldModel model = read_world(OneFile(small).folder());
  const Parameter& own = parameter(model, "meldkamers.north.roster.desk_a");
  EXPECT_EQ(own.kind, "measured");
  EXPECT_EQ(own.source, "seen");
  EXPECT_EQ(own.note, "about all of them");
  EXPECT_EQ(own.range, "[2, 6]");
  EXPECT_EQ(own.value_si, 4);
  const Parameter& inherited = parameter(model, "meldkamers.south.roster.desk_b.steps.2.staff");
  EXPECT_EQ(inherited.kind, "reported");
  EXPECT_EQ(inherited.source, "list");
  EXPECT_EQ(inherited.range, "");
  EXPECT_EQ(parameter(model, "demand.calls").kind, "");
  EXPECT_EQ(parameter(model, "takeover.decide.lognormal.p95").unit, "s");
}

TEST(Settings, ReplaceTheNodeAtTheirAddress) {
  const OneFile file(small);
  const WorldModel model =
      read_world(file.folder(),
                 {{"demand.calls", "60 calls/min", here},
                  {"meldkamers.north.roster.desk_a.value", "30", here},
                  {"takeover.decide", "{exponential: {mean: 90 s}}", here},
                  {"meldkamers.south.roster.desk_b.steps.1.staff", "2", here},
                  {"takeover.relay", "5 s", here},
                  {"demand.calls", "{value: 120 calls/min, source: press, kind: reported}", here}});
  EXPECT_DOUBLE_EQ(model.world.demand.calls_per_s, 2) << "the last one holds";
  EXPECT_EQ(parameter(model, "demand.calls").source, "press");
  EXPECT_EQ(parameter(model, "demand.calls").mark, here);
  EXPECT_EQ(parameter(model, "meldkamers.north.roster.desk_a").value_si, 30)
      << "a setting may leave the declared range";
  EXPECT_EQ(parameter(model, "meldkamers.north.roster.desk_a").kind, "assumed");
  EXPECT_EQ(std::get<Exponential>(model.world.takeover.decide_s).mean, 90);
  EXPECT_EQ(model.world.takeover.relay_s, 5) << "a key that was not written";
}

TEST(Overlays, AreMergedKeyByKey) {
  const OneFile file(small);
  const OneFile other(R"(meldkamers:
  source: "own roster"
  kind: measured
  north: {roster: {desk_b: {day: 6, night: 1}}}
takeover: {decide: {exponential: {mean: "9 s"}}}
)");
  const auto overlay = other.folder() / "world.yaml";
  const WorldModel model = read_world(file.folder(), {}, {overlay});
  EXPECT_EQ(std::get<Exponential>(model.world.takeover.decide_s).mean, 9) << "a choice is replaced";
  const Parameter& night = parameter(model, "meldkamers.north.roster.desk_b.night");
  EXPECT_EQ(night.source, "own roster");
  EXPECT_EQ(night.mark.file, overlay.generic_string());
  EXPECT_EQ(parameter(model, "meldkamers.south.roster.desk_a").source, "list")
      << "what the overlay does not write keeps its source";
  ASSERT_EQ(model.inputs.size(), 2u);
  EXPECT_EQ(model.inputs[1].path, overlay.generic_string());
}

TEST(Inputs, HaveTextAndHash) {
  const OneFile file(small);
  const auto inputs = read_world(file.folder()).inputs;
  ASSERT_EQ(inputs.size(), 1u);
  EXPECT_EQ(inputs[0].text, small);
  EXPECT_EQ(inputs[0].sha256, sha256_hex(small));
}

TEST(Sha256, MatchesTheStandardsExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
