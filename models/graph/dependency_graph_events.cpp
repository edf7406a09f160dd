#include "models/graph/dependency_graph_events.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace models {
namespace {

/// A cold standby is asked only when its primary fails: it is missing when it does not start, or
/// when it is itself down at that time.
void add_unavailability(const Component& component, BasicEvent& event) {
  std::optional<double> down;
  if (component.mtbf_s && component.repair_s)
    down = k_of_n_unavailability(component.n, component.k, *component.mtbf_s / (1 - component.beta),
                                 mean(*component.repair_s));
  if (component.standby && component.standby->start_fails > 0) {
    event.on_demand = true;
    down = 1 - (1 - down.value_or(0)) * (1 - component.standby->start_fails);
  }
  event.unavailability = down;
}

/// Of the failures that take all units of the component at once.
double common_unavailability(const Component& component) {
  return k_of_n_unavailability(1, 1, *component.mtbf_s / component.beta, mean(*component.repair_s));
}

}  // namespace

std::vector<BasicEvent> basic_events(const World& world) {
  std::vector<BasicEvent> out;
  std::map<std::string, std::vector<Id<Component>>> groups;
  for (const auto id : world.components.ids()) {
    const Component& component = world.components[id];
    BasicEvent event{component.id, false, {id}, {}, false};
    add_unavailability(component, event);
    out.push_back(event);
    if (!component.common_cause.empty())
      groups[component.common_cause].push_back(id);
  }
  for (const auto& [cause, members] : groups)
    out.push_back({cause, true, members, {}, false});
  for (const auto id : world.components.ids()) {
    const Component& component = world.components[id];
    if (component.beta <= 0)
      continue;
    const auto group = std::find_if(out.begin(), out.end(), [&](const BasicEvent& event) {
      return event.common_cause && event.id == component.common_cause && event.loses.size() == 1;
    });
    auto& event =
        group != out.end() ? *group : out.emplace_back(BasicEvent{component.id, true, {id}, {}});
    event.unavailability = common_unavailability(component);
  }
  return out;
}

double k_of_n_unavailability(int n, int k, double mtbf_s, double mean_down_s) {
  const double down = mean_down_s / (mtbf_s + mean_down_s);
  if (down <= 0)
    return 0;
  double sum = 0;
  for (int lost = n - k + 1; lost <= n; ++lost)
    sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(lost + 1.0) - std::lgamma(n - lost + 1.0) +
                    lost * std::log(down) + (n - lost) * std::log1p(-down));
  return sum;
}

}  // namespace models
