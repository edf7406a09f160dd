#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/year_mode.hpp"
#include "analysis/measures/summary.hpp"
#include "reports/documents/result_json.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"
#include "scenarios/measures/measure_package.hpp"
#include "scenarios/read_scenario.hpp"

namespace reports {

/// All that `uitwijk run` tells of one study.
struct RunTold {
  const analysis::RunReport& report;
  const scenarios::ScenarioInWorld& input;
  scenarios::Package package;
  bool measures_asked = false;  ///< the package was named, be it the current one
  Reproduce reproduce;
  bool digests = false;                       ///< of the first replication
  bool values = false;                        ///< of each replication
  std::optional<analysis::WholeYears> years;  ///< when the study is one of years
  std::vector<analysis::LeftOut> left_out;    ///< threats that strike in none of them
};

/// With the events of whole years as a grid of their own.
Document run_document(const RunTold& told, Language language);
/// uitwijk/run/4, with its head.
nlohmann::ordered_json run_json(const RunTold& told, Language language);
/// Empty when no replication was finished.
std::string run_text(const RunTold& told, Language language);

/// Replications that failed, and how to repeat each.
std::vector<std::string> failures_told(const RunTold& told, Language language);
/// How it went: windows cut off, replications tried again, an interruption, a precision that was
/// asked and not reached, and the time that it took.
std::vector<std::string> ending_told(const RunTold& told, const std::string& precision,
                                     Language language);

}  // namespace reports
