#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/branches/branch.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/threats/catalogue.hpp"
#include "scenarios/threats/drawn_course.hpp"
#include "scenarios/threats/laid_course.hpp"
#include "scenarios/threats/year_course.hpp"

namespace scenarios {

/// A scenario and the world it plays in, read together: `set:` of the scenario, then `settings`
/// (the command line's), are applied to the world before it is checked; those of `settings` whose
/// address begins with `threats.` to the scenario's own threats.
struct ScenarioInWorld {
  models::WorldModel model;
  /// With `drawn` only what all replications have in common, the longest window, and the threats
  /// of one of them.
  Scenario scenario;
  std::shared_ptr<const DrawnCourse> drawn;  ///< none: times are fixed
  std::shared_ptr<const LaidCourse> laid;    ///< none: no background that threats are laid over
  std::string background;                    ///< of that: name of its file
  std::string background_name;               ///< the same, and what it is called
  std::shared_ptr<const YearCourse> year;    ///< none: no year of events
  std::optional<AimedThreat> aimed;          ///< none: no threat of the catalogue
  std::vector<Branch> branches;              ///< what people could decide meanwhile
  std::string package = "current";           ///< name of the measures that are in place
  /// Numbers of its own threats, by address, as `threats.outage.effects.3.lines.share`.
  std::vector<models::Parameter> own_parameters;
  std::map<std::string, std::string> of_catalogue;  ///< as in the tree, or of the year's threats

  /// What happens in one replication.
  Scenario scenario_of(const models::ReplicationKey& key) const {
    if (year)
      return year->at(key);
    if (laid)
      return laid->at(key);
    return drawn ? drawn->at(key) : scenario;
  }
};

/// Throws models::InvalidInput with everything that is wrong, world files included.
ScenarioInWorld read_scenario(const std::filesystem::path& file,
                              const std::vector<models::Setting>& settings = {},
                              const std::vector<std::filesystem::path>& overlays = {});

/// The same of a tree that was not written to a file; `inputs` are the files it was made from.
/// The world's folder is relative to `folder`.
struct ScenarioTree {
  std::string id;
  models::Node root;
  std::filesystem::path folder;
  std::vector<models::InputFile> inputs;
  std::optional<AimedThreat> aimed;
  /// Where the numbers of a threat are set: its id here, "dr_20_2", and in the catalogue, "DR-20".
  std::map<std::string, std::string> of_catalogue = {};
  std::optional<models::Node> world = {};  ///< its sections, when no folder has them
};
ScenarioInWorld read_scenario(const ScenarioTree& tree,
                              const std::vector<models::Setting>& settings = {},
                              const std::vector<std::filesystem::path>& overlays = {});

}  // namespace scenarios
