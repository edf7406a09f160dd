#include "models/takeover/takeover_capacity.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/graph/dependency_graph.hpp"
#include "models/takeover/takeover_capacity_receivers.hpp"

namespace models {
namespace {

constexpr std::size_t source = 0, sink = 1;

std::int64_t thousandths(double erlang) {
  return std::llround(erlang * 1000);
}

/// One kind of work of one lost centre.
struct Row {
  Id<Centre> from;
  Id<Stage> stage;
  Id<Discipline> discipline;
  double erlang = 0;
};

/// source -> work -> receiving groups -> lines of their centre (when somebody is on the line) ->
/// sink
class Plumbing {
public:
  Plumbing(const World& world, const Receivers& receivers, const std::vector<Row>& rows)
      : world_(world), receivers_(receivers), rows_(rows), nodes_(2 + rows.size()) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      pipe({source, row_node(i), thousandths(rows[i].erlang)}, {});
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (const auto& [group, share] :
           receivers.of(rows[i].from, rows[i].stage, rows[i].discipline)) {
        const double most = std::ceil(rows[i].erlang * share * 1000);
        pipe({row_node(i), group_node(group), static_cast<std::int64_t>(most)},
             {Bottleneck::Kind::division, group, world.groups[group].centre});
      }
  }

  /// Only the rows for which `wanted` holds send anything.
  GraphFlow flow(const std::vector<bool>& wanted) const {
    std::vector<Pipe> pipes = pipes_;
    for (std::size_t i = 0; i < rows_.size(); ++i)
      if (!wanted[i])
        pipes[i].capacity = 0;  // the rows' own pipes come first
    return maximum_flow(nodes_, pipes, source, sink);
  }

  bool carries(std::size_t row, const GraphFlow& flow) const {
    return flow.through[row] >= pipes_[row].capacity;
  }
  void find_bottlenecks(std::size_t row, const GraphFlow& flow, std::set<Bottleneck>& out) const {
    bool received = false;
    for (const Pipe& pipe : pipes_)
      received |= pipe.from == row_node(row);
    if (!received)
      out.insert({Bottleneck::Kind::no_receiver, {}, rows_[row].from});
    for (const std::size_t full : full_pipes_around(row_node(row), source, pipes_, flow))
      if (reasons_[full].centre)
        out.insert(reasons_[full]);
  }

private:
  static std::size_t row_node(std::size_t row) { return 2 + row; }

  void pipe(const Pipe& pipe, const Bottleneck& reason) {
    pipes_.push_back(pipe);
    reasons_.push_back(reason);
  }
  std::size_t group_node(Id<AgentGroup> group) {
    const auto [at, is_new] = group_nodes_.try_emplace(group, nodes_);
    if (!is_new)
      return at->second;
    ++nodes_;
    const AgentGroup& row = world_.groups[group];
    const bool on_line =
        world_.stages[row.stage].caller_on_line && world_.centres[row.centre].lines;
    const auto room = receivers_.room(group);
    pipe({at->second, on_line ? lines_node(row.centre) : sink, thousandths(room.erlang)},
         {room.limited_by, group, row.centre});
    return at->second;
  }
  std::size_t lines_node(Id<Centre> centre) {
    const auto [at, is_new] = lines_nodes_.try_emplace(centre, nodes_);
    if (is_new) {
      ++nodes_;
      pipe({at->second, sink, thousandths(receivers_.lines_left(centre))},
           {Bottleneck::Kind::lines, {}, centre});
    }
    return at->second;
  }

  const World& world_;
  const Receivers& receivers_;
  const std::vector<Row>& rows_;
  std::size_t nodes_;
  std::vector<Pipe> pipes_;
  std::vector<Bottleneck> reasons_;
  std::map<Id<AgentGroup>, std::size_t> group_nodes_;
  std::map<Id<Centre>, std::size_t> lines_nodes_;
};

std::vector<Row> rows_of(const World& world, const OfferedLoad& load,
                         const std::vector<Id<Centre>>& lost, double factor) {
  std::map<std::tuple<Id<Centre>, Id<Stage>, Id<Discipline>>, double> sums;
  for (const auto stage : world.stages.ids())
    for (const auto region : world.regions.ids())
      for (const auto discipline : world.disciplines.ids()) {
        const auto group = world.route(stage, region, discipline);
        if (!group)
          continue;
        const auto centre = world.groups[group].centre;
        if (std::find(lost.begin(), lost.end(), centre) != lost.end())
          sums[{centre, stage, discipline}] += load.of(stage, region, discipline).erlang * factor;
      }
  std::vector<Row> out;
  for (const auto& [key, erlang] : sums)
    if (erlang > 0)
      out.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), erlang});
  return out;
}

