#pragma once

#include <nlohmann/json.hpp>

#include "analysis/story/outage_story.hpp"
#include "results/study.hpp"

namespace reports {

/// Schema uitwijk/outage/1, see docs/formats/json.md: kept small, for a page that holds many of
/// them.
nlohmann::ordered_json outage_json(const results::Study& study, const analysis::OutageStory& story);

}  // namespace reports
