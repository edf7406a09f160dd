#include "models/graph/dependency_graph_network.hpp"

#include <gmock/gmock.h>

#include "models/graph/dependency_graph.hpp"
#include "tests/unit/models/dependency_graph_world.hpp"

/// Articulation points, bridges and flows of graphs small enough to see.
namespace {

using namespace models;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Graph, TwoTrianglesOnOneNodeHangOnIt) {
  const WeakPoints weak = weak_points(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}});
  EXPECT_THAT(weak.articulation_points, ElementsAre(2u));
  EXPECT_THAT(weak.bridges, IsEmpty());
}

TEST(Graph, AChainHangsOnEveryLink) {
  const WeakPoints weak = weak_points(3, {{0, 1}, {1, 2}});
  EXPECT_THAT(weak.articulation_points, ElementsAre(1u));
  EXPECT_THAT(weak.bridges, ElementsAre(0u, 1u));
}

TEST(Graph, ASecondLinkBetweenTheSameNodesIsNoBridge) {
  const WeakPoints weak = weak_points(3, {{0, 1}, {1, 0}, {1, 2}});
  EXPECT_THAT(weak.articulation_points, ElementsAre(1u));
  EXPECT_THAT(weak.bridges, ElementsAre(2u));
}

/// Ford and Fulkerson by hand: 0 -> 3 by 1 and by 2, the two joined by a link of one.
TEST(Graph, MaximumFlowByHand) {
  const std::vector<Pipe> pipes = {{0, 1, 4}, {0, 2, 2}, {1, 2, 1}, {1, 3, 2}, {2, 3, 9}};
  const GraphFlow flow = maximum_flow(4, pipes, 0, 3);
  EXPECT_EQ(flow.value, 5);
  EXPECT_EQ(flow.through[1], 2);
  EXPECT_EQ(flow.through[2], 1);
  EXPECT_EQ(flow.through[3], 2);
  EXPECT_THAT(full_pipes_around(1, 0, pipes, flow), ElementsAre(2u, 3u));
}

TEST(Graph, WithoutAWayNothingFlows) {
  EXPECT_EQ(maximum_flow(3, {{0, 1, 5}}, 0, 2).value, 0);
}

const std::string lines_of_two = R"(
components:
  wan: {supplier: s, per: meldkamer, n: 2, k: K}
network: {hub: "Hub", access: wan}
)";

models::World star(const char* k) {
  std::string text = small_graph::rooms + lines_of_two;
  text.replace(text.find("k: K"), 4, std::string("k: ") + k);
  return small_graph::read(text);
}

TEST(NetworkGraph, OfTwoLinesOneMayGo) {
  const NetworkGraph network = network_graph(star("1"));
  EXPECT_EQ(network.nodes.size(), 7u);  // hub, two rooms, two lines each
  ASSERT_THAT(network.weak.articulation_points, ElementsAre(0u));
  EXPECT_EQ(network.nodes[0].id, "Hub");
  EXPECT_THAT(network.weak.bridges, IsEmpty());
}

TEST(NetworkGraph, WhenBothLinesAreNeededBothAreOneBridge) {
  const NetworkGraph network = network_graph(star("2"));
  EXPECT_EQ(network.weak.bridges.size(), 4u);  // on both sides of the access of both rooms
  std::vector<std::string> points;
  for (const std::size_t node : network.weak.articulation_points)
    points.push_back(network.nodes[node].id);
  EXPECT_THAT(points, ElementsAre("Hub", "wan@north", "wan@south"));
}

TEST(NetworkGraph, WithoutAccessComponentsEveryRoomHangsOnOneLink) {
  const NetworkGraph network = network_graph(small_graph::read(small_graph::rooms));
  EXPECT_EQ(network.weak.bridges.size(), 2u);
}

}  // namespace
