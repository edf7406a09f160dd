#include "sim/replications/slots.hpp"

#include <stdexcept>

#include "sim/systems/clock.hpp"

namespace sim {

namespace {

constexpr double shortest_s = 0x1p21;  // 24 days: longer than the windows of threats
constexpr double spare_s = 60;

}  // namespace

double slot_s(const scenarios::Window& window) {
  double out = shortest_s;
  while (out < window.end_s + window.drain_s + spare_s)
    out *= 2;
  if (out > last_clock_s - first_clock_s)
    throw std::length_error("a window of more than a hundred years");
  return out;
}

double begins_s(const scenarios::Window& window, std::uint64_t replication) {
  const double slot = slot_s(window);
  const auto slots = static_cast<std::uint64_t>((last_clock_s - first_clock_s) / slot);
  return first_clock_s + static_cast<double>(replication % slots) * slot;
}

}  // namespace sim
