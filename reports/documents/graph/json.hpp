#pragma once

#include <nlohmann/json.hpp>

#include "reports/documents/graph/findings.hpp"

namespace reports {

/// Schema uitwijk/graph/1, see JSON.md.
nlohmann::ordered_json graph_json(const models::WorldModel& model, const GraphFindings& findings);

}  // namespace reports
