#include "analysis/installation/checks.hpp"

#include <algorithm>
#include <cctype>

namespace analysis {
namespace {

constexpr std::uint64_t megabyte = 1'000'000;
constexpr int narrowest_table = 80;

bool holds(const std::optional<std::uint64_t>& limit, std::uint64_t need) {
  return !limit || *limit >= need;
}

/// A limit on what one process takes stops every run only when it is below what one needs.
Check limit_check(Checked part, const std::optional<std::uint64_t>& limit, std::uint64_t need,
                  std::uint64_t least) {
  return {part, holds(limit, need), !holds(limit, least)};
}

void add_installation(const Machine& machine, std::vector<Check>& out) {
  out.push_back({Checked::program, true});
  out.push_back({Checked::simulator, machine.simulator_fault.empty(), true});
  out.push_back({Checked::data, !machine.data.empty()});
  out.push_back({Checked::python, !machine.python.empty()});
}

void add_folders(const Machine& machine, std::vector<Check>& out) {
  out.push_back({Checked::here, machine.here.fault.empty()});
  out.push_back({Checked::temporary, machine.temporary.fault.empty()});
  for (std::size_t row = 0; row < machine.outputs.size(); ++row)
    out.push_back({Checked::output, machine.outputs[row].fault.empty(), true, row});
}

void add_resources(const Machine& machine, std::vector<Check>& out) {
  const int jobs = machine.jobs();
  out.push_back({Checked::cores, !machine.cores_quota || *machine.cores_quota >= jobs});
  out.push_back(limit_check(Checked::memory, machine.memory, memory_need(jobs), memory_need(1)));
  out.push_back(limit_check(Checked::address_space, machine.address_space, address_need(jobs),
                            address_need(1)));
  out.push_back({Checked::file_size, holds(machine.file_size, file_need())});
  out.push_back({Checked::processes, holds(machine.processes, process_need(jobs))});
  out.push_back({Checked::open_files, holds(machine.open_files, open_file_need())});
}

}  // namespace

bool Machine::has_utf8() const {
  std::string bare;
  for (const unsigned char c : locale)
    if (c != '-')
      bare += static_cast<char>(std::tolower(c));
  const std::string wanted = "utf8";
  return bare.find(wanted) != std::string::npos;
}

std::vector<Check> checks_of(const Machine& machine) {
  std::vector<Check> out;
  add_installation(machine, out);
  add_folders(machine, out);
  out.push_back({Checked::locale, machine.has_utf8()});
  out.push_back({Checked::terminal, !machine.columns || *machine.columns >= narrowest_table});
  add_resources(machine, out);
  out.push_back({Checked::slurm, true});
  out.push_back({Checked::time_zone, machine.is_zone_known});
  out.push_back({Checked::browser, true});
  return out;
}

bool is_usable(const std::vector<Check>& checks) {
  return std::ranges::all_of(checks, [](const Check& one) { return one.is_fine || !one.is_vital; });
}

std::uint64_t memory_need(int jobs) {
  return 75 * megabyte * (static_cast<std::uint64_t>(jobs) + 1);
}

std::uint64_t address_need(int jobs) {
  return 120 * megabyte + 40 * megabyte * static_cast<std::uint64_t>(jobs);
}

std::uint64_t file_need() {
  return 443 * megabyte;
}

std::uint64_t process_need(int jobs) {
  return static_cast<std::uint64_t>(jobs) + 8;
}

std::uint64_t open_file_need() {
  return 64;
}

}  // namespace analysis
