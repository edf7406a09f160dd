#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/trials/loss_trials.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// A table for people: a row for each plan under each loss, then all losses together.
void print_plans(std::ostream& out, const analysis::LossTrials& trials,
                 const analysis::LossQuestion& question, Language language);
/// uitwijk/plan/2, see docs/formats/json.md.
nlohmann::ordered_json plans_json(const analysis::LossTrials& trials,
                                  const analysis::LossQuestion& question);
/// The grids of that table, and one for programs.
Document plans_document(const analysis::LossTrials& trials, const analysis::LossQuestion& question,
                        Language language);
/// Names of the grids that it may have, known before anything is simulated.
std::vector<std::string> plans_grids();
/// One line for each loss, plan and measure: mean, interval, difference with its interval.
Grid plan_lines(const analysis::LossTrials& trials);
/// The plans that a world has, as a grid, as uitwijk/plans/1, and in two lines each.
Document plan_list(const models::World& world, Language language);
nlohmann::ordered_json plan_list_json(const models::World& world);
std::string plan_list_text(const models::World& world, Language language);

/// A plan that the program proposes: who answers for whom, in order.
Document proposal_document(const models::World& world, const models::TakeoverPlan& plan,
                           Language language);

/// "Each room lost for 8 h, ...": what was tried.
std::string plans_asked(const analysis::LossQuestion& question, Language language);

/// "rotterdam+den_haag".
std::string name_of(const models::World& world,
                    const std::vector<models::Id<models::Centre>>& lost);

}  // namespace reports