/// Rows of several centres added up, by stage and then by size: the order of filling.
std::vector<CarriedWork> work_of(const std::vector<Row>& rows) {
  std::vector<CarriedWork> out;
  for (const Row& row : rows) {
    auto at = std::find_if(out.begin(), out.end(), [&](const CarriedWork& work) {
      return work.stage == row.stage && work.discipline == row.discipline;
    });
    if (at == out.end())
      at = out.insert(out.end(), {row.stage, row.discipline, 0, 0, {}});
    at->offered_erlang += row.erlang;
  }
  std::sort(out.begin(), out.end(), [](const CarriedWork& a, const CarriedWork& b) {
    return std::tie(a.stage, a.offered_erlang, a.discipline) <
           std::tie(b.stage, b.offered_erlang, b.discipline);
  });
  return out;
}

bool is_of(const Row& row, const CarriedWork& work) {
  return row.stage == work.stage && row.discipline == work.discipline;
}

/// Of the rows that are cut short; when the flow gave people to this work and took them from
/// another, of all its rows.
void find_bottlenecks(const Plumbing& plumbing, const std::vector<Row>& rows, const GraphFlow& flow,
                      CarriedWork& work) {
  std::set<Bottleneck> of_short, of_all;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!is_of(rows[i], work))
      continue;
    plumbing.find_bottlenecks(i, flow, of_all);
    if (!plumbing.carries(i, flow))
      plumbing.find_bottlenecks(i, flow, of_short);
  }
  const auto& reasons = of_short.empty() ? of_all : of_short;
  work.bottlenecks.assign(reasons.begin(), reasons.end());
}

/// Lets in one kind of work after the other; what a kind adds to the flow is what is carried of it.
void fill(const Plumbing& plumbing, const std::vector<Row>& rows, TakeoverCapacity& out) {
  std::vector<bool> wanted(rows.size(), false);
  GraphFlow flow;
  for (CarriedWork& work : out.work) {
    for (std::size_t i = 0; i < rows.size(); ++i)
      wanted[i] = wanted[i] || is_of(rows[i], work);
    const std::int64_t before = flow.value;
    flow = plumbing.flow(wanted);
    const double carried = static_cast<double>(flow.value - before) / 1000;
    work.carried_erlang = std::min(carried, work.offered_erlang);
    out.offered_erlang += work.offered_erlang;
    out.carried_erlang += work.carried_erlang;
  }
  for (CarriedWork& work : out.work)
    if (!work.holds())
      find_bottlenecks(plumbing, rows, flow, work);
}

}  // namespace

bool TakeoverCapacity::holds() const {
  return std::all_of(work.begin(), work.end(), [](const CarriedWork& row) { return row.holds(); });
}

TakeoverCapacity takeover_capacity(const World& world, const OfferedLoad& load,
                                   const std::vector<Id<Centre>>& lost,
                                   const TakeoverQuestion& question) {
  const double factor = world.demand.hour_of_week[static_cast<std::size_t>(question.hour_of_week)];
  const Receivers receivers(world, load, lost, question);
  const std::vector<Row> rows = rows_of(world, load, lost, factor);
  TakeoverCapacity out{lost, work_of(rows), 0, 0};
  fill(Plumbing(world, receivers, rows), rows, out);
  return out;
}

std::vector<std::vector<Id<Centre>>> singles_and_pairs(const World& world) {
  std::set<Id<Centre>> working, one_of_several;
  for (const AgentGroup& group : world.groups) {
    working.insert(group.centre);
    for (const AgentGroup& other : world.groups)
      if (other.stage == group.stage && other.centre != group.centre)
        one_of_several.insert(group.centre);
  }
  std::vector<std::vector<Id<Centre>>> out;
  for (const auto centre : working)
    out.push_back({centre});
  for (const auto first : one_of_several)
    for (const auto second : one_of_several)
      if (first < second)
        out.push_back({first, second});
  return out;
}

}  // namespace models
