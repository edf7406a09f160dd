#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/coverage.hpp"
#include "reports/documents/table_document.hpp"

namespace reports {

/// The coverage overview for people, and schema uitwijk/coverage/1.
TableDocument coverage_document(const analysis::Coverage& coverage, Language language);
/// A line per voorziening.
void print_coverage_csv(std::ostream& out, const analysis::Coverage& coverage);
nlohmann::ordered_json coverage_json(const analysis::Coverage& coverage);

}  // namespace reports
