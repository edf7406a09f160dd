#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/measures/measure_package.hpp"
#include "scenarios/read_scenario.hpp"
#include "studies/threat_asked.hpp"
#include "studies/year_asked.hpp"

namespace studies {

/// Settings, overlays and measures of the command line, for every command that reads a world.
struct WorldAsked {
  std::vector<std::string> set;        ///< PATH=VALUE
  std::vector<std::string> with;       ///< files
  std::string plan;                    ///< short for takeover.plan=PLAN; empty: the world's
  std::string measures, measure_file;  ///< empty: the world as it is; the shipped list
  std::vector<models::Setting> more;   ///< that a command adds by itself

  /// The list, when a package is asked for. Throws models::InvalidInput.
  std::optional<scenarios::MeasureList> measure_list() const;
  scenarios::Package package() const;
  /// Of a world: the package's, then those of the command line.
  std::vector<models::Setting> settings() const;
  /// Of the threat catalogue: the same of addresses that begin with `threats.`.
  std::vector<models::Setting> threat_settings() const;
  std::vector<std::filesystem::path> overlays() const;
  /// As on a command line, " --measures planned --set a=b --with c.yaml --plan p", quoted where the
  /// shell needs it.
  std::string canonical() const;
};

/// Which scenario, under which seed.
struct StudyAsked {
  std::string scenario, save;
  std::uint64_t seed = 1;
  WorldAsked world;
  ThreatAsked threat;  ///< instead of a scenario file
  YearAsked year;      ///< instead of both

  /// Throws models::InvalidInput with all that is wrong. Writes --save when nothing is.
  scenarios::Study read() const;
  /// The scenario file, the threat or the year, as on a command line.
  std::string subject() const;
  /// The command that gives one replication again: "uitwijk run X --seed 1 --replication 17".
  std::string reproduce(std::uint64_t replication) const;

private:
  scenarios::Study read_subject() const;
  void refuse_threat_settings() const;
  void refuse_measures_twice(const std::string& there) const;
  void write_scenario(scenarios::ScenarioTree tree) const;
};

/// Within single quotes when the shell would read it otherwise.
std::string shell_quoted(const std::string& word);

/// The list of measures, the shipped one when `file` is empty.
std::filesystem::path measure_file_of(const std::string& file);

}  // namespace studies
