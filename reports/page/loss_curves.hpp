#pragma once

#include <nlohmann/json.hpp>

#include "analysis/impact/impact_table.hpp"

namespace reports {

/// Of each row the share of its events with at least so many extra lost callers.
nlohmann::ordered_json loss_curves_json(const analysis::ImpactTable& table);

}  // namespace reports
