#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace reports {

/// Names of a world that anybody may read.
struct PublicNames {
  std::set<std::string> targets;        ///< identifiers of meldkamers and regions
  std::set<std::string> disciplines;    ///< identifiers
  std::set<std::string> voorzieningen;  ///< as people call them
};

/// A report as the board may have it: only the keys that say so. Rows and risks whose target is not
/// public keep their threat and lose the name of the target, in every text; what was out of order
/// outside the voorzieningen loses its name.
nlohmann::ordered_json for_the_board(const nlohmann::ordered_json& report,
                                     const PublicNames& names);

/// Whether all of "rotterdam", "rotterdam+utrecht", "random:2", "all" may be read by anybody.
bool is_public(const std::string& target, const PublicNames& names);

}  // namespace reports
