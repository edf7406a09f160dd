#include "analysis/register/register_lookup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "models/text/problems.hpp"
#include "models/text/reading.hpp"

namespace analysis {

void require_role(const Register& kept, const std::string& role, const std::string& option) {
  if (kept.role(role) != nullptr)
    return;
  std::vector<std::string> known;
  for (const RegisterRole& one : kept.roles)
    known.push_back(one.id);
  models::refuse({option, 0, 0},
                 fmt::format("must be one of the rollen of {} ({}), found {}{}", kept.input.path,
                             fmt::join(known, ", "), role, models::did_you_mean(role, known)));
}

std::string role_that_manages(const Register& kept) {
  const auto manages = std::ranges::find_if(kept.roles, &RegisterRole::beheerorganisatie);
  if (manages == kept.roles.end())
    models::refuse({kept.input.path, 0, 0},
                   "none of the rollen says beheerorganisatie: true, whose annex this would be");
  return manages->id;
}

const AssessedRisk& risk_of(const RegisterView& view, const Register& kept, const std::string& risk,
                            const std::string& option) {
  std::vector<std::string> known;
  for (const AssessedRisk& one : view.risks) {
    known.push_back(one.risk.id);
    if (one.risk.id == risk)
      return one;
  }
  models::refuse({option, 0, 0}, fmt::format("must be a risk of {}, found {}{}", kept.input.path,
                                             risk, models::did_you_mean(risk, known)));
}

}  // namespace analysis
