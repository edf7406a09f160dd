#pragma once

#include "analysis/register/register.hpp"
#include "scenarios/measures/measures.hpp"

namespace analysis {

/// Throws models::InvalidInput with every package and measure of the register that the list does
/// not have, at its place.
void require_measures(const Register& kept, const scenarios::MeasureList& list);

}  // namespace analysis
