#pragma once

#include <array>
#include <cstdint>

#include "analysis/statistics/waiting_times.hpp"
#include "results/observations.hpp"

/// What becomes first of what a centre cannot do any more: criteria section 2, takeover.
namespace analysis {

/// The causes of a spell.
enum class LossEnd : unsigned { nobody_yet, elsewhere, repaired };
inline constexpr unsigned loss_ends = 2;

/// When it is told what had become of losses.
inline constexpr std::array<double, 3> losses_told_s = {600, 1800, 3600};

/// Somebody on duty elsewhere received its calls, and at least half of the callers were answered.
bool is_answered_elsewhere(const results::Loss& loss);

Spell spell_of(const results::Loss& loss, double seen_until_s, std::uint64_t replication);

/// Of the shares that had come by some time.
inline const Interval& share_of(const Incidence& incidence, LossEnd end) {
  return end == LossEnd::nobody_yet ? incidence.waiting
                                    : incidence.came.at(static_cast<unsigned>(end) - 1);
}

}  // namespace analysis
