#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/comparisons/break_even.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What must be true for measures to pay whose effect is assumed.
Grid break_even_grid(const std::vector<analysis::BreakEven>& packages, Language language);
/// `break_even` of uitwijk/measures-compared.
nlohmann::ordered_json break_even_json(const std::vector<analysis::BreakEven>& packages);

}  // namespace reports
