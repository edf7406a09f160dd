#include <algorithm>
#include <filesystem>
#include <iostream>

#include "analysis/measures/measure.hpp"
#include "cli/command.hpp"
#include "cli/command_pages.hpp"
#include "cli/options/input_options.hpp"
#include "models/text/folder_files.hpp"
#include "models/text/read_values.hpp"
#include "models/world/file_kinds.hpp"
#include "models/world/read_world.hpp"
#include "reports/shell/completions.hpp"
#include "scenarios/measures/measures.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/study_reader.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// Names of the shipped files that are scenarios.
std::vector<std::string> shipped_scenarios() {
  std::vector<std::string> out;
  for (const fs::path& file : models::visible_files(studies::shipped("scenarios")))
    if (file.extension() == ".yaml" && models::has_section(file, "scenario"))
      out.push_back(file.stem().string());
  return out;
}

class Completion : public Command {
public:
  explicit Completion(CLI::App& program) : Command(program, "completion"), program_(program) {
    app()
        .add_option("SHELL", shell_, "bash, zsh or fish")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->required()
        ->option_text("bash|zsh|fish");
    app()
        .add_option("--world", world_, "Whose addresses and plans it knows [models/netherlands]")
        ->option_text("FOLDER");
    add_catalogue_option(app(), catalogue_, "");
    add_measure_file_option(app(), measures_, "");
  }

  int operator()() override {
    const reports::Shell shell = shell_ == "bash"  ? reports::Shell::bash
                                 : shell_ == "zsh" ? reports::Shell::zsh
                                                   : reports::Shell::fish;
    std::cout << reports::completion_script(shell, command_pages(program_), names());
    return studies::exit_code::done;
  }

private:
  reports::NamesToComplete names() const {
    reports::NamesToComplete out;
    const auto model = models::read_world(studies::given_or_shipped(world_, "models/netherlands"));
    for (const models::Parameter& parameter : model.parameters)
      // A number of a distribution can be set, and so can the whole.
      for (const std::string& address :
           {parameter.address, models::distribution_of(parameter.address)})
        if (!address.empty())
          out.addresses.push_back(address);
    std::ranges::sort(out.addresses);
    out.addresses.erase(std::unique(out.addresses.begin(), out.addresses.end()),
                        out.addresses.end());
    for (const models::TakeoverPlan& plan : model.world.takeover_plans)
      out.plans.push_back(plan.id);
    for (const models::Region& region : model.world.regions)
      if (const std::string& id = model.world.centres[region.centre].id;
          std::ranges::find(out.meldkamers, id) == out.meldkamers.end())
        out.meldkamers.push_back(id);
    for (const scenarios::CatalogueThreat& threat : catalogue_of(catalogue_).threats)
      out.threats.push_back(threat.id);
    out.measures =
        scenarios::read_measures(studies::measure_file_of(measures_), analysis::outcomes()).ids();
    out.scenarios = shipped_scenarios();
    return out;
  }

  const CLI::App& program_;
  std::string shell_, world_, catalogue_, measures_;
};

}  // namespace

std::unique_ptr<Command> make_completion(CLI::App& program) {
  return std::make_unique<Completion>(program);
}

}  // namespace cli
