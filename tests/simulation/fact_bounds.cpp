#include <algorithm>
#include <cmath>
#include <map>

#include "fact_sums.hpp"
#include "fact_view.hpp"
#include "results/names.hpp"

namespace fact_sums {

namespace {

struct Part {
  CallerCount part, whole;
};
using enum CallerCount;
constexpr Part parts[] = {{genuine, callers},
                          {unreached, callers},
                          {unreached_genuine, unreached},
                          {unreached_genuine, genuine},
                          {lost, genuine},
                          {delayed, genuine},
                          {hit, callers},
                          {hit_genuine, hit},
                          {hit_genuine, genuine},
                          {blocked_genuine, blocked},
                          {incidents, genuine},
                          {lost_incidents, incidents},
                          {first_answered, attempts},
                          {first_in_norm, first_answered},
                          {wrong_address, dispatched},
                          {picture_late, dispatched}};

void persons_in_bounds(const Study& study, const results::Facts& facts, Misses& misses) {
  const auto redials_at_most = study.world.callers.redial.maximum;
  for (std::size_t cell = 0; cell < facts.callers.size() / size_of<CallerCount>; ++cell) {
    const auto n = [&](CallerCount what) { return static_cast<double>(person(facts, cell, what)); };
    for (const auto& [part, whole] : parts)
      at_most(misses, fmt::format("{} in {}", results::name(part), results::name(whole)), n(part),
              n(whole));
    at_most(misses, "each hit takes a failed attempt", n(hit), n(blocked) + n(cut));
    // Whoever waits for the end of the run may have been unreached for less than T_lost; who calls
    // again when 112 is back does it once more than the redials.
    at_most(misses, "unreached and not lost", n(unreached_genuine), n(lost) + n(pending));
    at_most(misses, "lost incidents without lost callers", n(lost_incidents), n(lost) + n(pending));
    if (study.world.callers.deferred_share == 0)
      at_most(misses, "redials", n(redials), redials_at_most * n(callers));
  }
}

void groups_in_bounds(const Study& study, const results::Facts& facts, Misses& misses) {
  const auto& window = study.scenario.window;
  const double length_s = window.end_s - window.warm_up_s;
  for (const auto id : study.world.groups.ids()) {
    const auto& name = study.dimensions.groups[id.index];
    const auto time_s = [&](results::GroupTime what) {
      return facts
          .group_times[id.index * size_of<results::GroupTime> + static_cast<std::size_t>(what)];
    };
    const double busy_s = time_s(results::GroupTime::busy_s);
    const double on_duty_s = time_s(results::GroupTime::on_duty_s);
    at_most(misses, name + ": no negative time", 0,
            *std::min_element(facts.group_times.begin(), facts.group_times.end()));
    at_most(misses, name + ": longest wait", time_s(results::GroupTime::wait_max_s),
            time_s(results::GroupTime::wait_sum_s) + 1e-9);
    at_most(misses, name + ": short of people", time_s(results::GroupTime::short_s),
            length_s + 1e-6);
    at_most(misses, name + ": desks", on_duty_s, study.world.groups[id].desks * length_s + 1e-6);
    if (study.world.groups[id].shift_end == models::ShiftEnd::hand_over)
      at_most(misses, name + ": busy while on duty", busy_s, on_duty_s + 1e-6);
  }
  for (const auto* seconds :
       {&facts.unreachable_112_s, &facts.dispatch_impossible_s, &facts.degraded_s})
    for (const double s : *seconds)
      at_most(misses, "a way longer than the window", s, length_s + 1e-6);
}

void outages_in_order(const results::Facts& facts, Misses& misses) {
  std::map<std::uint32_t, double> last;
  auto outages = facts.outages;
  std::ranges::sort(outages, {}, &results::ComponentInterval::from_s);
  for (const auto& outage : outages) {
    at_most(misses, "outages overlap", last[outage.component], outage.from_s);
    at_most(misses, "an outage ends before it begins", outage.from_s, outage.to_s);
    last[outage.component] = outage.to_s;
  }
}

void episodes_in_order(const results::Facts& facts, Misses& misses) {
  for (const auto& episode : facts.episodes) {
    double before = 0;
    for (const double time_s : {episode.onset_s, episode.detected_s, episode.decided_s,
                                episode.switched_s, episode.relocated_s}) {
      if (std::isnan(time_s))
        continue;
      at_most(misses, "an episode goes back in time", before, time_s);
      before = time_s;
    }
    if (!std::isnan(episode.returned_s)) {
      at_most(misses, "switched and repaired", episode.switched_s, episode.repaired_s);
      at_most(misses, "repaired and verified", episode.repaired_s, episode.verified_s);
      at_most(misses, "verified and returned", episode.verified_s, episode.returned_s);
    }
  }
  for (std::size_t i = 1; i < facts.course.size(); ++i)
    at_most(misses, "the course goes back in time", facts.course[i - 1].t_s, facts.course[i].t_s);
}

/// Without overflow and plans whatever is answered for another centre belongs to an episode.
void episodes_and_calls(const Study& study, const results::Facts& facts, Misses& misses) {
  for (const auto& centre : study.world.centres)
    if (centre.overflow)
      return;
  for (const auto& threat : study.scenario.threats)
    for (const auto& effect : threat.effects)
      if (std::holds_alternative<scenarios::PlannedTakeover>(effect.what))
        return;
  std::uint64_t in_episodes = 0, taken_over = 0;
  bool all_returned = true;
  for (const auto& episode : facts.episodes) {
    in_episodes += episode.answered;
    all_returned &= !std::isnan(episode.returned_s);
    if (std::isnan(episode.switched_s))
      same(misses, "answered by others before the switch", episode.answered, 0);
  }
  for (std::size_t group = 0; group < study.dimensions.groups.size(); ++group)
    for (const auto call_class : {CallClass::measured, CallClass::around})
      taken_over += calls(facts, group, call_class, GroupCount::taken_over);
  at_most(misses, "answered in episodes", static_cast<double>(in_episodes),
          static_cast<double>(taken_over));
  // What still waits with a partner when all is over is answered after the episode.
  if (facts.episodes.size() <= 1 && !all_returned)
    same(misses, "answered in the episode that goes on", in_episodes, taken_over);
}

bool has_surge(const scenarios::Scenario& scenario) {
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      if (std::holds_alternative<scenarios::Surge>(effect.what))
        return true;
  return false;
}

}  // namespace

Misses bounds(const Study& study, const results::Facts& facts) {
  Misses misses;
  persons_in_bounds(study, facts, misses);
  groups_in_bounds(study, facts, misses);
  outages_in_order(facts, misses);
  episodes_in_order(facts, misses);
  episodes_and_calls(study, facts, misses);
  return misses;
}

Misses pairs(const Study& study, const results::Observations& seen) {
  Misses misses;
  if (study.scenario.threats.empty()) {
    same(misses, "a twin without threats", seen.twin.has_value(), false);
    return misses;
  }
  const auto &here = seen.world, &there = *seen.twin;
  for (std::size_t cell = 0; cell < here.callers.size() / size_of<CallerCount>; ++cell) {
    same(misses, "newly lost and newly saved",
         person(there, cell, lost) + seen.paired->newly_lost[cell],
         person(here, cell, lost) + seen.paired->newly_saved[cell]);
    at_most(misses, "late", seen.paired->late[cell],
            static_cast<double>(person(there, cell, genuine)));
    for (const auto what : {callers, genuine}) {
      const auto in_twin = person(there, cell, what), in_world = person(here, cell, what);
      at_most(misses, "callers of the twin", static_cast<double>(in_twin),
              static_cast<double>(in_world));
      if (!has_surge(study.scenario))
        same(misses, "callers of both worlds", in_twin, in_world);
    }
  }
  at_most(misses, "newly unreached", seen.paired->newly_unreached,
          static_cast<double>(persons(here, unreached)));
  same(misses, "deterred in the twin", persons(there, deterred), 0);
  for (const auto& event : there.course)
    if (event.kind == results::CourseKind::effect_begins)
      misses.push_back("an effect in the twin");
  return misses;
}

}  // namespace fact_sums
