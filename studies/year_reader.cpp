#include "studies/year_reader.hpp"

#include "studies/evidence.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/provenance.hpp"
#include "studies/study_reader.hpp"

namespace studies {

YearRates year_rates(const scenarios::Catalogue& catalogue, const analysis::Criteria& criteria,
                     const analysis::Evidence& evidence) {
  YearRates out;
  const auto rates = analysis::threat_rates(analysis::family_rates(evidence, criteria));
  for (const scenarios::CatalogueThreat& threat : catalogue.threats) {
    results::RowLabels labels = labels_of(threat);
    labels.target_share = 1;  // on the catalogue's own target
    if (threat.calendar)
      labels.onset_rule = std::string(analysis::yearly_rule) + threat.calendar->at;
    auto frequency = analysis::frequency_of(labels, criteria, rates);
    if (frequency.known() && analysis::is_deliberate(labels))
      frequency.unknown = analysis::Frequency::Unknown::deliberate;
    if (frequency.known())
      out.rates.push_back({&threat, frequency.nation});
    else
      out.left_out.push_back({threat.id, labels.role, frequency.unknown});
  }
  return out;
}

analysis::Criteria YearReader::bounds() const {
  return analysis::read_criteria(given_or_shipped(criteria, "analysis/criteria/standard.yaml"));
}

YearRates YearReader::rates(const scenarios::Catalogue& catalogue) const {
  return year_rates(catalogue, bounds(), evidence_of(catalogue, record));
}

scenarios::ScenarioInWorld YearReader::read(
    const scenarios::Catalogue& catalogue, const std::filesystem::path& world,
    const std::vector<models::Setting>& settings,
    const std::vector<std::filesystem::path>& overlays) const {
  const analysis::Criteria classes = bounds();
  const analysis::Evidence evidence = evidence_of(catalogue, record);
  const YearRates rates = year_rates(catalogue, classes, evidence);
  if (rates.rates.empty())
    models::refuse({catalogue.input.path, 0, 0},
                   "has no event threat with a frequency: nothing would strike");
  scenarios::ScenarioInWorld out =
      scenarios::read_year({world, catalogue, rates.rates, !no_failures}, settings, overlays);
  out.scenario.inputs.push_back(classes.input);
  out.scenario.inputs.push_back(evidence.record.input);
  return out;
}

}  // namespace studies
