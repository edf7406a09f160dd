#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reports/words/language.hpp"
#include "scenarios/read_scenario.hpp"

namespace reports {

/// What a run says of its onset: how it is drawn or when it is, and over which background. Nothing
/// of a scenario with times of its own.
std::vector<std::string> onset_notes(const scenarios::ScenarioInWorld& study, Language language);
/// "onset" of the run's JSON; null where there are no notes.
nlohmann::ordered_json onset_json(const scenarios::ScenarioInWorld& study);

/// How many of so many windows were cut off, and by what; empty for none.
std::string cut_off_note(const scenarios::ScenarioInWorld& study, std::size_t windows,
                         Language language);

}  // namespace reports
