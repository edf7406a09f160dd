#pragma once

#include "analysis/impact/replayed.hpp"

namespace studies {

/// The counts that are shipped. Throws models::InvalidInput, also when they are not there.
analysis::PastOutages past_outages();

}  // namespace studies
