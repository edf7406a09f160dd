#pragma once

#include <cstdint>
#include <span>

namespace sim {

/// Callers of five minutes after the onset, whom their discipline answers in the twin.
struct ServiceBin {
  std::uint32_t callers = 0;
  std::uint32_t in_time = 0;  ///< answered here within their own twin's delay plus a minute
};
inline constexpr double service_bin_s = 300;

/// The recovery time of the service (criteria section 2), in seconds after the onset: the end of
/// the last bin that was down, when a quarter of an hour that was not follows it. Bins are joined
/// until they hold enough callers to tell whether the service was down; until when it was, the last
/// of them with a late caller says. Too few callers at the end keep the state before. It is looked
/// at for `looked_s`, and on while the service is down, until the window ends at `window_s`. 0 when
/// it was never down, NaN when it still is at the end.
double recovery_s(std::span<const ServiceBin> bins, double looked_s, double window_s);

}  // namespace sim
