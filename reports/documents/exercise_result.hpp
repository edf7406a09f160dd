#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/trials/exercise_trials.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

void print_exercise(std::ostream& out, const scenarios::Exercise& exercise,
                    const analysis::ExerciseResult& result,
                    const analysis::ExerciseQuestion& question, Language language);
Document exercise_document(const scenarios::Exercise& exercise,
                           const analysis::ExerciseResult& result,
                           const analysis::ExerciseQuestion& question, Language language);
/// Names of its grids, known before anything is simulated.
std::vector<std::string> exercise_grids(const scenarios::Exercise& exercise,
                                        const models::World& world);
/// uitwijk/exercise/2, see docs/formats/json.md.
nlohmann::ordered_json exercise_json(const scenarios::Exercise& exercise,
                                     const analysis::ExerciseResult& result,
                                     const analysis::ExerciseQuestion& question);

}  // namespace reports
