#pragma once

#include <vector>

#include "analysis/register/register_view.hpp"

namespace analysis {

/// What the findings of a risk are made from: its figures are set.
struct FindingBasis {
  const AssessedRisk& assessed;
  const Register& kept;
  const ImpactTable& table;
  bool in_catalogue;
  models::Day today;
};

/// Nothing of a closed risk.
std::vector<Finding> findings_of(const FindingBasis& basis);

}  // namespace analysis
