#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/language.hpp"
#include "cli/loss_trials.hpp"

namespace cli {

/// A table for people: a row for each plan under each loss, then all losses together.
void print_plans(std::ostream& out, const LossTrials& trials, const LossQuestion& question,
                 Language language);
/// uitwijk/plan/2, see JSON.md.
nlohmann::ordered_json plans_json(const LossTrials& trials, const LossQuestion& question);
/// One line for each loss, plan and measure: mean, interval, difference with its interval.
void print_plans_csv(std::ostream& out, const LossTrials& trials, const LossQuestion& question,
                     Language language);

/// "Each room lost for 8 h, ...": what was tried.
std::string plans_asked(const LossQuestion& question, Language language);

/// "rotterdam+den_haag".
std::string name_of(const models::World& world,
                    const std::vector<models::Id<models::Centre>>& lost);

}  // namespace cli
