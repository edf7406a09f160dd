#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/comparisons/sensitivity.hpp"
#include "analysis/comparisons/variance_shares.hpp"
#include "models/world/assumptions.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// Which assumption moves the lost callers of one study, one at a time and all together.
struct AssumptionTornado {
  const std::vector<models::Assumption>& assumptions;
  const analysis::Tornado& tornado;        ///< bars by id
  const analysis::VarianceShares& shares;  ///< no draws: they were not asked for
  std::uint64_t replications = 0, seed = 0;
};

/// `head` stands before it.
Document assumption_document(const AssumptionTornado& told, std::vector<std::string> head,
                             Language language);
/// Names of its grids, known before anything is simulated.
std::vector<std::string> assumption_grids();
/// uitwijk/tornado/1 with `assumptions` and `variance`, see docs/formats/json.md.
nlohmann::ordered_json assumption_json(const AssumptionTornado& told);

}  // namespace reports
