#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/measures/measure_package.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/asked.hpp"
#include "studies/threat_reader.hpp"
#include "studies/year_reader.hpp"

namespace studies {

/// Settings, overlays and measures of the command line, for every command that reads a world.
struct WorldReader : AskedWorld {
  std::vector<models::Setting> more;  ///< that a command adds by itself

  /// The list, when a package is asked for. Throws models::InvalidInput.
  std::optional<scenarios::MeasureList> measure_list() const;
  scenarios::Package package() const;
  /// Of a world: the package's, then those of the command line.
  std::vector<models::Setting> settings() const;
  /// They, and those of a scenario's own threats: `threats.outage.effects.3.lines.share`.
  std::vector<models::Setting> scenario_settings() const;
  /// Of the threat catalogue: `threats.DR-07.duration`. `beside_scenario`: without those above.
  std::vector<models::Setting> threat_settings(bool beside_scenario = false) const;
  /// All of the command line.
  std::vector<models::Setting> asked_settings() const;
  std::vector<std::filesystem::path> overlays() const;
};

/// Which scenario, under which seed.
struct StudyReader {
  std::string scenario, save;
  std::uint64_t seed = 1;
  WorldReader world;
  ThreatReader threat;  ///< instead of a scenario file, or laid over it
  YearReader year;      ///< instead of both
  AskedBranch branch;   ///< options beside those of the file

  /// Throws models::InvalidInput with all that is wrong. Writes --save when nothing is.
  scenarios::ScenarioInWorld read() const;
  /// All that is said here; of one replication until somebody says how many.
  Asked asked() const;
  /// The command that gives one replication again: "uitwijk run X --seed 1 --replication 17".
  std::string reproduce(std::uint64_t replication) const;
  /// The same with these settings too, but for those that an option overrides; nothing is saved.
  StudyReader with(std::vector<models::Setting> settings) const;
  /// The option that says what stands at this address of the catalogue ("--duration 2 h"), so that
  /// the address is not looked at; empty: none.
  std::string option_for(const std::string& address) const;

private:
  scenarios::ScenarioInWorld read_subject() const;
  scenarios::ScenarioInWorld read_aimed(const scenarios::ScenarioTree& tree,
                                        const std::vector<models::Setting>& settings,
                                        const std::vector<std::filesystem::path>& overlays) const;
  void refuse_threat_settings() const;
  void refuse_overridden_settings() const;
  void refuse_measures_twice(const std::string& there) const;
  void write_scenario(scenarios::ScenarioTree tree) const;
};

/// The list of measures, the shipped one when `file` is empty.
std::filesystem::path measure_file_of(const std::string& file);

}  // namespace studies
