#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "reports/page/public.hpp"

namespace reports {

/// A report as the board may have it: only what `parts_for_the_board` names. Rows and risks whose
/// target is not public keep their threat and lose the name of the target, in every text; what was
/// out of order outside the voorzieningen loses its name.
nlohmann::ordered_json for_the_board(const nlohmann::ordered_json& report,
                                     const PublicNames& names);

/// Whether all of "rotterdam", "rotterdam+utrecht", "random:2", "all" may be read by anybody.
bool is_public(const std::string& target, const PublicNames& names);

}  // namespace reports
