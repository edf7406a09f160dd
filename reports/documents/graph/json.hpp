#pragma once

#include <nlohmann/json.hpp>

#include "reports/documents/graph/findings.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// Schema uitwijk/graph/1, see docs/formats/json.md.
nlohmann::ordered_json graph_json(const models::WorldModel& model, const GraphFindings& findings,
                                  Language language);

}  // namespace reports
