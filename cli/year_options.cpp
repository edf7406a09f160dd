#include "cli/year_options.hpp"

#include "cli/provenance.hpp"
#include "cli/shipped_files.hpp"
#include "cli/study_options.hpp"

namespace cli {

YearRates year_rates(const scenarios::Catalogue& catalogue, const analysis::Criteria& criteria) {
  YearRates out;
  for (const scenarios::CatalogueThreat& threat : catalogue.threats) {
    results::RowLabels labels = labels_of(threat);
    labels.target_share = 1;  // on the catalogue's own target
    const auto frequency = analysis::frequency_of(labels, criteria);
    if (frequency.known())
      out.rates.push_back({&threat, frequency.lowest_per_y, frequency.highest_per_y});
    else
      out.left_out.push_back({threat.id, labels.role, frequency.unknown});
  }
  return out;
}

void YearOptions::add_to(CLI::App& app) {
  CLI::Option* const whole =
      app.add_flag("--year", year,
                   "Instead of SCENARIO: a replication is a year in which every event\n"
                   "threat of the catalogue strikes as often as its frequency says");
  app.add_flag("--no-failures", no_failures,
               "Of --year: components do not fail by themselves; default: by\n"
               "their MTBF, at the same times in the twin")
      ->needs(whole);
  app.add_option("--criteria", criteria,
                 "Of --year: the bounds of likelihood classes\n"
                 "[analysis/criteria/standard.yaml]")
      ->needs(whole)
      ->option_text("FILE");
}

analysis::Criteria YearOptions::bounds() const {
  return analysis::read_criteria(given_or_shipped(criteria, "analysis/criteria/standard.yaml"));
}

YearRates YearOptions::rates(const scenarios::Catalogue& catalogue) const {
  return year_rates(catalogue, bounds());
}

scenarios::Study YearOptions::read(const scenarios::Catalogue& catalogue,
                                   const std::filesystem::path& world,
                                   const std::vector<models::Setting>& settings,
                                   const std::vector<std::filesystem::path>& overlays) const {
  const analysis::Criteria classes = bounds();
  const YearRates rates = year_rates(catalogue, classes);
  models::Problems problems;
  if (rates.rates.empty())
    problems.add({catalogue.input.path, 0, 0},
                 "has no event threat with a frequency: nothing would strike");
  problems.throw_if_any();
  scenarios::Study out =
      scenarios::read_year({world, catalogue, rates.rates, !no_failures}, settings, overlays);
  out.scenario.inputs.push_back(classes.input);
  return out;
}

}  // namespace cli
