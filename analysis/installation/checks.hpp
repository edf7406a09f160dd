#pragma once

#include <cstddef>
#include <vector>

#include "analysis/installation/machine.hpp"

namespace analysis {

/// What is looked at, in the order in which it is told.
enum class Checked {
  program,
  simulator,
  data,
  python,
  here,
  temporary,
  output,
  locale,
  terminal,
  cores,
  memory,
  address_space,
  file_size,
  processes,
  open_files,
  slurm,
  time_zone,
  browser
};

struct Check {
  Checked part;
  bool is_fine;
  bool is_vital = false;  ///< without it nothing can be run
  std::size_t row = 0;    ///< of the folders that were asked about
};

std::vector<Check> checks_of(const Machine& machine);

/// Nothing that is vital is missing.
bool is_usable(const std::vector<Check>& checks);

/// Bytes that so many national replications at a time take, windows of hours or days: resident, and
/// of address space (docs/commands/campaign.md).
std::uint64_t memory_need(int jobs);
std::uint64_t address_need(int jobs);
/// Bytes of the largest file that is usual: the merged file of a national campaign.
std::uint64_t file_need();
/// Processes, and open files of one, that so many replications at a time take.
std::uint64_t process_need(int jobs);
std::uint64_t open_file_need();

}  // namespace analysis
