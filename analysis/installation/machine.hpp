#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

/// A folder in which something is to be written.
struct WorkFolder {
  std::string path;
  std::string fault;  ///< why nothing can be written there; "": it can
};

/// What an installation and the machine under it have. Sizes are in bytes; no value is no limit, or
/// not known. Texts are "" where there is none.
struct Machine {
  std::string version, commit;
  std::map<std::string, std::string> libraries;  ///< their versions
  std::string program, data, python;             ///< where they are
  std::string simulator, simulator_fault;        ///< where it is, or why it cannot be loaded
  WorkFolder here, temporary;
  std::vector<WorkFolder> outputs;  ///< those that were asked about
  std::string locale;
  std::optional<int> columns;  ///< of the terminal
  int cores = 1;               ///< of the machine
  int cores_allowed = 1;       ///< that this process may use
  std::optional<double> cores_quota;
  std::optional<std::uint64_t> memory, address_space, file_size, processes, open_files;
  std::string sbatch, browser;
  std::string time_zone;  ///< that TZ asks for
  bool is_zone_known = true;

  bool has_utf8() const;
  /// Replications at a time, unless --jobs says otherwise.
  int jobs() const { return cores_allowed; }
};

}  // namespace analysis
