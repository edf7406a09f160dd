#pragma once

#include "results/study.hpp"

namespace results {

/// Hours of drawn onsets are told from the zone. Throws ResultError when it is none.
void check_zone(const Provenance& provenance);

}  // namespace results
