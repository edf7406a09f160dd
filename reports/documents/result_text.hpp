#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analysis/measures/summary.hpp"
#include "analysis/trials/run_report.hpp"
#include "models/world/world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// The result of a run as tables for people, 100 columns wide: national, per meldkamer, per
/// discipline, per stage, takeovers. `notes` are lines of the head: what was decided beforehand.
void print_result(std::ostream& out, const analysis::RunReport& report,
                  const analysis::Summary& summary, const models::World& world,
                  const std::vector<std::string>& notes, Language language);
/// The same facts as grids.
Document run_document(const analysis::RunReport& report, const analysis::Summary& summary,
                      const models::World& world, const std::vector<std::string>& notes,
                      Language language);
/// Names of the grids that it may have, known before anything is simulated.
std::vector<std::string> run_grids();

}  // namespace reports
