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
/// uitwijk/exercise/2, see JSON.md.
nlohmann::ordered_json exercise_json(const scenarios::Exercise& exercise,
                                     const analysis::ExerciseResult& result,
                                     const analysis::ExerciseQuestion& question);

}  // namespace reports
