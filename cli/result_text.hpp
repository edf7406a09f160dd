#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analysis/summary.hpp"
#include "cli/conduct.hpp"
#include "cli/language.hpp"
#include "models/world.hpp"

namespace cli {

/// The result of a run as tables for people, 100 columns wide: national, per meldkamer, per
/// discipline, per stage, takeovers. `notes` are lines of the head: what was decided beforehand.
void print_result(std::ostream& out, const RunReport& report, const analysis::Summary& summary,
                  const models::World& world, const std::vector<std::string>& notes,
                  Language language);

}  // namespace cli
