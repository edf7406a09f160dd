#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/consistency.hpp"
#include "reports/documents/table_document.hpp"

namespace reports {

/// How many outages the model expects beside how many became known, by family.
Grid record_grid(const analysis::ConsistencyCheck& check, Language language);
/// `record` of schema uitwijk/table/2.
nlohmann::ordered_json record_json(const analysis::ConsistencyCheck& check);

}  // namespace reports
