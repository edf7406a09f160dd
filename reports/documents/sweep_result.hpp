#pragma once

#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/trials/sweep_trials.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// A row for each value with a bar, then what the requirement needs.
void print_sweep(std::ostream& out, const analysis::SweepQuestion& question,
                 const analysis::SweepResult& result, Language language);
/// The same without the bar.
Document sweep_document(const analysis::SweepQuestion& question,
                        const analysis::SweepResult& result, Language language);
/// Names of its grids, known before anything is simulated.
std::vector<std::string> sweep_grids();
/// uitwijk/sweep/2, see docs/formats/json.md.
nlohmann::ordered_json sweep_json(const analysis::SweepQuestion& question,
                                  const analysis::SweepResult& result);

}  // namespace reports
