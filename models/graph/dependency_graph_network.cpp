#include "models/graph/dependency_graph_network.hpp"

#include <algorithm>

namespace models {
namespace {

constexpr std::size_t hub = 0;
/// A line more changes nothing to what cannot be missed.
constexpr int most_lines = 8;

void add_centre(const World& world, Id<Centre> centre, NetworkGraph& out) {
  const std::size_t place = out.nodes.size();
  out.nodes.push_back({world.centres[centre].id, NetworkNode::Kind::centre, centre, {}});
  const auto access =
      centre.index < world.network.access.size() ? world.network.access[centre] : Id<Component>{};
  if (!access) {
    out.links.push_back({hub, place});
    return;
  }
  const Component& component = world.components[access];
  const int lines = std::min(component.n - component.k + 1, most_lines);
  for (int line = 1; line <= lines; ++line) {
    const std::size_t middle = out.nodes.size();
    const std::string number = lines > 1 ? "/" + std::to_string(line) : "";
    out.nodes.push_back({component.id + number, NetworkNode::Kind::line, centre, access});
    out.links.push_back({hub, middle});
    out.links.push_back({middle, place});
  }
}

}  // namespace

NetworkGraph network_graph(const World& world) {
  NetworkGraph out;
  if (world.network.hub.empty())
    return out;
  out.nodes.push_back({world.network.hub, NetworkNode::Kind::hub, {}, {}});
  for (const auto centre : world.centres.ids())
    add_centre(world, centre, out);
  out.weak = weak_points(out.nodes.size(), out.links);
  return out;
}

}  // namespace models
