#pragma once

#include <filesystem>
#include <vector>

#include "models/chance/rate_table.hpp"
#include "scenarios/read_scenario.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// A threat of the catalogue and how often it strikes the nation in a year.
struct ThreatRate {
  const CatalogueThreat* threat = nullptr;
  models::RateTable per_year;
};

/// What a year is made of.
struct YearPlan {
  std::filesystem::path world;
  const Catalogue& catalogue;
  std::vector<ThreatRate> rates;
  bool component_failures = true;
};

/// The year 2026 in that world with all these threats, each on the catalogue's own target, as often
/// as it strikes. Throws models::InvalidInput with everything that is wrong.
ScenarioInWorld read_year(const YearPlan& plan, const std::vector<models::Setting>& settings,
                          const std::vector<std::filesystem::path>& overlays);

}  // namespace scenarios
