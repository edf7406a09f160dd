#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/world/read_world.hpp"

/// What was seen when a takeover was tested.
namespace scenarios {

/// One room that was taken over. Clocks that nobody wrote down are absent.
struct ObservedTakeover {
  models::Id<models::Centre> lost;
  std::optional<models::Id<models::Centre>> partner;  ///< who answered
  std::string at;                                     ///< when it was lost, local
  double lost_for_s = 0;
  std::optional<double> detect_s;  ///< loss to somebody who can act knowing
  std::optional<double> decide_s;  ///< knowing to ordering
  std::optional<double> switch_s;  ///< ordering to the partner answering, failed attempts included
  std::optional<double> verify_s;  ///< repaired to sure of it
  std::optional<double> return_s;  ///< sure of it to back home
  int failed_switches = 0;
};

struct Exercise {
  std::string name, rubricering, source, kind;
  std::vector<ObservedTakeover> takeovers;
};

/// Reads the observations of a test, whose meldkamers must be those of `world`. Throws
/// models::InvalidInput with everything that is wrong.
Exercise read_exercise(const std::filesystem::path& file, const models::World& world);

}  // namespace scenarios
