#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/row.hpp"
#include "results/study.hpp"

namespace reports {

/// What a report takes from one study while it is in memory: where it comes from, and by the name
/// of each part of report_study.cpp what that part makes of it. `row`: the study reduced.
nlohmann::ordered_json study_json(const results::Study& study, const analysis::Row& row);

}  // namespace reports
