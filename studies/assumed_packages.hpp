#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "scenarios/measures/measures.hpp"

namespace studies {

/// Packages of these rows that take a measure whose effect is assumed by the list, or that the list
/// does not have: nobody says better. Not those that only take measures away.
std::set<std::string> assumed_packages(const std::vector<analysis::Row>& rows,
                                       const scenarios::MeasureList& list);

}  // namespace studies
