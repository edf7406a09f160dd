#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "scenarios/scenario.hpp"

namespace sim {

/// A stream of first attempts, or of jobs that are no 112 calls.
struct Source {
  /// The numbers go into the names of streams: never renumber.
  enum class Sort : std::uint8_t { background = 1, other_work = 3, surge = 5, flood = 7 };
  /// Of the arrivals that an effect brings: from when until when, in seconds since the start.
  struct Extra {
    double from_s, until_s;
    std::optional<std::uint32_t> callers = {};  ///< in all; none: the rate says
    std::optional<double> decay_s = {};         ///< mean of an exponential decay; none: flat
  };

  Sort sort = Sort::background;
  std::uint64_t name = 0;  ///< Philox subject of everything drawn for its callers
  models::Id<models::Region> region;
  const models::OtherWork* work = nullptr;
  const scenarios::Flood* flood = nullptr;
  std::optional<Extra> extra;
  bool bursts = false;              ///< later callers about the same incident follow
  bool paired = false;              ///< callers of both worlds: each is laid beside the twin's
  double rate_per_s = 0;            ///< before hour of week and busyness
  std::vector<double> kinds;        ///< cumulative shares
  std::vector<double> disciplines;  ///< cumulative shares
};

/// A source in the region whose callers are of the world's kinds and disciplines; it has no name
/// and no rate yet.
Source source_in(const models::World& world, models::Id<models::Region> region, Source::Sort sort);

/// The name of a stream that two names and its sort tell apart from all others.
std::uint64_t stream_name(Source::Sort sort, std::string_view first, std::string_view second);

/// Running sums of shares, as parts of their total.
std::vector<double> cumulative(const std::vector<double>& shares);

}  // namespace sim
