#pragma once

#include <nlohmann/json.hpp>

#include "analysis/comparisons/outage_duration.hpp"
#include "analysis/comparisons/sensitivity.hpp"
#include "reports/documents/tables/table_document.hpp"

namespace reports {

/// Impact against outage duration, for people; schema uitwijk/durations/1.
Document duration_document(const std::vector<analysis::DurationCurve>& curves,
                           const analysis::Criteria& criteria, Language language);
/// A line per point, for programs; nothing under an outage that no duration is short enough for.
Grid duration_lines(const std::vector<analysis::DurationCurve>& curves);
nlohmann::ordered_json duration_json(const std::vector<analysis::DurationCurve>& curves);

/// Parameters by how much they move the result; schema uitwijk/tornado/1.
/// `without_base`: settings that no tornado has.
Document tornado_document(const std::vector<analysis::Tornado>& tornados,
                          const std::vector<std::string>& without_base, Language language);
/// A line per value of a parameter, for programs.
Grid tornado_lines(const std::vector<analysis::Tornado>& tornados);
nlohmann::ordered_json tornado_json(const std::vector<analysis::Tornado>& tornados,
                                    const std::vector<std::string>& without_base);

}  // namespace reports
