#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/text/problems.hpp"
#include "studies/campaign/manifest.hpp"

namespace studies {

/// What a campaign asks for, without tasks; a precision and a number of replications of the command
/// line go before its own.
Manifest manifest_of(const scenarios::Campaign& campaign, const std::string& precision = {},
                     std::optional<std::uint64_t> replications = {});

/// Throws models::InvalidInput with the problems of each row, at their places in the campaign and
/// each said once.
void throw_problems(const scenarios::Campaign& campaign,
                    const std::vector<std::vector<models::Problem>>& rows);

/// Reads every row, as a plan does. Throws models::InvalidInput with all that is wrong.
void read_rows(const scenarios::Campaign& campaign);

}  // namespace studies
