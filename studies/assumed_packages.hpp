#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "scenarios/measures/measures.hpp"

namespace studies {

/// Packages of these rows with a measure whose effect is assumed by the list, or that the list does
/// not have: nobody says better.
std::set<std::string> assumed_packages(const std::vector<analysis::Row>& rows,
                                       const scenarios::MeasureList& list);

}  // namespace studies
