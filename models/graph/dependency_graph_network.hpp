#pragma once

#include <string>
#include <vector>

#include "models/graph/dependency_graph.hpp"
#include "models/world/world.hpp"

namespace models {

struct NetworkNode {
  std::string id;  ///< the hub's name, a centre's id, "wan@rotterdam/1"
  enum class Kind { hub, centre, line } kind;
  Id<Centre> centre;        ///< none for the hub
  Id<Component> component;  ///< of a line
};

/// The network as a star. A centre's access component with n units of which k are needed is
/// n - k + 1 lines next to each other, as many as must be lost before the link is.
struct NetworkGraph {
  std::vector<NetworkNode> nodes;  ///< the hub first, then centre by centre; none without a network
  std::vector<GraphLink> links;
  WeakPoints weak;
};

NetworkGraph network_graph(const World& world);

}  // namespace models
