#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/comparisons/comparison.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What must be true for measures to pay whose effect is assumed.
Grid break_even_grid(const std::vector<analysis::BreakEven>& packages, Language language);

}  // namespace reports
