#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "results/observations.hpp"
#include "sim/calls/caller_ledger.hpp"
#include "sim/replications/shared_block.hpp"

namespace sim {

/// The twin of a replication, for other disturbed worlds of the same one: 15 bytes a caller, and
/// its facts.
class KeptTwin {
public:
  /// Copies what a child has put there.
  explicit KeptTwin(const SharedBlock& block);

  const results::Facts& facts() const { return facts_; }
  std::uint32_t background_callers() const { return static_cast<std::uint32_t>(fate_.size()); }
  /// Of the first `count` callers.
  PairedFates fates(std::size_t count);

private:
  results::Facts facts_;
  std::vector<std::uint8_t> fate_;
  std::vector<std::uint16_t> cell_;
  std::vector<float> first_attempt_s_, delay_s_, help_s_;
};

/// By replication.
using KeptTwins = std::map<std::uint64_t, KeptTwin>;

}  // namespace sim
