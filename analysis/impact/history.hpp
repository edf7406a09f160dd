#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/world/read_world.hpp"

namespace analysis {

/// A count of a past outage on the definition under which it was published: to be seen beside the
/// exceedance curve, never fitted.
struct HistoricalCount {
  std::string id, name_nl, name_en;  ///< of the outage: "june_2012"
  std::string date;                  ///< "2012-06-20"
  double count = 0;
  std::string of_nl, of_en;   ///< what was counted
  std::string source, basis;  ///< reported or derived
  std::string scenario;       ///< that replays the outage; empty: none
  std::string measure;        ///< of the whole world, or of a stage, that counts the same thing
  std::string stage;          ///< empty: the whole world
  /// What of the world was derived from this outage; may be empty.
  std::string used_for_nl, used_for_en;
  int year() const;
};

/// Every count of analysis/history.yaml, in time. Throws models::InvalidInput with everything that
/// is wrong.
struct History {
  std::vector<HistoricalCount> counts;
  models::InputFile input;
};
History read_history(const std::filesystem::path& file);

}  // namespace analysis
