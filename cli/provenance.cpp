#include "cli/provenance.hpp"

#include <algorithm>

#include "cli/version.hpp"

namespace cli {
namespace {

void describe_input(results::Provenance& out, const scenarios::Study& input) {
  const std::vector<models::Parameter>& parameters = input.model.parameters;
  out.parameters = parameters.size();
  out.parameters_assumed = static_cast<std::uint64_t>(
      std::count_if(parameters.begin(), parameters.end(),
                    [](const models::Parameter& p) { return p.kind == "assumed"; }));
  for (const models::InputFile& file : input.scenario.inputs)
    out.inputs.push_back({file.path, file.text, file.sha256});
}

void describe_window(results::Provenance& out, const scenarios::Study& input) {
  const models::World& world = input.model.world;
  const scenarios::Window& window = input.scenario.window;
  out.start_local = models::Calendar(world.zone).to_local(window.start);
  out.zone = world.zone;
  out.warm_up_s = window.warm_up_s;
  out.end_s = window.end_s;
  out.drain_s = window.drain_s;
  out.lost_after_s = world.lost_after_s;
  out.delayed_after_s = world.delayed_after_s;
  out.norm_s = world.norm_s;
}

}  // namespace

results::Provenance provenance_of(const scenarios::Study& input, const std::string& command,
                                  std::uint64_t seed, std::uint64_t replications) {
  results::Provenance out;
  out.scenario = input.scenario.id;
  out.scenario_name = input.scenario.name;
  out.world_name = input.model.world.name;
  out.rubricering = !input.scenario.rubricering.empty() ? input.scenario.rubricering
                                                        : input.model.world.rubricering;
  out.version = version();
  out.commit = commit();
  out.library_versions = library_versions();
  out.command = command;
  out.seed = seed;
  out.replications_asked = replications;
  describe_window(out, input);
  describe_input(out, input);
  return out;
}

}  // namespace cli
