#include "sim/calls/caller_ledger.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace sim {

using results::CallClass;
using results::CallerCount;
using results::KindCount;

namespace {

std::uint64_t miss(std::uint64_t left, std::uint64_t right) {
  return left > right ? left - right : right - left;
}

}  // namespace

CallerLedger::CallerLedger(const models::World& world, results::Facts& facts, PairedFates fates,
                           std::size_t sources)
    : world_(world),
      facts_(facts),
      fates_(fates),
      recorder_(facts.calls),
      disciplines_(world.disciplines.size()),
      latest_(sources * disciplines_, no_slot) {}

void CallerLedger::open(Call& call, std::uint16_t source, const InBurst& burst) {
  ++open_;
  const auto& kind = world_.kinds[{call.kind}];
  call.genuine = kind.genuine;
  if (call.genuine) {
    call.incident = incident_of(call, source, burst);
    ++incidents_[call.incident].refers;
    if (burst.last)
      release(std::exchange(of_burst_[burst.slot], no_slot));
  }
  if (call.call_class != CallClass::measured)
    return;
  ++open_measured_;
  if (recorder_.wants_more())
    recorder_.open(call);
  ++cell(call, CallerCount::callers);
  count(call, KindCount::callers);
  if (call.genuine)
    ++cell(call, CallerCount::genuine);
}

/// Callers of one burst report the same incident.
std::uint32_t CallerLedger::incident_of(const Call& call, std::uint16_t source,
                                        const InBurst& burst) {
  if (burst.slot == InBurst::none)
    return latest_incident(call, source);
  if (burst.slot >= of_burst_.size())
    of_burst_.resize(burst.slot + 1, no_slot);
  if (burst.first)
    of_burst_[burst.slot] = new_incident(call);
  return of_burst_[burst.slot];
}

/// A duplicate report outside of a burst joins the latest incident of its source and discipline,
/// unless that is too old; any other genuine caller is the first of a new one.
std::uint32_t CallerLedger::latest_incident(const Call& call, std::uint16_t source) {
  auto& latest = latest_[source * disciplines_ + call.discipline];
  const auto& bursts = world_.demand.bursts;
  const bool joins =
      world_.kinds[{call.kind}].duplicate && latest != no_slot &&
      !(bursts && call.first_attempt_s - incidents_[latest].first_s > bursts->within_s);
  if (!joins) {
    const auto fresh = new_incident(call);
    if (latest != no_slot)
      release(latest);
    latest = fresh;
  }
  return latest;
}

std::uint32_t CallerLedger::new_incident(const Call& call) {
  std::uint32_t index = static_cast<std::uint32_t>(incidents_.size());
  if (free_incidents_.empty()) {
    incidents_.emplace_back();
  } else {
    index = free_incidents_.back();
    free_incidents_.pop_back();
  }
  const bool measured = call.call_class == CallClass::measured;
  incidents_[index] = {1, call.region, call.discipline, measured, false, call.first_attempt_s};
  if (measured)
    ++cell(call, CallerCount::incidents);
  return index;
}

void CallerLedger::release(std::uint32_t index) {
  Incident& incident = incidents_[index];
  if (--incident.refers > 0)
    return;
  if (incident.measured && !incident.in_time)
    ++cell(incident.region, incident.discipline, CallerCount::lost_incidents);
  free_incidents_.push_back(index);
}

void CallerLedger::contact(Call& call, double t_s, std::uint32_t centre) {
  if (call.contacted)
    return;
  call.contacted = true;
  const double since_first_s = t_s - call.first_attempt_s;
  call.delay_s = static_cast<float>(since_first_s - call.talked_s);
  call.in_time = since_first_s <= world_.lost_after_s;
  if (call.recorded)
    recorder_.contact(call, t_s, centre);
  if (!call.genuine)
    return;
  Incident& incident = incidents_[call.incident];
  incident.in_time |= call.in_time;
  incident.through_s = std::min(incident.through_s, t_s);
  if (call.call_class != CallClass::measured)
    return;
  ++facts_.contact_time[(call.region * disciplines_ + call.discipline) *
                            results::contact_bins::count +
                        results::contact_bins::bin_of(since_first_s)];
  ++facts_.answer_delay[call.discipline * (results::time_bins::count + 1) +
                        results::time_bins::bin_of(call.delay_s)];
}

void CallerLedger::close(const Call& call, CallerCount final_state, double now_s) {
  --open_;
  if (call.call_class == CallClass::measured)
    close_measured(call, final_state, now_s);
  if (call.incident != no_slot) {
    // Whoever stays away on advice does not need help now: no lost incident.
    if (final_state == CallerCount::deterred)
      incidents_[call.incident].in_time = true;
    release(call.incident);
  }
}

