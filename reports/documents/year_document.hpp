#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/impact/year_mode.hpp"
#include "reports/documents/tables/table_document.hpp"

namespace reports {

/// Which threats struck in these years and how often, and which of the catalogue cannot.
Document events_document(const analysis::WholeYears& years,
                         const std::vector<analysis::LeftOut>& left_out, Language language);
nlohmann::ordered_json events_json(const analysis::WholeYears& years,
                                   const std::vector<analysis::LeftOut>& left_out,
                                   Language language);

/// The compound curve beside whole years; schema uitwijk/years/1.
Document year_document(const analysis::YearComparison& comparison,
                       const std::vector<analysis::WholeYears>& years, Language language);
/// Names of the grids that it may have, known before anything is simulated.
std::vector<std::string> year_grids();
nlohmann::ordered_json year_json(const analysis::YearComparison& comparison,
                                 const std::vector<analysis::WholeYears>& years);

}  // namespace reports
