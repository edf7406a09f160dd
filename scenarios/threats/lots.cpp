#include "scenarios/threats/lots.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include <fmt/format.h>

#include "models/text/read_values.hpp"

namespace scenarios {

using models::Fields;
using models::Node;
using models::Place;

namespace {

double lot_of(const Lottery& lottery, models::Id<models::Centre> centre, const char* what) {
  const std::uint64_t name = models::name_of(lottery.draft.world.centres[centre].id);
  return models::uniform(lottery.key, models::Purpose::effect,
                         {models::name_of(lottery.threat + what), name, 0});
}

bool is_drawn(const Node::Entry& entry) {
  return entry.key == "at" && entry.value.type == Node::Type::map;
}

Node names_of(const Node& like, const Centres& centres, const models::World& world) {
  Node out = like;
  out.type = Node::Type::sequence;
  out.entries.clear();
  for (const auto centre : centres) {
    Node& name = out.items.emplace_back();
    name.type = Node::Type::scalar;
    name.text = world.centres[centre].id;
    name.mark = like.mark;
  }
  return out;
}

Node filled(const Place& place, const Lottery& lottery) {
  Node out = place.node();
  for (Node& item : out.items)
    item = filled(place.child(item, ""), lottery);
  for (Node::Entry& entry : out.entries) {
    const Place at = place.child(entry.value, entry.key);
    entry.value = is_drawn(entry)
                      ? names_of(entry.value, draw_places(at, lottery), lottery.draft.world)
                      : filled(at, lottery);
  }
  return out;
}

}  // namespace

Centres by_lot(const Lottery& lottery, const Centres& of, std::size_t count) {
  std::vector<std::pair<double, models::Id<models::Centre>>> lots;
  for (const auto centre : of)
    lots.emplace_back(lot_of(lottery, centre, ".target"), centre);
  std::sort(lots.begin(), lots.end());
  lots.resize(std::min(count, lots.size()));
  Centres out;
  for (const auto& [lot, centre] : lots)
    out.push_back(centre);
  return out;
}

Centres each_by_chance(const Lottery& lottery, const Centres& of, double probability,
                       double correlation) {
  const double common = models::uniform(lottery.key, models::Purpose::effect,
                                        {models::name_of(lottery.threat + ".common"), 0, 0});
  Centres out;
  for (const auto centre : of)
    if (correlated_uniform(common, lot_of(lottery, centre, ".each"), correlation) < probability)
      out.push_back(centre);
  return out;
}

Centres with_partners(const models::World& world, const Centres& centres) {
  Centres out;
  const auto add = [&](models::Id<models::Centre> centre) {
    if (std::find(out.begin(), out.end(), centre) == out.end())
      out.push_back(centre);
  };
  for (const auto centre : centres) {
    add(centre);
    if (const auto& partners = world.takeover.partners; !partners.empty())
      if (!partners[centre].empty())
        add(partners[centre].front().centre);
  }
  return out;
}

Centres centres_with_regions(const models::World& world) {
  Centres out;
  for (const auto id : world.centres.ids())
    if (std::any_of(world.regions.begin(), world.regions.end(),
                    [&](const auto& region) { return region.centre == id; }))
      out.push_back(id);
  return out;
}

double correlated_uniform(double common, double own, double correlation) {
  const boost::math::normal normal;
  return boost::math::cdf(normal,
                          std::sqrt(correlation) * boost::math::quantile(normal, common) +
                              std::sqrt(1 - correlation) * boost::math::quantile(normal, own));
}

Node with_places_drawn(const Place& effect, const Lottery& lottery) {
  return filled(effect, lottery);
}

Centres draw_places(const Place& place, const Lottery& lottery) {
  const models::World& world = lottery.draft.world;
  Fields fields(place);
  Centres of;
  if (const auto at = fields.require("of"))
    of = models::read_all_or_names(*at, lottery.draft.centres, centres_with_regions(world));
  const auto random = fields.find("random"), each = fields.find("each");
  if (fields.is_map() && random.has_value() == each.has_value())
    place.fail("must have random or each, one of them");
  Centres out;
  if (random) {
    const int count = models::count_in(1, 1'000'000)(*random);
    if (static_cast<std::size_t>(count) > of.size() && !of.empty())
      random->fail(fmt::format("must be at most the {} meldkamers of `of`, found {}", of.size(),
                               describe(random->node())));
    out = by_lot(lottery, of, static_cast<std::size_t>(count));
    if (fields.get("partners", models::read_boolean, false))
      out = with_partners(world, out);
  } else if (each) {
    const double probability = models::read_share(*each);
    out =
        each_by_chance(lottery, of, probability, fields.get("correlation", models::read_share, 0));
  }
  return out;
}

bool draws_places(const Node& node) {
  return std::any_of(node.items.begin(), node.items.end(), draws_places) ||
         std::any_of(node.entries.begin(), node.entries.end(), [](const Node::Entry& entry) {
           return is_drawn(entry) || draws_places(entry.value);
         });
}

}  // namespace scenarios
