#include "scenarios/attack/attack_moments.hpp"

#include <algorithm>
#include <cmath>

namespace scenarios {

namespace {

using Kind = AttackMoment::Kind;

void add(std::vector<AttackMoment>& out, double t_s, Kind kind, const std::string& of = "",
         const std::string& from = "") {
  if (std::isfinite(t_s))
    out.push_back({t_s, kind, of, from});
}

void add_hold(std::vector<AttackMoment>& out, const Attack& attack, const Race& race,
              std::size_t asset) {
  const Race::Hold& hold = race.holds[asset];
  const std::string& id = attack.assets[asset].id;
  if (asset != race.begin)
    add(out, hold.taken_s, Kind::taken, id,
        hold.step < attack.steps.size() ? attack.assets[attack.steps[hold.step].from].id : "");
  if (!attack.assets[asset].has_effects)
    return;
  add(out, hold.struck_s, Kind::struck, id);
  add(out, hold.back_s, Kind::restored, id);
}

}  // namespace

std::vector<AttackMoment> moments_of(const Attack& attack, const Race& race) {
  std::vector<AttackMoment> out;
  add(out, 0, Kind::access, attack.assets[race.begin].id);
  for (std::size_t asset = 0; asset < race.holds.size(); ++asset)
    add_hold(out, attack, race, asset);
  add(out, race.alarm_s, race.seen ? Kind::seen : Kind::noticed);
  for (std::size_t i = 0; i < race.cuts.size(); ++i) {
    add(out, race.cuts[i].from_s, Kind::isolated, attack.isolations[i].id);
    add(out, race.cuts[i].to_s, Kind::reconnected, attack.isolations[i].id);
  }
  add(out, race.evicted_s, Kind::evicted);
  std::ranges::stable_sort(out, {}, &AttackMoment::t_s);
  return out;
}

}  // namespace scenarios
