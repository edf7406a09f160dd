#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace reports {

/// Names of a world that anybody may read.
struct PublicNames {
  std::set<std::string> targets;        ///< identifiers of meldkamers and regions
  std::set<std::string> disciplines;    ///< identifiers
  std::set<std::string> voorzieningen;  ///< as people call them
};

/// A key that passes. Without `inside` its value is a number, a text, null or lists of these; with
/// it an object, or lists of objects, of which those keys pass. With `whole` it is a value that is
/// made in one way everywhere, such as an interval, and passes with the keys of such values.
struct PublicPart {
  std::string key;
  std::vector<PublicPart> inside = {};
  bool whole = false;
};
using PublicParts = std::vector<PublicPart>;

/// What the board may read of uitwijk/report/3: the fields that say so, and where they stand. What
/// is not named is for the analyst, so a key that is new stays with the analyst until somebody
/// names it.
PublicParts parts_for_the_board(const PublicNames& names);

/// The value without what `parts` does not name, at any depth.
nlohmann::ordered_json only(const nlohmann::ordered_json& value, const PublicParts& parts);

}  // namespace reports
