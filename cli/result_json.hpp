#pragma once

#include <nlohmann/json.hpp>

#include "analysis/summary.hpp"
#include "cli/conduct.hpp"
#include "cli/study_options.hpp"

namespace cli {

/// The document of `uitwijk run --json`: schema uitwijk/run/2, see JSON.md. Numbers that do not
/// exist are null.
nlohmann::ordered_json run_json(const RunReport& report, const analysis::Summary& summary,
                                const StudyOptions& options);

}  // namespace cli
