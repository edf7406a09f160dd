#include "studies/simulator.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "models/text/file_reader.hpp"
#include "results/version.hpp"
#include "sim/module/entry.hpp"

namespace studies {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw models::SystemFault("the simulator cannot be loaded: " + why);
}

const sim::Entry& loaded() {
  void* const library = dlopen(SIMULATOR, RTLD_LAZY | RTLD_LOCAL);
  void* const found = library == nullptr ? nullptr : dlsym(library, sim::entry_name);
  if (found == nullptr)
    refuse(dlerror());
  const sim::Entry& entry = *reinterpret_cast<const sim::Entry* (*)()>(found)();
  if (entry.commit != results::commit())
    refuse(fmt::format("{} is of {}, this program of {}; install them together", SIMULATOR,
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

}  // namespace studies
