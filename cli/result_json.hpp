#pragma once

#include <nlohmann/json.hpp>

#include "analysis/summary.hpp"
#include "cli/conduct.hpp"
#include "cli/study_options.hpp"

namespace cli {

/// The document of `uitwijk run --json`: schema uitwijk/run/1, see JSON.md. Numbers that do not
/// exist are null.
nlohmann::ordered_json run_json(const RunReport& report, const analysis::Summary& summary,
                                const StudyOptions& options);

/// A measure: mean, ci95, percentiles, n_defined.
nlohmann::ordered_json estimate_json(const analysis::Estimate& estimate);

/// A finite number, or null.
nlohmann::ordered_json number_or_null(double value);

}  // namespace cli
