#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/language.hpp"
#include "cli/sweep_trials.hpp"

namespace cli {

/// A row for each value with a bar, then what the requirement needs.
void print_sweep(std::ostream& out, const SweepQuestion& question, const SweepResult& result,
                 Language language);
/// uitwijk/sweep/2, see JSON.md.
nlohmann::ordered_json sweep_json(const SweepQuestion& question, const SweepResult& result);

}  // namespace cli
