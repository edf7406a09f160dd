#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/consistency.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/json_keys.hpp"

namespace reports {

/// By family: how many outages the model expects beside how many became known, and their durations.
std::vector<Grid> record_grids(const analysis::ConsistencyCheck& check, Language language);
/// `record` of schema uitwijk/table/3.
nlohmann::ordered_json record_json(const analysis::ConsistencyCheck& check);
/// What a page shows of it, rounded as it is shown; counts are a board's too.
nlohmann::ordered_json record_shown_json(const analysis::ConsistencyCheck& check);
JsonKeys record_keys();

}  // namespace reports
