#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "models/world/read_world.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// A text with the place where it stands.
struct Word {
  std::string text;
  models::Mark mark;
};

/// One study of a campaign, in the words of `uitwijk run`: a threat, whom it hits and for how long,
/// or a scenario file; under a package of measures and a takeover plan.
struct PlannedRow {
  std::string threat, target;  ///< empty target: the catalogue's own; several threats say theirs
  std::string scenario;        ///< a file, instead of a threat
  std::string package = "current";
  std::string plan;        ///< empty: the world's
  std::string duration;    ///< empty: the campaign's
  std::string varied;      ///< "takeover.decide=5 min": one setting more than other rows have
  std::string background;  ///< the file of the scenario that the threat is laid over; empty: none
  models::Mark mark;

  /// "DR-07@rotterdam", with " over new-year", "+planned", "/pairs", " (4 h)" and "
  /// [takeover.decide=5 min]" where they are not the usual ones.
  std::string id() const;
};

/// Many studies of one world: threats x targets x backgrounds x durations x measures x plans, each
/// once more for every other value of a parameter, and scenarios as they are.
struct Campaign {
  std::string name, description, rubricering;
  std::filesystem::path world, catalogue;      ///< seen from where the program runs
  std::filesystem::path measures;              ///< empty: the shipped list
  std::string onset, duration;                 ///< empty: any hour of the week; drawn
  std::uint64_t replications = 200, seed = 1;  ///< of each row; the most, with a precision
  /// "5%@lost_callers", each: a row stops when all of them are reached. Whether they are well
  /// written and name measures is judged where measures are known.
  std::vector<Word> precision;
  std::vector<models::Setting> settings;  ///< of all rows
  std::vector<PlannedRow> rows;           ///< in the order of the file, each id once
  std::vector<models::InputFile> inputs;  ///< the file itself
};

/// Throws models::InvalidInput with everything that is wrong with the file, its threats and its
/// targets' names included. What a threat does at a target is judged when the row is read.
Campaign read_campaign(const std::filesystem::path& file);

}  // namespace scenarios
