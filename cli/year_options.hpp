#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "analysis/frequency.hpp"
#include "cli/asked.hpp"
#include "scenarios/read_year.hpp"

namespace cli {

/// A threat of the catalogue that does not strike in a simulated year, and why.
struct LeftOut {
  std::string threat, role;
  analysis::Frequency::Unknown because = analysis::Frequency::Unknown::no_event;
};

/// Which threats strike in a year and how often, by the classes of the criteria.
struct YearRates {
  std::vector<scenarios::ThreatRate> rates;
  std::vector<LeftOut> left_out;
};
YearRates year_rates(const scenarios::Catalogue& catalogue, const analysis::Criteria& criteria);

/// A year of all threats in the place of a scenario file.
struct YearOptions : AskedYear {
  void add_to(CLI::App& app);
  /// Throws models::InvalidInput.
  scenarios::Study read(const scenarios::Catalogue& catalogue, const std::filesystem::path& world,
                        const std::vector<models::Setting>& settings,
                        const std::vector<std::filesystem::path>& overlays) const;
  YearRates rates(const scenarios::Catalogue& catalogue) const;
  analysis::Criteria bounds() const;
};

}  // namespace cli
