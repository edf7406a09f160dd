#pragma once

#include <nlohmann/json.hpp>

#include "analysis/outage_duration.hpp"
#include "analysis/sensitivity.hpp"
#include "cli/table_document.hpp"

namespace cli {

/// Impact against outage duration, for people; schema uitwijk/durations/1.
TableDocument duration_document(const std::vector<analysis::DurationCurve>& curves,
                                const analysis::Criteria& criteria, Language language);
nlohmann::ordered_json duration_json(const std::vector<analysis::DurationCurve>& curves);

/// Parameters by how much they move the result; schema uitwijk/tornado/1.
TableDocument tornado_document(const std::vector<analysis::Tornado>& tornados, Language language);
nlohmann::ordered_json tornado_json(const std::vector<analysis::Tornado>& tornados);

}  // namespace cli
