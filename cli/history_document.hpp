#pragma once

#include <nlohmann/json.hpp>

#include "analysis/history.hpp"
#include "cli/table_document.hpp"

namespace cli {

/// What is shipped. Throws models::InvalidInput, also when it is not there.
analysis::History shipped_history();
/// Counts of past outages to be seen beside the exceedance curve, each on its own definition.
Grid history_grid(const analysis::History& history, Language language);
/// `history` of schema uitwijk/table/1.
nlohmann::ordered_json history_json(const analysis::History& history);

}  // namespace cli
