#include "studies/installation/examine.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>

#include "models/text/file_reader.hpp"
#include "results/brief_folder.hpp"
#include "results/version.hpp"
#include "studies/installation/limits.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/installation/simulator.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

std::string setting(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The first of these that is set to something.
std::string first_setting(std::initializer_list<const char*> names) {
  for (const char* const name : names)
    if (std::string value = setting(name); !value.empty())
      return value;
  return "";
}

/// Tried with a file that has no name; a file system without such files is asked for its rights.
analysis::WorkFolder tried(const std::string& path) {
  const int file = open(path.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file >= 0) {
    close(file);
    return {path, ""};
  }
  const bool has_none = errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL;
  if (has_none && access(path.c_str(), W_OK | X_OK) == 0)
    return {path, ""};
  return {path, std::strerror(errno)};
}

/// Where a program of that name is, as a shell finds it.
std::string program_named(std::initializer_list<const char*> names) {
  for (const char* const name : names) {
    std::istringstream folders(setting("PATH"));
    for (std::string folder; std::getline(folders, folder, ':');)
      if (const std::string path = folder + "/" + name; access(path.c_str(), X_OK) == 0)
        return path;
  }
  return "";
}

/// Where what is shipped is; "" when it is nowhere.
std::string where(std::initializer_list<const char*> places) {
  for (const char* const place : places)
    if (const fs::path found = shipped(place); models::is_there(found))
      return fs::absolute(found).lexically_normal().string();
  return "";
}

void look_at_installation(analysis::Machine& machine) {
  machine.version = results::version();
  machine.commit = results::commit();
  machine.libraries = results::library_versions();
  std::error_code none;
  machine.program = fs::read_symlink("/proc/self/exe", none).string();
  machine.data = where({"models/netherlands"});
  machine.python = where({"python/uitwijk.py", "results/python/uitwijk.py"});
  machine.python = fs::path(machine.python).parent_path().string();
  try {
    machine.simulator = simulator_file().string();
  } catch (const models::SystemFault& fault) {
    machine.simulator_fault = fault.what();
  }
}

/// Whether the clock's time zone is one that the system knows: rules as in POSIX hold a digit or a
/// comma, names stand in its folder.
bool is_known(const std::string& zone) {
  const std::string name = zone.starts_with(':') ? zone.substr(1) : zone;
  return name.empty() || name.starts_with('/') || name == "UTC" ||
         name.find_first_of("0123456789,") != std::string::npos ||
         access(("/usr/share/zoneinfo/" + name).c_str(), R_OK) == 0;
}

}  // namespace

analysis::Machine examine(const std::vector<std::string>& outputs) {
  analysis::Machine machine;
  look_at_installation(machine);
  look_at_limits(machine);
  machine.here = tried(".");
  machine.temporary = tried(results::temporary_folder().string());
  for (const std::string& folder : outputs)
    machine.outputs.push_back(tried(folder));
  machine.locale = first_setting({"LC_ALL", "LC_CTYPE", "LANG"});
  if (winsize size{}; isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    machine.columns = size.ws_col;
  machine.sbatch = program_named({"sbatch"});
  machine.browser =
      program_named({"xdg-open", "firefox", "firefox-esr", "chromium", "google-chrome"});
  machine.time_zone = setting("TZ");
  machine.is_zone_known = is_known(machine.time_zone);
  return machine;
}

}  // namespace studies
