#pragma once

#include <string>

#include "analysis/register/register_view.hpp"

namespace analysis {

/// What somebody names of a register. `option` is where it was named. All throw
/// models::InvalidInput, with a suggestion, when there is none of that name.
void require_role(const Register& kept, const std::string& role, const std::string& option);
const AssessedRisk& risk_of(const RegisterView& view, const Register& kept, const std::string& risk,
                            const std::string& option);
/// The id of the role that says `beheerorganisatie: true`.
std::string role_that_manages(const Register& kept);

}  // namespace analysis
