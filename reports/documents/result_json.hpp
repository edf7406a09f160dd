#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/measures/summary.hpp"
#include "analysis/trials/run_report.hpp"

namespace reports {

/// The command that runs one replication again.
using Reproduce = std::function<std::string(std::uint64_t replication)>;

/// The document of `uitwijk run --json`: schema uitwijk/run/4, see docs/formats/json.md. Numbers
/// that do not exist are null.
nlohmann::ordered_json run_json(const analysis::RunReport& report, const analysis::Summary& summary,
                                const Reproduce& reproduce);

}  // namespace reports
