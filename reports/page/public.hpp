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
/// it an object, or lists of objects, of which those keys pass.
struct PublicPart {
  std::string key;
  std::vector<PublicPart> inside = {};
};
using PublicParts = std::vector<PublicPart>;

/// What the board may read of uitwijk/report/2: what is not named here is for the analyst, so that
/// a key that is new stays with the analyst until somebody puts it here.
PublicParts parts_for_the_board(const PublicNames& names);

/// The value without what `parts` does not name, at any depth.
nlohmann::ordered_json only(const nlohmann::ordered_json& value, const PublicParts& parts);

}  // namespace reports
