#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/replayed.hpp"
#include "reports/documents/tables/table_document.hpp"

namespace reports {

/// To be seen beside the exceedance curve.
Grid history_grid(const analysis::PastOutages& past, Language language);
/// `history` of schema uitwijk/table/3.
nlohmann::ordered_json history_json(const analysis::PastOutages& past);

}  // namespace reports
