#pragma once

namespace sim {

/// Every moment that an actor gives to the kernel is a multiple of this, in seconds.
inline constexpr double grid_s = 0x1p-20;

/// Replications live between these times of the kernel's clock. Doubles are as far apart there as
/// the grid is, so that the kernel calculates with whole numbers of it: what happens, and so long
/// after its begin, is the same for a replication wherever it begins.
inline constexpr double first_clock_s = 0x1p32, last_clock_s = 0x1p33;

/// The first multiple of the grid that is not earlier. A loop that waits for it ends.
double on_grid(double s);

/// Sleeps for so long, on the grid. Called by an actor.
void sleep_for(double s);

/// Seconds since the begin of one replication.
class Clock {
public:
  /// It begins at this time of the kernel's clock, a multiple of twice the grid.
  explicit Clock(double begins_s) : begins_s_(begins_s) {}

  double now_s() const;
  /// Until then, on the grid; not at all when that is over. Called by an actor.
  void sleep_until(double t_s) const;

private:
  double begins_s_;
};

}  // namespace sim
