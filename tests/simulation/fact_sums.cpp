#include "fact_sums.hpp"

#include <functional>
#include <span>

#include "fact_view.hpp"
#include "results/names.hpp"

namespace fact_sums {

namespace {

bool on_line(const Study& study, std::size_t group) {
  return study.world.stages[{study.dimensions.group_stage[group]}].caller_on_line;
}

std::size_t last_on_line(const Study& study) {
  std::size_t last = 0;
  for (const auto stage : study.world.stages.ids())
    if (study.world.stages[stage].caller_on_line)
      last = stage.index;
  return last;
}

/// Measured calls over the groups that `where` chooses.
std::uint64_t measured_calls(const Study& study, const results::Facts& facts, GroupCount what,
                             const std::function<bool(std::size_t)>& where) {
  std::uint64_t sum = 0;
  for (std::size_t group = 0; group < study.dimensions.groups.size(); ++group)
    if (where(group))
      sum += calls(facts, group, CallClass::measured, what);
  return sum;
}

/// Calls of 112, measured or around, of one centre.
std::uint64_t calls_of_centre(const Study& study, const results::Facts& facts, std::size_t centre,
                              GroupCount what, bool only_on_line = false) {
  std::uint64_t sum = 0;
  for (std::size_t group = 0; group < study.dimensions.groups.size(); ++group)
    if (study.dimensions.group_centre[group] == centre && (!only_on_line || on_line(study, group)))
      sum += calls(facts, group, CallClass::measured, what) +
             calls(facts, group, CallClass::around, what);
  return sum;
}

/// Whether calls may land at the wrong centre first, or dispatches be done again: then somebody is
/// offered or answered more often than counted as a person.
bool has_detours(const scenarios::Scenario& scenario) {
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      if (std::holds_alternative<scenarios::Misroute>(effect.what) ||
          std::holds_alternative<scenarios::Corrupt>(effect.what))
        return true;
  return false;
}

/// Whether the way to the first stage takes time: whoever is on it when all is over was not
/// offered.
bool has_a_way(const scenarios::Scenario& scenario) {
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      if (std::holds_alternative<scenarios::CampOn>(effect.what) ||
          std::holds_alternative<scenarios::Latency>(effect.what))
        return true;
  return false;
}

/// Persons are as many as calls, or with detours at most so many.
void persons_are(Misses& misses, const Study& study, const std::string& what, std::uint64_t left,
                 std::uint64_t right) {
  if (has_detours(study.scenario))
    at_most(misses, what, static_cast<double>(left), static_cast<double>(right));
  else
    same(misses, what, left, right);
}

void audit_group(const Study& study, const results::Facts& facts, std::size_t group,
                 CallClass call_class, Misses& misses) {
  using enum GroupCount;
  const auto n = [&](GroupCount what) { return calls(facts, group, call_class, what); };
  const auto name =
      fmt::format("{} ({})", study.dimensions.groups[group], results::name(call_class));
  same(misses, name + ": in line", n(offered) + n(moved_in) + n(handed_out),
       n(answered) + n(handed_in) + n(abandoned) + n(blocked) + n(cut_waiting) + n(moved_out) +
           n(waiting));
  same(misses, name + ": in conversation", n(answered) + n(handed_in),
       n(completed) + n(cut_talking) + n(handed_out) + n(talking));
}

/// Persons against calls.
void persons_and_calls(const Study& study, const results::Facts& facts, Misses& misses) {
  using enum GroupCount;
  const auto first = [&](std::size_t g) { return study.dimensions.group_stage[g] == 0; };
  const auto line = [&](std::size_t g) { return on_line(study, g); };
  const auto job = [&](std::size_t g) { return !on_line(study, g); };
  const auto sum = [&](GroupCount what, const auto& where) {
    return measured_calls(study, facts, what, where);
  };
  const auto n = [&](CallerCount what) { return persons(facts, what); };
  const auto offered_first = sum(offered, first);
  if (has_a_way(study.scenario))
    at_most(misses, "attempts are offered first, or on their way",
            static_cast<double>(n(CallerCount::attempts)),
            static_cast<double>(offered_first + n(CallerCount::in_progress)));
  else
    persons_are(misses, study, "attempts are offered first", n(CallerCount::attempts),
                offered_first);
  persons_are(misses, study, "first answers", n(CallerCount::first_answered), sum(answered, first));
  same(misses, "calls end or go on", n(CallerCount::completed) + sum(forwarded, line),
       sum(completed, line));
  same(misses, "abandoned", n(CallerCount::abandoned), sum(abandoned, line));
  same(misses, "blocked", n(CallerCount::blocked), sum(blocked, line));
  same(misses, "jobs have no patience", sum(abandoned, job), 0);
  persons_are(misses, study, "dispatched", n(CallerCount::dispatched), sum(completed, job));
  const auto cut = sum(cut_waiting, line) + sum(cut_talking, line);
  same(misses, "cut", n(CallerCount::cut), cut);
  const auto last = [&](std::size_t g) {
    return study.dimensions.group_stage[g] == last_on_line(study);
  };
  persons_are(misses, study, "contacts", total(facts.contacts), sum(answered, last));
  persons_are(misses, study, "time to dispatch", total(facts.dispatch_delay), sum(answered, job));
}

void waits_and_calls(const Study& study, const results::Facts& facts, Misses& misses) {
  using enum GroupCount;
  for (std::size_t p = 0; p < study.dimensions.places.size(); ++p) {
    const auto& place = study.dimensions.places[p];
    const auto here = [&](std::size_t g) {
      return study.dimensions.group_stage[g] == place.stage &&
             study.dimensions.group_centre[g] == place.centre;
    };
    same(misses, fmt::format("waits at place {}", p),
         total(row_of(facts.waits, p, results::time_bins::count)),
         measured_calls(study, facts, answered, here) +
             measured_calls(study, facts, handed_in, here) +
             measured_calls(study, facts, abandoned, here) +
             measured_calls(study, facts, cut_waiting, here));
  }
}

void contacts_and_persons(const Study& study, const results::Facts& facts, Misses& misses) {
  constexpr auto width = results::contact_bins::count;
  const std::size_t disciplines = study.dimensions.disciplines.size();
  for (std::size_t d = 0; d < disciplines; ++d) {
    std::uint64_t timed = 0, never = 0;
    for (std::size_t cell = d; cell < facts.contact_time.size() / width; cell += disciplines) {
      const auto times = row_of(facts.contact_time, cell, width);
      const auto genuine = person(facts, cell, CallerCount::genuine);
      const auto deterred = person(facts, cell, CallerCount::deterred);
      timed += total(times);
      never += times[results::contact_bins::never];
      at_most(misses, "more contact times than people", static_cast<double>(total(times)),
              static_cast<double>(genuine));
      at_most(misses, "genuine callers without a contact time", static_cast<double>(genuine),
              static_cast<double>(total(times) + deterred));
      const auto late = total(std::span(times).subspan(3));  // after the 10 min of T_lost
      const auto lost = person(facts, cell, CallerCount::lost);
      at_most(misses, "lost, but in time", static_cast<double>(lost), static_cast<double>(late));
      at_most(misses, "late, not lost, and not pending", static_cast<double>(late - lost),
              static_cast<double>(person(facts, cell, CallerCount::pending)));
    }
    const auto delays = row_of(facts.answer_delay, d, results::time_bins::count + 1);
    same(misses, "answer delays", total(delays), timed);
    same(misses, "never answered", delays.back(), never);
  }
}

void timeline_and_calls(const Study& study, const results::Facts& facts, Misses& misses) {
  using enum GroupCount;
  const auto centres = study.dimensions.centres.size();
  std::uint64_t of_regions = 0, at_last = 0;
  for (std::size_t c = 0; c < centres; ++c) {
    const auto flow = [&](TimelineCount what) { return over_time(facts, centres, c, what); };
    const auto at_centre = [&](GroupCount what) { return calls_of_centre(study, facts, c, what); };
    const auto on_the_line = [&](GroupCount what) {
      return calls_of_centre(study, facts, c, what, true);
    };
    const auto& name = study.dimensions.centres[c];
    same(misses, name + ": offered over time", flow(TimelineCount::offered), at_centre(offered));
    same(misses, name + ": answered over time", flow(TimelineCount::answered), at_centre(answered));
    same(misses, name + ": for others over time", flow(TimelineCount::answered_for_others),
         at_centre(taken_over));
    const auto failed = on_the_line(abandoned) + on_the_line(blocked) + on_the_line(cut_waiting) +
                        on_the_line(cut_talking);
    same(misses, name + ": failed over time", flow(TimelineCount::failed), failed);
    of_regions += flow(TimelineCount::answered_of_regions);
  }
  for (std::size_t g = 0; g < study.dimensions.groups.size(); ++g)
    if (study.dimensions.group_stage[g] == last_on_line(study))
      at_last += calls(facts, g, CallClass::measured, answered) +
                 calls(facts, g, CallClass::around, answered);
  persons_are(misses, study, "answered of regions over time", of_regions, at_last);
}

}  // namespace

Misses audits(const Study& study, const results::Facts& facts) {
  Misses misses;
  same(misses, "the engine's own audit", facts.conservation_error, 0);
  for (std::size_t group = 0; group < study.dimensions.groups.size(); ++group)
    for (const auto call_class : {CallClass::measured, CallClass::around, CallClass::other_work})
      audit_group(study, facts, group, call_class, misses);
  for (std::size_t cell = 0; cell < facts.callers.size() / size_of<CallerCount>; ++cell) {
    using enum CallerCount;
    const auto n = [&](CallerCount what) { return person(facts, cell, what); };
    same(misses, "each attempt has one fate", n(attempts),
         n(completed) + n(blocked) + n(abandoned) + n(cut) + n(in_progress));
    same(misses, "attempts are by callers or redials", n(attempts) + n(deterred),
         n(callers) + n(redials));
    same(misses, "each caller has one end", n(callers),
         n(reached) + n(gave_up) + n(other_channel) + n(deterred) + n(stood_down) + n(pending));
  }
  return misses;
}

Misses tables(const Study& study, const results::Facts& facts) {
  Misses misses;
  persons_and_calls(study, facts, misses);
  waits_and_calls(study, facts, misses);
  contacts_and_persons(study, facts, misses);
  timeline_and_calls(study, facts, misses);
  return misses;
}

}  // namespace fact_sums
