#pragma once

#include <string>
#include <vector>

#include "analysis/register/register.hpp"
#include "models/world/day.hpp"

namespace analysis {

/// A risk that a register does not have yet: nothing of it is decided.
struct NewRisk {
  std::string id;
  RiskSubject subject;
  std::string name;         ///< of the threat, for a remark
  std::string recorded;     ///< why there are no figures
  std::string rubricering;  ///< empty: the register's own is high enough
};

/// The text of a register with the risks behind those that are there. Everything else stays byte
/// for byte: the text is only ever cut once and the new lines are put between. What comes out was
/// read again and holds what it held. Throws models::InvalidInput when the file is written so that
/// nothing can be put there (risks between braces).
std::string with_risks(const Register& before, const std::vector<NewRisk>& risks,
                       models::Day today);

/// A register that nobody has written anything in.
std::string empty_register(const std::string& rubricering);

}  // namespace analysis
