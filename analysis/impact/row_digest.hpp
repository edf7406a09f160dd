#pragma once

#include <string>

#include "analysis/impact/row.hpp"

namespace analysis {

/// SHA-256 of all that the figures and the level of a row are made from, but the criteria: what
/// happens, to whom, under which measures, how often, and what every replication counted. Results
/// that say the same have the same one, whatever program or file they come from.
std::string digest_of(const Row& row);

/// All that one replication counted, as text: the same text, the same figures.
std::string figures_of(const Consequence& one);

}  // namespace analysis
