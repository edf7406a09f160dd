#include "sim/replications/recovery.hpp"

#include <algorithm>

#include "results/observations.hpp"

namespace sim {

namespace {

constexpr std::uint32_t enough_callers = 20;
constexpr double settled_s = 900;

/// Fewer than nine in ten are answered in time.
bool is_down(const ServiceBin& bin) {
  return 10 * std::uint64_t{bin.in_time} < 9 * std::uint64_t{bin.callers};
}

}  // namespace

double recovery_s(std::span<const ServiceBin> bins, double looked_s, double window_s) {
  const auto end_of = [&](std::size_t bin) {
    return std::min(static_cast<double>(bin + 1) * service_bin_s, window_s);
  };
  double back_s = 0, from_s = 0, late_until_s = 0;
  ServiceBin joined;
  bool anybody_since = false;  // answered in time, after the last who was not
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (from_s >= std::max(looked_s, back_s + settled_s))
      return back_s;
    joined.callers += bins[i].callers;
    joined.in_time += bins[i].in_time;
    if (bins[i].in_time < bins[i].callers)
      late_until_s = end_of(i);
    if (joined.callers >= enough_callers) {
      if (is_down(joined)) {
        back_s = late_until_s;
        anybody_since = false;
      }
      joined = {};
      from_s = end_of(i);
    }
    anybody_since |= bins[i].in_time > 0 && end_of(i) > back_s;
  }
  const bool settled = anybody_since && window_s - back_s >= settled_s;
  return back_s == 0 || settled ? back_s : results::never;
}

}  // namespace sim
