#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/installation/checks.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// A line for each check, `ok` or `attention`, and what to do about it.
std::string doctor_text(const analysis::Machine& machine, Language language);
/// uitwijk/doctor/1, see docs/formats/json.md.
nlohmann::ordered_json doctor_json(const analysis::Machine& machine, Language language);

}  // namespace reports
