#include "studies/installation/limits.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "models/text/file_reader.hpp"
#include "studies/conduct.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

/// What the system makes up; "" where it does not.
std::string told_by(const fs::path& file) {
  try {
    return models::bytes_if_there(file).value_or("");
  } catch (const models::SystemFault&) {
    return "";
  }
}

std::optional<std::uint64_t> limit_of(__rlimit_resource which) {
  rlimit found{};
  if (getrlimit(which, &found) != 0 || found.rlim_cur == RLIM_INFINITY)
    return {};
  return found.rlim_cur;
}

std::optional<std::uint64_t> memory_available() {
  std::istringstream lines(told_by("/proc/meminfo"));
  std::string name, unit;
  std::uint64_t kilobytes = 0;
  while (lines >> name >> kilobytes && std::getline(lines, unit))
    if (name == "MemAvailable:")
      return kilobytes * 1024;
  return {};
}

/// "max 100000": no limit; "150000 100000": one and a half cores; "1073741824": bytes.
std::optional<double> number_in(const std::string& text) {
  std::istringstream words(text);
  double most = 0, period = 0;
  if (!(words >> most))
    return {};
  return words >> period && period > 0 ? most / period : most;
}

}  // namespace

std::optional<double> group_limit(const std::string& root, const std::string& own,
                                  const std::string& file) {
  std::istringstream lines(own);
  std::string line, path;
  while (std::getline(lines, line))
    if (line.starts_with("0::/"))
      path = line.substr(4);
  std::optional<double> out;
  for (fs::path folder = fs::path(root) / path;; folder = folder.parent_path()) {
    if (const auto found = number_in(told_by(folder / file)))
      out = std::min(out.value_or(*found), *found);
    if (folder == fs::path(root) || folder == folder.parent_path())
      return out;
  }
}

void look_at_limits(analysis::Machine& machine) {
  const std::string groups = "/sys/fs/cgroup", own = told_by("/proc/self/cgroup");
  machine.cores = static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
  machine.cores_allowed = cores_here();
  machine.cores_quota = group_limit(groups, own, "cpu.max");
  machine.memory = memory_available();
  if (const auto most = group_limit(groups, own, "memory.max")) {
    const double left = *most - group_limit(groups, own, "memory.current").value_or(0);
    const auto bytes = static_cast<std::uint64_t>(std::max(0.0, left));
    machine.memory = std::min(machine.memory.value_or(bytes), bytes);
  }
  machine.address_space = limit_of(RLIMIT_AS);
  machine.file_size = limit_of(RLIMIT_FSIZE);
  machine.processes = limit_of(RLIMIT_NPROC);
  machine.open_files = limit_of(RLIMIT_NOFILE);
}

}  // namespace studies
