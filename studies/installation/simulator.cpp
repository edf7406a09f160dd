#include "studies/installation/simulator.hpp"

#include <dlfcn.h>
#include <elf.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <vector>

#include "models/text/file_reader.hpp"
#include "results/version.hpp"
#include "sim/module/entry.hpp"

namespace studies {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& why) {
  throw models::SystemFault("the simulator cannot be loaded: " + why);
}

/// Where it is installed, and where it is built: beside the program, or above a program of tests.
std::vector<fs::path> folders() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error)
    refuse("/proc/self/exe: " + error.message());
  return {program.parent_path() / SIMULATOR_LIBDIR / "uitwijk", program, program.parent_path()};
}

/// By its path, so that no setting of the environment brings another one.
fs::path library() {
  std::vector<std::string> looked_in;
  for (const fs::path& folder : folders()) {
    if (models::is_there(folder / SIMULATOR))
      return folder / SIMULATOR;
    looked_in.push_back(folder.string());
  }
  refuse(fmt::format("{} is in none of {}", SIMULATOR, fmt::join(looked_in, ", ")));
}

/// Of a library that was cut off, the loader finds out at the first page that is not there
/// (SIGBUS). What stands last in the file is the table of its sections (elf(5)).
void require_whole(const fs::path& file) {
  models::FileReader in(file);
  if (!in.is_regular())
    refuse(file.string() + " is no file");
  Elf64_Ehdr header{};
  const bool read = in.read(reinterpret_cast<char*>(&header), sizeof header) == sizeof header;
  if (!read || header.e_shoff + std::uint64_t{header.e_shnum} * header.e_shentsize > in.size())
    refuse(file.string() + " is cut off: install it again");
}

const sim::Entry& loaded() {
  const fs::path file = library();
  require_whole(file);
  void* const opened = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* const found = opened == nullptr ? nullptr : dlsym(opened, sim::entry_name);
  if (found == nullptr)
    refuse(dlerror());
  const sim::Entry& entry = *reinterpret_cast<const sim::Entry* (*)()>(found)();
  if (entry.commit != results::commit())
    refuse(fmt::format("{} is of {}, this program of {}; install them together", file.string(),
                       entry.commit, results::commit()));
  return entry;
}

const sim::Entry& simulator() {
  static const sim::Entry& only = loaded();
  return only;
}

}  // namespace

sim::Outcome simulate(const models::World& world, const sim::ScenarioOf& scenario_of,
                      const sim::RunPlan& plan, const sim::OnProgress& on_progress) {
  return simulator().run_replications(world, scenario_of, plan, on_progress);
}

results::Dimensions dimensions_of_study(const models::World& world,
                                        const scenarios::Scenario& scenario) {
  return simulator().dimensions_of(world, scenario);
}

fs::path simulator_file() {
  simulator();
  return library();
}

}  // namespace studies
