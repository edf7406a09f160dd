#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reports/words/language.hpp"
#include "scenarios/scenario.hpp"

namespace reports {

/// The race of one replication as lines for people, 100 columns wide: what happens at one moment in
/// the same way is one line with a list. Nothing when the scenario has none.
std::vector<std::string> attack_lines(const scenarios::Scenario& scenario, const std::string& zone,
                                      Language language);

/// Its moments, in time: `t_s` since the start of the run, `since_access_s`, `local`, `kind`, `of`,
/// `from`.
nlohmann::ordered_json attack_json(const scenarios::Scenario& scenario, const std::string& zone);

}  // namespace reports
