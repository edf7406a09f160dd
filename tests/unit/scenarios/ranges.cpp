/// Every assumed number of what is shipped has a range, or an assumption that covers it.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <set>

#include "models/world/assumptions.hpp"
#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/aimed_threat.hpp"

namespace {

using namespace scenarios;
using models::Parameter;
using testing::IsEmpty;
namespace fs = std::filesystem;

const fs::path root = SOURCE_DIR;

/// Why a number that is assumed has no range. The structure of a system is another world, not
/// another number: `--set` tries it.
const std::map<std::string, std::string> exceptions = {
    {"world.lost_after", "T_lost is part of the question"},
    {"world.delayed_after", "part of the question, like T_lost: what counts as late"},
    {"components.platform_112.n", "structure"},
    {"components.platform_112.k", "structure"},
    {"components.driebergen_links.k", "structure"},
    {"components.lms_platform.n", "structure"},
    {"components.lms_platform.k", "structure"},
    {"components.wan.n", "structure"},
    {"components.wan.k", "structure"},
    {"components.c2000_core.n", "structure"},
    {"components.c2000_core.k", "structure"},
    {"components.oms_transmission.n", "structure"},
    {"components.oms_transmission.k", "structure"},
};

/// The same of threats.
const std::map<std::string, std::string> exceptions_of_threats = {
    {"threats.dr_07.draws.voice_only.triangular.min", "at the least nobody is slower"},
    {"threats.dr_13.draws.slower.triangular.min", "at the least nobody is slower"},
    {"threats.dr_23.effects.1.down.units", "structure: one of the two lines of a room"},
    {"threats.dr_24.effects.1.down.units", "structure: one of the two lines of a room"},
    {"threats.dr_24.effects.2.down.units", "structure: the other one"},
};

std::vector<std::string> bare(const ScenarioInWorld& study) {
  std::vector<Parameter> all = study.model.parameters;
  all.insert(all.end(), study.own_parameters.begin(), study.own_parameters.end());
  std::vector<std::string> out;
  for (const Parameter& one :
       models::without_range(models::assumption_groups(study.scenario.inputs), all))
    if (!exceptions.contains(one.address) && !exceptions_of_threats.contains(one.address))
      out.push_back(one.address + " = " + one.value);
  return out;
}

std::vector<fs::path> shipped_scenarios() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(root / "scenarios")) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".yaml" && name != "measures.yaml" &&
        name != "threat_catalogue.yaml" && name.find(".campaign.") == std::string::npos)
      out.push_back(entry.path());
  }
  return out;
}

const Catalogue& ranged_catalogue() {
  static const Catalogue read = read_catalogue(root / "scenarios/threat_catalogue.yaml");
  return read;
}

ScenarioInWorld aimed(const CatalogueThreat& threat) {
  return read_scenario(aim(ranged_catalogue(), threat, {}, {root / "models/netherlands"}));
}

TEST(ShippedNumbers, HaveARangeInEveryScenario) {
  for (const fs::path& file : shipped_scenarios())
    EXPECT_THAT(bare(read_scenario(file)), IsEmpty()) << file;
}

TEST(ShippedNumbers, HaveARangeInEveryThreat) {
  for (const CatalogueThreat& threat : ranged_catalogue().threats) {
    const ScenarioInWorld study = aimed(threat);
    EXPECT_FALSE(study.own_parameters.empty()) << threat.id;
    EXPECT_THAT(bare(study), IsEmpty()) << threat.id;
  }
}

/// An exception that is needed no longer must go.
TEST(ShippedNumbers, ExceptionsAreNeeded) {
  const auto world = models::read_world(root / "models/netherlands");
  const auto groups = models::assumption_groups(world.inputs);
  std::vector<std::string> found;
  for (const Parameter& one : models::without_range(groups, world.parameters))
    found.push_back(one.address);
  for (const auto& [address, reason] : exceptions)
    EXPECT_THAT(found, testing::Contains(address)) << reason;
  EXPECT_THAT(models::idle_patterns(groups, world.parameters), IsEmpty());
}

TEST(ShippedNumbers, ExceptionsOfThreatsAreNeeded) {
  std::set<std::string> found;
  for (const CatalogueThreat& threat : ranged_catalogue().threats) {
    const ScenarioInWorld study = aimed(threat);
    for (const Parameter& one : models::without_range(
             models::assumption_groups(study.scenario.inputs), study.own_parameters))
      found.insert(one.address);
  }
  for (const auto& [address, reason] : exceptions_of_threats)
    EXPECT_THAT(found, testing::Contains(address)) << reason;
}

/// All at their ends at once is still a world that can be read, and a threat that can strike.
TEST(ShippedNumbers, CanAllLieAtTheirEnds) {
  for (const CatalogueThreat& threat : ranged_catalogue().threats) {
    const ScenarioInWorld base = aimed(threat);
    std::vector<Parameter> all = base.model.parameters;
    all.insert(all.end(), base.own_parameters.begin(), base.own_parameters.end());
    for (const double u : {0.0, 1.0}) {
      std::vector<models::Setting> settings;
      for (const models::Assumption& one :
           models::assumptions_of(models::assumption_groups(base.scenario.inputs), all))
        for (models::Setting& setting : models::moved(one, u))
          settings.push_back(std::move(setting));
      EXPECT_NO_THROW(read_scenario(
          aim(ranged_catalogue(), threat, {}, {root / "models/netherlands"}), settings))
          << threat.id << " at " << u;
    }
  }
}

}  // namespace