void CallerLedger::close_measured(const Call& call, CallerCount final_state, double now_s) {
  --open_measured_;
  ++cell(call, final_state);
  if (call.hit)
    ++cell(call, CallerCount::hit);
  if (call.hit && call.genuine)
    ++cell(call, CallerCount::hit_genuine);
  const bool stayed_away = final_state == CallerCount::deterred;
  const bool lost = is_lost(call, final_state, now_s);
  const bool unreached =
      !call.answered && !stayed_away && final_state != CallerCount::other_channel;
  if (lost)
    count_both(call, CallerCount::lost, KindCount::lost);
  if (unreached)
    count_both(call, CallerCount::unreached, KindCount::unreached);
  if (unreached && call.genuine)
    ++cell(call, CallerCount::unreached_genuine);
  if (call.genuine && !stayed_away) {
    if (!(call.delay_s <= world_.delayed_after_s))
      ++cell(call, CallerCount::delayed);
    if (!call.contacted) {
      ++facts_.contact_time[(call.region * disciplines_ + call.discipline) *
                                results::contact_bins::count +
                            results::contact_bins::never];
      ++facts_.answer_delay[call.discipline * (results::time_bins::count + 1) +
                            results::time_bins::count];
    }
  }
  if (call.recorded)
    recorder_.close(call, final_state, lost, unreached);
  write_fate(call, static_cast<std::uint8_t>((lost ? PairedFates::lost : 0) |
                                             (unreached ? PairedFates::unreached : 0) |
                                             (stayed_away ? PairedFates::stayed_away : 0)));
}

/// A person whose story is cut off by the end of the run is lost only when T_lost has passed; one
/// who stood down when somebody else got through after that.
bool CallerLedger::is_lost(const Call& call, CallerCount final_state, double now_s) const {
  if (!call.genuine || call.in_time || final_state == CallerCount::deterred)
    return false;
  if (final_state == CallerCount::pending)
    return now_s - call.first_attempt_s > world_.lost_after_s;
  if (final_state == CallerCount::stood_down)
    return incidents_[call.incident].through_s - call.first_attempt_s > world_.lost_after_s;
  return true;
}

void CallerLedger::write_fate(const Call& call, std::uint8_t how) {
  if (call.pair_index >= fates_.fate.size()) {
    if (call.pair_index == no_slot || fates_.fate.empty())
      return;
    throw std::length_error("more background callers than the shared array has room for");
  }
  fates_.fate[call.pair_index] = static_cast<std::uint8_t>(
      PairedFates::done | PairedFates::measured | (call.genuine ? PairedFates::genuine : 0) | how);
  fates_.cell[call.pair_index] =
      static_cast<std::uint16_t>(call.region * disciplines_ + call.discipline);
  fates_.first_attempt_s[call.pair_index] = static_cast<float>(call.first_attempt_s);
  fates_.delay_s[call.pair_index] = call.delay_s;
  fates_.help_s[call.pair_index] = std::numeric_limits<float>::infinity();
}

/// Follows the fate: a dispatch job begins when the person has hung up.
void CallerLedger::alert(const Call& call, double t_s) {
  if (call.call_class != CallClass::measured || call.pair_index >= fates_.help_s.size())
    return;
  float& help_s = fates_.help_s[call.pair_index];
  help_s = std::min(help_s, static_cast<float>(t_s - call.first_attempt_s));
}

void CallerLedger::settle() {
  for (auto* held : {&latest_, &of_burst_})
    for (auto& incident : *held)
      if (incident != no_slot)
        release(std::exchange(incident, no_slot));
}

std::uint64_t CallerLedger::audit() const {
  constexpr auto size = results::size_of<CallerCount>;
  std::uint64_t misses = 0;
  for (std::size_t row = 0; row < facts_.callers.size(); row += size) {
    const auto n = [&](CallerCount what) -> std::uint64_t {
      return facts_.callers[row + static_cast<std::size_t>(what)];
    };
    using enum CallerCount;
    misses += miss(n(attempts), n(completed) + n(blocked) + n(abandoned) + n(cut) + n(in_progress));
    misses += miss(n(attempts) + n(deterred), n(callers) + n(redials));
    misses += miss(n(callers), n(reached) + n(gave_up) + n(other_channel) + n(deterred) +
                                   n(stood_down) + n(pending));
  }
  return misses + open_measured_;
}

}  // namespace sim
