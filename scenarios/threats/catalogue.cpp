#include "scenarios/threats/catalogue.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include <fmt/format.h>

#include "models/text/reading.hpp"

namespace scenarios {

std::vector<std::string> CatalogueThreat::unknown() const {
  const bool deliberate = std::find(origin.begin(), origin.end(), "deliberate") != origin.end();
  const std::pair<const char*, bool> fields[] = {
      {"references", references.empty()},
      {"actors", deliberate && actors.empty()},
      {"vulnerabilities", vulnerabilities.empty()},
      {"measures.existing", existing.empty()},
      {"measures.possible", possible.empty()},
      {"detection", !detection_s},
      {"duration.basis", duration_basis.empty() || duration_basis == "analyst"},
      {"recovery_tail", recovery_tail.empty()},
      {"likelihood.class", !likelihood.frequency_class},
      {"likelihood.rate", likelihood.frequency_class == 5 && !likelihood.rate_per_s},
      {"incidents", incidents.empty()}};
  std::vector<std::string> out;
  for (const auto& [name, empty] : fields)
    if (empty)
      out.emplace_back(name);
  return out;
}

std::string to_string(Role role) {
  constexpr std::array names = {"event", "condition", "aftermath", "composite"};
  return names.at(static_cast<std::size_t>(role));
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(c == '_' ? '-' : std::toupper(c));
  });
  return text;
}

const CatalogueThreat& Catalogue::threat(const std::string& id) const {
  std::vector<std::string> ids;
  for (const CatalogueThreat& threat : threats) {
    if (threat.id == in_capitals(id))
      return threat;
    ids.push_back(threat.id);
  }
  models::refuse({input.path, 0, 0},
                 fmt::format("has no threat {}{}", id, models::did_you_mean(in_capitals(id), ids)));
}

}  // namespace scenarios
