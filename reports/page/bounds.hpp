#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/impact_table.hpp"

namespace reports {

/// What a report draws its numbers against: matrix and bounds of the criteria.
nlohmann::ordered_json bounds_json(const analysis::Criteria& criteria);

/// Of each row, the share of its events with at least so many extra lost callers.
nlohmann::ordered_json loss_curves_json(const analysis::ImpactTable& table);

}  // namespace reports
