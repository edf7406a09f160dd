#pragma once

#include <string>
#include <vector>

#include "analysis/impact/year_mode.hpp"
#include "scenarios/threats/read_year.hpp"
#include "studies/asked.hpp"

namespace studies {

/// Which threats strike in a year and how often, by the classes of the criteria and the record.
struct YearRates {
  std::vector<scenarios::ThreatRate> rates;
  std::vector<analysis::LeftOut> left_out;
};
YearRates year_rates(const scenarios::Catalogue& catalogue, const analysis::Criteria& criteria,
                     const analysis::Evidence& evidence);

/// A year of all threats in the place of a scenario file.
struct YearReader : AskedYear {
  /// Throws models::InvalidInput.
  scenarios::ScenarioInWorld read(const scenarios::Catalogue& catalogue,
                                  const std::filesystem::path& world,
                                  const std::vector<models::Setting>& settings,
                                  const std::vector<std::filesystem::path>& overlays) const;
  YearRates rates(const scenarios::Catalogue& catalogue) const;
  analysis::Criteria bounds() const;
};

}  // namespace studies
