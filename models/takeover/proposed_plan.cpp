#include "models/takeover/proposed_plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "models/takeover/known_pair.hpp"
#include "models/text/read_values.hpp"
#include "models/text/yaml_document.hpp"

namespace models {
namespace {

constexpr int hours_of_week = 168, least_percent = 5;

/// Of all hours with the same people on duty the one with the most demand: no other can be worse.
std::vector<int> decisive_hours(const World& world) {
  std::map<std::vector<int>, int> worst;
  for (int hour = 0; hour < hours_of_week; ++hour) {
    std::vector<int> staff;
    for (const AgentGroup& group : world.groups)
      staff.push_back(group.roster.at(hour * int(hour_s)));
    const auto [at, is_new] = worst.try_emplace(std::move(staff), hour);
    const auto demand = [&](int h) {
      return world.demand.hour_of_week[static_cast<std::size_t>(h)];
    };
    if (!is_new && demand(hour) > demand(at->second))
      at->second = hour;
  }
  std::vector<int> out;
  for (const auto& [staff, hour] : worst)
    out.push_back(hour);
  return out;
}

/// The share of everything that `home` does which its only partner could carry, in any hour.
double share_carried(const World& world, const OfferedLoad& load, Id<Centre> home,
                     const std::vector<int>& hours) {
  double least = 1;
  for (const int hour : hours)
    for (const CarriedWork& work :
         takeover_capacity(world, load, {home}, {hour, Receiving::plan, false, 1}).work)
      least = std::min(least, work.holds() ? 1 : work.share());
  return least;
}

/// Whole per cent in proportion to the weights, adding up to 100 by the largest remainders; all
/// zero when the weights are.
std::vector<int> percent_of(const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<int> out(weights.size(), 0);
  if (sum <= 0)
    return out;
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto exact = [&](std::size_t i) { return 100 * weights[i] / sum; };
  for (const std::size_t i : order)
    out[i] = static_cast<int>(exact(i));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return exact(a) - out[a] > exact(b) - out[b];
  });
  const int missing = 100 - std::accumulate(out.begin(), out.end(), 0);
  for (int i = 0; i < missing; ++i)
    ++out[order[static_cast<std::size_t>(i)]];
  return out;
}

std::vector<int> divided(std::vector<double> weights) {
  const auto percent = percent_of(weights);
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (percent[i] < least_percent)
      weights[i] = 0;
  return percent_of(weights);
}

/// Who has rehearsed first, because the first gives the clock of the switch; then the largest part;
/// each share is of what the ones before it leave.
std::vector<Partner> in_order(const World& world, Id<Centre> home,
                              const std::vector<Id<Centre>>& candidates,
                              const std::vector<int>& percent) {
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return percent[a] > percent[b]; });
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
    return known_pair(world, home, candidates[i]).trained;
  });
  std::vector<Partner> out;
  double left = 100;
  for (const std::size_t i : order) {
    if (percent[i] == 0)
      continue;
    out.push_back({candidates[i], percent[i] / left, false,
                   known_pair(world, home, candidates[i]).disciplines});
    left -= percent[i];
  }
  return out;
}

}  // namespace

PartnersOfAll plan_by_maximum_flow(const World& world, const OfferedLoad& load) {
  const std::vector<int> hours = decisive_hours(world);
  World trial = world;
  const std::vector<Id<Centre>> all = centres_taken_over(world);
  PartnersOfAll out(world.centres.size());
  for (const auto home : all) {
    std::vector<double> weights;
    for (const auto partner : all) {
      trial.takeover.partners[home] = {known_pair(world, home, partner)};
      weights.push_back(partner == home ? 0 : share_carried(trial, load, home, hours));
    }
    out[home] = in_order(world, home, all, divided(std::move(weights)));
  }
  return out;
}

namespace {

Node written_partner(const World& world, const Partner& partner) {
  Node out = map_node({{"to", plain_node(world.centres[partner.centre].id)},
                       {"share", plain_node(fmt::format("{:.4g}", partner.share))}});
  if (partner.trained)
    out.entries.push_back({"trained", {}, plain_node("true")});
  std::vector<Node> disciplines;
  for (const auto discipline : partner.disciplines)
    disciplines.push_back(plain_node(world.disciplines[discipline].id));
  if (!disciplines.empty())
    out.entries.push_back({"disciplines", {}, list_node(std::move(disciplines))});
  return out;
}

}  // namespace

std::string plan_as_yaml(const World& world, const TakeoverPlan& plan, const std::string& source) {
  Node partners = map_node({{"source", text_node(source)}, {"kind", plain_node("derived")}});
  for (const auto home :
       plan.partners.size() == 0 ? std::vector<Id<Centre>>{} : world.centres.ids()) {
    std::vector<Node> list;
    for (const Partner& partner : plan.partners[home])
      list.push_back(written_partner(world, partner));
    if (!list.empty())
      partners.entries.push_back({world.centres[home].id, {}, list_node(std::move(list))});
  }
  const Node written = map_node({{"name", text_node(plan.name)},
                                 {"description", text_node(plan.description)},
                                 {"partners", std::move(partners)}});
  return to_yaml_block(map_node({{"takeover_plans", map_node({{plan.id, written}})}}), 3);
}

}  // namespace models
