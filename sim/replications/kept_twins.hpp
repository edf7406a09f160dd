#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "results/observations.hpp"
#include "sim/calls/kept_fates.hpp"

namespace sim {

/// The twin of a replication, for other disturbed worlds of the same one: its facts, and 15 bytes a
/// caller.
struct KeptTwin {
  results::Facts facts;
  KeptFates fates;

  std::uint32_t background_callers() const { return static_cast<std::uint32_t>(fates.size()); }
};

/// By replication and end of the window, in seconds since its start.
using KeptTwins = std::map<std::pair<std::uint64_t, double>, KeptTwin>;

}  // namespace sim
