#include "scenarios/attack/many_races.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace scenarios {

namespace {

void add(ManyRaces& all, const Attack& attack, const Race& race) {
  for (std::size_t asset = 0; asset < race.holds.size(); ++asset)
    if (std::isfinite(race.holds[asset].taken_s))
      all.reached[asset].taken_s.push_back(race.holds[asset].taken_s);
  if (std::isfinite(race.alarm_s))
    all.evicted_s.push_back(race.evicted_s - race.alarm_s);
  if (race.is_stopped()) {
    all.only_cut += std::isfinite(race.touch_s) ? 1 : 0;
    all.by_itself += std::isfinite(race.alarm_s) ? 0 : 1;
    return;
  }
  ++all.struck;
  all.strike_s.push_back(race.strike_s);
  all.known_s.push_back(std::max(0.0, race.alarm_s - race.strike_s));
  double hit = 0, first_s = Race::not_at_all, last_s = 0;
  for (std::size_t asset = 0; asset < race.holds.size(); ++asset) {
    const Race::Hold& hold = race.holds[asset];
    if (!attack.assets[asset].has_effects || !std::isfinite(hold.struck_s))
      continue;
    ++hit;
    first_s = std::min(first_s, hold.back_s);
    last_s = std::max(last_s, hold.back_s);
  }
  all.hit.push_back(hit);
  all.first_back_s.push_back(first_s - race.strike_s);
  all.all_back_s.push_back(last_s - race.strike_s);
}

}  // namespace

ManyRaces many_races(const NamedAttack& named, std::uint64_t seed, std::size_t count,
                     const models::Calendar& calendar) {
  const auto each = [&](const Attack& attack, const std::function<void(const Race&)>& look) {
    for (std::size_t i = 0; i < count; ++i) {
      const models::ReplicationKey key{seed, i};
      look(play(attack, named.threat, key, named.onset.at(key, calendar), calendar));
    }
  };
  const auto struck = [&](const Attack& attack) {
    std::size_t out = 0;
    each(attack, [&](const Race& race) { out += race.is_stopped() ? 0 : 1; });
    return out;
  };
  ManyRaces out;
  out.races = count;
  for (const Asset& asset : named.attack.assets)
    out.reached.push_back({asset.id, {}});
  each(named.attack, [&](const Race& race) { add(out, named.attack, race); });
  std::set<std::string> told;
  for (const AttackStep& step : named.attack.steps) {
    if (!told.insert(step.name).second)
      continue;
    Attack closed = named.attack;
    for (AttackStep& other : closed.steps)
      if (other.name == step.name)
        other.chance = 0;
    out.without.push_back({step.name, struck(closed)});
  }
  if (named.attack.watch) {
    Attack unwatched = named.attack;
    unwatched.watch.reset();
    out.without.push_back({"watch", struck(unwatched)});
  }
  return out;
}

}  // namespace scenarios
