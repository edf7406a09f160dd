#pragma once

#include <string>
#include <vector>

#include "reports/documents/row_names.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"
#include "results/study.hpp"
#include "scenarios/read_scenario.hpp"

namespace reports {

/// One replication under one option, as it is told.
struct ToldFuture {
  std::string label;
  double at_s = 0;                   ///< when it was decided, since the start; NaN: nothing was
  scenarios::ScenarioInWorld input;  ///< with the scenario of this replication
  results::Dimensions dimensions;
  results::Observations seen;
};

/// One replication under all options side by side: what happens, in time, and under which options
/// it does. Brief names are numbers, which the head explains.
Document branch_course(const std::vector<ToldFuture>& futures, Names names, Language language);

}  // namespace reports
