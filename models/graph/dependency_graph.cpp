#include "models/graph/dependency_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <iterator>
#include <set>
#include <utility>

namespace models {
namespace {

using Undirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_index_t, std::size_t>>;

/// The graph with a node in the middle of every second link between the same two nodes: Boost
/// takes a second link to the parent for the first one.
struct Subdivided {
  Undirected graph;
  std::vector<std::size_t> link_of;  ///< by edge index
};

Subdivided subdivide(std::size_t nodes, const std::vector<GraphLink>& links) {
  Subdivided out{Undirected(nodes), {}};
  std::set<std::pair<std::size_t, std::size_t>> seen;
  const auto add = [&](std::size_t a, std::size_t b, std::size_t link) {
    boost::add_edge(a, b, out.link_of.size(), out.graph);
    out.link_of.push_back(link);
  };
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto [a, b] = links[i];
    if (seen.insert(std::minmax(a, b)).second) {
      add(a, b, i);
    } else {
      const std::size_t middle = boost::add_vertex(out.graph);
      add(a, middle, i);
      add(middle, b, i);
    }
  }
  return out;
}

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Directed = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<
        boost::edge_capacity_t, std::int64_t,
        boost::property<boost::edge_residual_capacity_t, std::int64_t,
                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

}  // namespace

WeakPoints weak_points(std::size_t nodes, const std::vector<GraphLink>& links) {
  const Subdivided divided = subdivide(nodes, links);
  std::vector<std::size_t> block(divided.link_of.size());
  const auto block_of = boost::make_iterator_property_map(
      block.begin(), boost::get(boost::edge_index, divided.graph));
  WeakPoints out;
  const std::size_t blocks =
      boost::biconnected_components(divided.graph, block_of,
                                    std::back_inserter(out.articulation_points))
          .first;
  std::vector<int> edges_in(blocks, 0);
  for (const std::size_t of_edge : block)
    ++edges_in[of_edge];
  for (std::size_t edge = 0; edge < block.size(); ++edge)
    if (edges_in[block[edge]] == 1)
      out.bridges.push_back(divided.link_of[edge]);
  std::sort(out.articulation_points.begin(), out.articulation_points.end());
  std::sort(out.bridges.begin(), out.bridges.end());
  return out;
}

GraphFlow maximum_flow(std::size_t nodes, const std::vector<Pipe>& pipes, std::size_t source,
                       std::size_t sink) {
  Directed graph(nodes);
  const auto capacity = boost::get(boost::edge_capacity, graph);
  const auto reverse = boost::get(boost::edge_reverse, graph);
  const auto residual = boost::get(boost::edge_residual_capacity, graph);
  std::vector<Traits::edge_descriptor> edges;
  for (const Pipe& pipe : pipes) {
    const auto there = boost::add_edge(pipe.from, pipe.to, graph).first;
    const auto back = boost::add_edge(pipe.to, pipe.from, graph).first;
    capacity[there] = pipe.capacity;
    capacity[back] = 0;
    reverse[there] = back;
    reverse[back] = there;
    edges.push_back(there);
  }
  GraphFlow out;
  out.value = boost::edmonds_karp_max_flow(graph, source, sink);
  for (const auto edge : edges)
    out.through.push_back(capacity[edge] - residual[edge]);
  return out;
}

std::vector<std::size_t> full_pipes_around(std::size_t node, std::size_t source,
                                           const std::vector<Pipe>& pipes, const GraphFlow& flow) {
  std::set<std::size_t> reached = {node};
  for (bool growing = true; growing;) {
    growing = false;
    const auto reach = [&](std::size_t from, std::size_t to) {
      if (to != source && reached.contains(from))
        growing |= reached.insert(to).second;
    };
    for (std::size_t i = 0; i < pipes.size(); ++i) {
      if (flow.through[i] < pipes[i].capacity)
        reach(pipes[i].from, pipes[i].to);
      if (flow.through[i] > 0)
        reach(pipes[i].to, pipes[i].from);
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pipes.size(); ++i)
    if (reached.contains(pipes[i].from) && !reached.contains(pipes[i].to))
      out.push_back(i);
  return out;
}

}  // namespace models
