#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/exercise_trials.hpp"
#include "cli/language.hpp"

namespace cli {

void print_exercise(std::ostream& out, const scenarios::Exercise& exercise,
                    const ExerciseResult& result, const ExerciseQuestion& question,
                    Language language);
/// uitwijk/exercise/2, see JSON.md.
nlohmann::ordered_json exercise_json(const scenarios::Exercise& exercise,
                                     const ExerciseResult& result,
                                     const ExerciseQuestion& question);

}  // namespace cli
