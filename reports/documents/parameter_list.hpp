#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/world/read_world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// The `chosen` parameters of a world, a row each, as a document, as text below their sources, and
/// as JSON; with how many of which kind.
Document parameters_document(const models::WorldModel& model,
                             const std::vector<models::Parameter>& chosen, Language language);
std::string parameters_text(const models::WorldModel& model,
                            const std::vector<models::Parameter>& chosen, Language language);
nlohmann::ordered_json parameters_json(const models::WorldModel& model,
                                       const std::vector<models::Parameter>& chosen,
                                       Language language);

}  // namespace reports
