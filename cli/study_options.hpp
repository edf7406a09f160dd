#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/threat_options.hpp"
#include "scenarios/read_scenario.hpp"

namespace cli {

/// Settings and overlays of the command line, for every command that reads a world.
struct WorldOptions {
  std::vector<std::string> set;   ///< PATH=VALUE
  std::vector<std::string> with;  ///< files

  void add_to(CLI::App& app);
  std::vector<models::Setting> settings() const;
  std::vector<std::filesystem::path> overlays() const;
  /// As on a command line, " --set a=b --with c.yaml", quoted where the shell needs it.
  std::string canonical() const;
};

/// Which scenario, under which seed.
struct StudyOptions {
  std::string scenario;
  std::uint64_t seed = 1;
  WorldOptions world;
  ThreatOptions threat;  ///< instead of a scenario file

  void add_to(CLI::App& app);
  /// Throws models::InvalidInput with all that is wrong.
  scenarios::Study read() const;
  /// The scenario file or the threat, as on a command line.
  std::string subject() const;
  /// The command that gives one replication again: "uitwijk run X --seed 1 --replication 17".
  std::string reproduce(std::uint64_t replication) const;
};

/// Within single quotes when the shell would read it otherwise.
std::string shell_quoted(const std::string& word);

/// Throws models::InvalidInput when there is nothing at `path`.
void require_there(const std::filesystem::path& path);

}  // namespace cli
