#include "analysis/impact/coverage.hpp"

#include <algorithm>
#include <set>

#include "analysis/impact/rubricering.hpp"
#include "scenarios/threats/threat_parts.hpp"

namespace analysis {
namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Confidentiality is only ever recorded: nothing of it is simulated.
CoverageCell cell_of(const scenarios::Catalogue& catalogue, const std::set<std::string>& simulated,
                     const std::string& voorziening, const std::string& aspect) {
  CoverageCell out;
  for (const scenarios::CatalogueThreat& threat : catalogue.threats) {
    if (!has(threat.voorzieningen, voorziening) || !has(threat.cia, aspect))
      continue;
    const bool run = aspect != "C" && simulated.count(threat.id) > 0;
    (run ? out.simulated : out.recorded).push_back(threat.id);
  }
  if (!out.simulated.empty())
    out.how = Analysed::simulated;
  else if (!out.recorded.empty())
    out.how = Analysed::recorded;
  return out;
}

}  // namespace

Coverage coverage_of(const scenarios::Catalogue& catalogue, const std::vector<Row>& rows) {
  Coverage out;
  out.catalogue_version = catalogue.version;
  out.catalogue_status = catalogue.status;
  out.catalogue_sha256 = catalogue.input.sha256;
  out.threats = catalogue.threats.size();
  std::set<std::string> simulated, programs;
  std::set<CoverageWorld> worlds;
  std::vector<std::string> rubriceringen;
  for (const Row& row : rows) {
    if (!row.replications.empty() && !row.labels.threat.empty())
      for (const scenarios::ThreatPart& part : scenarios::parts_of_label(row.labels.threat))
        simulated.insert(part.threat);
    programs.insert(row.version + " (" + row.commit + ")");
    worlds.insert({row.world_name, row.world_as_of});
    rubriceringen.push_back(row.rubricering);
  }
  out.rubricering = highest_rubricering(rubriceringen);
  out.programs.assign(programs.begin(), programs.end());
  out.worlds.assign(worlds.begin(), worlds.end());
  out.simulated = simulated.size();
  for (const char* id : voorziening_ids) {
    CoverageRow& row = out.rows.emplace_back();
    row.id = id;
    if (const auto bbn = catalogue.bbn.find(id); bbn != catalogue.bbn.end())
      row.bbn = bbn->second.label + " (" + bbn->second.said_in + ")";
    for (std::size_t i = 0; i < aspects.size(); ++i)
      row.cells[i] = cell_of(catalogue, simulated, id, aspects[i]);
  }
  return out;
}

}  // namespace analysis
