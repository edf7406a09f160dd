#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/trials/optimise_trials.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// Which plan is the answer, what each change bought, who answers then, what cannot be told apart,
/// how it was found, and grids for programs.
Document optimise_document(const analysis::OptimiseTrials& trials,
                           const analysis::OptimiseQuestion& question, Language language);
/// Names of the grids that it may have, known before anything is simulated.
std::vector<std::string> optimise_grids();
/// uitwijk/optimise/1, see docs/formats/json.md.
nlohmann::ordered_json optimise_json(const analysis::OptimiseTrials& trials,
                                     const analysis::OptimiseQuestion& question, Language language);
/// The plan that is the answer as an overlay; nothing when it is not valued.
std::string optimised_yaml(const analysis::OptimiseTrials& trials);
/// Its name.
std::string optimised_plan(const analysis::OptimiseTrials& trials);

/// "den_haag 60 %, amsterdam 40 %, (utrecht)": parts, and reserves in brackets.
std::string list_text(const models::World& world, const models::PartnerList& list,
                      Language language);
/// "den_haag in place of utrecht".
std::string move_text(const models::World& world, const models::PartnerMove& move,
                      Language language);
/// Its name in JSON: "replace".
const char* word_of(models::PartnerMove::Kind kind);

}  // namespace reports
