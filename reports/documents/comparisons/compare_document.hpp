#pragma once

#include <nlohmann/json.hpp>

#include "analysis/comparisons/comparison.hpp"
#include "reports/documents/tables/table_document.hpp"

namespace reports {

/// This year's results beside last year's, for people; schema uitwijk/compare/1.
Document comparison_document(const analysis::Comparison& comparison, Language language);
nlohmann::ordered_json comparison_json(const analysis::Comparison& comparison);

/// What measures change, for people; schema uitwijk/measures-compared/1.
Document before_after_document(const analysis::BeforeAfter& effects, Language language);
nlohmann::ordered_json before_after_json(const analysis::BeforeAfter& effects);

}  // namespace reports
