#pragma once

#include <string>
#include <vector>

#include "models/world/parameter.hpp"
#include "studies/asked.hpp"

namespace studies {

/// An option of the command line, `NAME=WHAT`, as it would stand in `branches:` with these moments.
/// WHAT is nothing (nothing is decided), `set:ADDRESS=VALUE` and more after `;`, `effects:` with
/// one effect or a list of them in YAML, or the name of a takeover plan. Throws
/// std::invalid_argument with what is wrong with the form, models::InvalidInput with what is no
/// YAML.
models::Setting option_setting(const std::string& text, const std::vector<std::string>& moments);
inline constexpr std::size_t most_options = 100;  ///< each is a world of its own to read
/// All of a command line. Throws models::InvalidInput when there are more, or two of one name.
std::vector<models::Setting> option_settings(const AskedBranch& asked);

}  // namespace studies
