#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace cli {

/// A report as the board may have it: what is not known to be harmless is left out, so that a part
/// that is new is for the analyst until somebody decides otherwise. Rows whose target is not among
/// `public_targets` (meldkamers, regions) keep their threat and lose the name of the target.
nlohmann::ordered_json for_the_board(const nlohmann::ordered_json& report,
                                     const std::set<std::string>& public_targets);

}  // namespace cli
