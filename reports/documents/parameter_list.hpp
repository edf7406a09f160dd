#pragma once

#include <string>
#include <vector>

#include "models/world/read_world.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// The `chosen` parameters of a world, a row each; `counts`: how many of which kind.
Document parameters_document(const models::WorldModel& model,
                             const std::vector<models::Parameter>& chosen,
                             const std::string& counts, Language language);

}  // namespace reports
