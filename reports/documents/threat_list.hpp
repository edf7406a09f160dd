#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace reports {

/// Which threats are shown; empty texts let all through.
struct ThreatChoice {
  std::vector<std::string> patterns;  ///< all in id, names or voorzieningen
  std::string actor, voorziening;
};

std::vector<scenarios::CatalogueThreat> chosen_threats(const scenarios::Catalogue& catalogue,
                                                       const ThreatChoice& choice);

/// One line a threat; one threat alone is told in full. Ends with counts of what is unknown.
void print_threats(std::ostream& out, const scenarios::Catalogue& catalogue,
                   const std::vector<scenarios::CatalogueThreat>& threats, Language language);
/// A row a threat.
Document threats_document(const scenarios::Catalogue& catalogue,
                          const std::vector<scenarios::CatalogueThreat>& threats,
                          Language language);
nlohmann::ordered_json threats_json(const scenarios::Catalogue& catalogue,
                                    const std::vector<scenarios::CatalogueThreat>& threats);

}  // namespace reports
