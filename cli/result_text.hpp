#pragma once

#include <ostream>

#include "analysis/summary.hpp"
#include "cli/conduct.hpp"
#include "cli/language.hpp"
#include "models/world.hpp"

namespace cli {

/// The result of a run as tables for people, 100 columns wide: national, per meldkamer, per
/// discipline, per stage, takeovers.
void print_result(std::ostream& out, const RunReport& report, const analysis::Summary& summary,
                  const models::World& world, Language language);

}  // namespace cli
