#pragma once

#include <nlohmann/json.hpp>

#include "cli/graph_findings.hpp"

namespace cli {

/// Schema uitwijk/graph/1, see JSON.md.
nlohmann::ordered_json graph_json(const models::WorldModel& model, const GraphFindings& findings);

}  // namespace cli
