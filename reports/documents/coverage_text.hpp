#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/coverage.hpp"
#include "reports/documents/tables/table_document.hpp"

namespace reports {

/// The coverage overview for people, and schema uitwijk/coverage/1.
Document coverage_document(const analysis::Coverage& coverage, Language language);
nlohmann::ordered_json coverage_json(const analysis::Coverage& coverage);

}  // namespace reports
