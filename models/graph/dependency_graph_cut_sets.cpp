#include "models/graph/dependency_graph_cut_sets.hpp"

#include <algorithm>
#include <set>

namespace models {
namespace {

using Set = std::vector<std::size_t>;  // ascending

struct BySize {
  bool operator()(const Set& a, const Set& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};
using Sets = std::set<Set, BySize>;

bool has_part_in(const Sets& sets, const Set& set) {
  // Subsets by the bits of a number: sets are short.
  for (unsigned bits = 1; bits + 1 < (1u << set.size()); ++bits) {
    Set part;
    for (std::size_t i = 0; i < set.size(); ++i)
      if ((bits >> i) & 1u)
        part.push_back(set[i]);
    if (sets.contains(part))
      return true;
  }
  return sets.contains(Set{});
}

/// Absorption: a set that holds another one says nothing new.
Sets minimal(const Sets& sets) {
  Sets out;
  for (const Set& set : sets)  // small ones first
    if (!has_part_in(out, set))
      out.insert(set);
  return out;
}

class Search {
public:
  Search(const World& world, const std::vector<BasicEvent>& events, std::size_t order)
      : world_(world),
        order_(order),
        direct_(world.components.size()),
        known_(world.components.size()) {
    for (std::size_t i = 0; i < events.size(); ++i)
      for (const auto component : events[i].loses)
        direct_[component].push_back(i);
  }

  Sets of(const Needs& needs) {
    if (needs.component)
      return of(needs.component);
    if (needs.k <= 0)
      return {};
    // Lost when this many of the parts are lost; `lost[j]`: how j of the parts so far can be.
    const std::size_t enough = needs.of.size() - static_cast<std::size_t>(needs.k) + 1;
    std::vector<Sets> lost(enough + 1);
    lost[0].insert(Set{});
    for (const Needs& part : needs.of) {
      const Sets of_part = of(part);
      for (std::size_t j = enough; j > 0; --j) {
        lost[j].merge(both(lost[j - 1], of_part));
        lost[j] = minimal(lost[j]);
      }
    }
    return lost[enough];
  }

private:
  Sets of(Id<Component> id) {
    auto& known = known_[id];
    if (!known) {
      Sets sets = of(world_.components[id].needs);
      for (const std::size_t event : direct_[id])
        sets.insert({event});
      known = minimal(sets);
    }
    return *known;
  }

  Sets both(const Sets& left, const Sets& right) const {
    Sets out;
    for (const Set& a : left)
      for (const Set& b : right) {
        Set joined;
        std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(joined));
        if (joined.size() <= order_)
          out.insert(std::move(joined));
      }
    return out;
  }

  const World& world_;
  std::size_t order_;
  Table<Component, Set> direct_;
  Table<Component, std::optional<Sets>> known_;
};

CutSet with_unavailability(const Set& set, const std::vector<BasicEvent>& events) {
  double product = 1;
  for (const std::size_t event : set) {
    if (!events[event].unavailability)
      return {set, {}};
    product *= *events[event].unavailability;
  }
  return {set, product};
}

}  // namespace

std::vector<FunctionCutSets> minimal_cut_sets(const World& world,
                                              const std::vector<BasicEvent>& events,
                                              std::size_t order) {
  Search search(world, events, order);
  std::vector<FunctionCutSets> out;
  for (const FunctionAt& at : world.functions_at) {
    FunctionCutSets function;
    for (const Set& set : search.of(at.needs)) {
      function.sets.push_back(with_unavailability(set, events));
      const auto& last = function.sets.back().unavailability;
      function.unavailability += last.value_or(0);
      function.unknown += last ? 0 : 1;
    }
    out.push_back(std::move(function));
  }
  return out;
}

}  // namespace models
