#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Questions to a plain graph of numbered nodes. The only room where Boost.Graph is known.
namespace models {

struct GraphLink {
  std::size_t a, b;
};

/// What a connected graph cannot miss: nodes and links whose loss leaves it in more pieces.
struct WeakPoints {
  std::vector<std::size_t> articulation_points;  ///< nodes, ascending
  std::vector<std::size_t> bridges;              ///< places in the list of links, ascending
};

/// By biconnected components (Hopcroft and Tarjan, 1973); two links between the same nodes count
/// as two.
WeakPoints weak_points(std::size_t nodes, const std::vector<GraphLink>& links);

/// A directed link that carries at most `capacity`.
struct Pipe {
  std::size_t from, to;
  std::int64_t capacity;
};

struct GraphFlow {
  std::int64_t value = 0;
  std::vector<std::int64_t> through;  ///< of each pipe
};

/// A maximum flow (Edmonds and Karp, 1972). Whole numbers, hence exact.
GraphFlow maximum_flow(std::size_t nodes, const std::vector<Pipe>& pipes, std::size_t source,
                       std::size_t sink);

/// Pipes that stop more from flowing out of `node`: full ones on the border of what can still be
/// reached from it, others' flow pushed aside where that helps, but not by way of the source.
/// Ascending.
std::vector<std::size_t> full_pipes_around(std::size_t node, std::size_t source,
                                           const std::vector<Pipe>& pipes, const GraphFlow& flow);

}  // namespace models
