#include "sim/replications/shorter_windows.hpp"

#include <algorithm>
#include <set>

#include "sim/calls/fact_shape.hpp"
#include "sim/replications/slots.hpp"

namespace sim {

namespace {

constexpr double bin_s = 900;  // in which callers are drawn

/// Who is drawn before the window ends dials before its drain does. Else the longer window would
/// number callers that the shorter one leaves out.
bool drain_has_room(const models::World& world, const scenarios::Window& window) {
  const double later_s = world.demand.bursts ? world.demand.bursts->within_s : 0;
  return window.drain_s >= bin_s + later_s;
}

bool is_normal_day(const scenarios::Scenario& scenario) {
  return !scenario.component_failures &&
         std::ranges::none_of(scenario.threats, &scenarios::Threat::background);
}

}  // namespace

std::vector<double> shorter_windows(const models::World& world, const scenarios::Scenario& scenario,
                                    const std::vector<double>& ends_s) {
  const scenarios::Window& window = scenario.window;
  if (!is_normal_day(scenario) || !drain_has_room(world, window))
    return {};
  std::set<double> out;
  for (const double end_s : ends_s) {
    scenarios::Window shorter = window;
    shorter.end_s = end_s;
    if (end_s > window.warm_up_s && end_s < window.end_s && slot_s(shorter) == slot_s(window) &&
        timeline_shape(shorter).bin_s == timeline_shape(window).bin_s)
      out.insert(end_s);
  }
  return {out.begin(), out.end()};
}

}  // namespace sim
