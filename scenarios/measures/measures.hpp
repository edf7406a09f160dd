#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "models/world/read_world.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// What a measure is said to improve: a threat at a target (the catalogue's own when empty), on a
/// measure of outcome by its name in `run --json`.
struct Touch {
  std::string threat, target, lowers;
  models::Mark mark;
};

/// Something that can be done, as settings of named parameters. An existing measure is in the
/// world already: it says what a world without it would be.
struct Measure {
  enum class Status { existing, planned, possible };

  std::string id, name_nl, name_en;
  models::Mark mark;
  std::string owner;  ///< a function, never a person
  Status status = Status::possible;
  std::string cost;      ///< low, middle or high
  std::string works_at;  ///< site or chain
  models::Origin origin;
  std::map<std::string, std::vector<std::string>> references;  ///< iso27002, bio
  std::vector<Touch> touches;
  /// Addresses of the world, or of the catalogue when they begin with `threats.`.
  std::vector<models::Setting> set, without;
  std::vector<NotSimulated> not_simulated;
};

/// The word in the file: existing, planned, possible.
const char* word_of(Measure::Status status);

struct MeasureList {
  std::string version, status;  ///< status: concept or vastgesteld
  std::vector<Measure> measures;
  models::InputFile input;

  std::vector<std::string> ids() const;
  /// Throws models::InvalidInput with a suggestion.
  const Measure& measure(const std::string& id) const;
};

/// Throws models::InvalidInput with everything that is wrong. Settings are judged where they are
/// applied, because only a world knows its parameters.
MeasureList read_measures(const std::filesystem::path& file);

}  // namespace scenarios
