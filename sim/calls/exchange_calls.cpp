// The way of a call: somebody dials, it reaches a stage, is answered, goes on, ends.
#include <algorithm>
#include <cmath>

#include "sim/calls/call_exchange.hpp"

namespace sim {

using models::Purpose;
using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using results::TimelineCount;
using Mark = ExchangeBooks::Mark;

// ---------------------------------------------------------------- a person dials

void CallExchange::first_attempt(const Arrival& arrival) {
  const Source& source = demand_.source(arrival.source);
  const std::uint32_t slot = take_slot();
  Call& call = calls_[slot];
  const std::uint32_t token = call.token;
  call = Call{};
  call.token = token + 1;
  call.first_attempt_s = now_s_;
  call.name = source.name;
  call.subject = arrival.subject;
  call.pair_index = arrival.pair_index;
  call.region = static_cast<std::uint16_t>(source.region.index);
  call.discipline = arrival.discipline;
  call.urgent = arrival.urgent;
  if (source.sort == Source::Sort::flood) {
    call.flood = source.flood;
    call.other_work = true;
    call.call_class = CallClass::other_work;
    call.priority = 1;
    call.attempt = 1;
    return offer(slot);
  }
  if (source.sort == Source::Sort::other_work)
    return begin_work(slot, *source.work);
  call.kind = arrival.kind;
  call.dispatched = static_cast<float>(world_.kinds[{call.kind}].dispatched);
  call.priority = arrival.urgent ? 0 : 1;
  call.call_class = books_.measures(now_s_) ? CallClass::measured : CallClass::around;
  ledger_.open(call, arrival.source, arrival.burst);
  const auto home = world_.regions[source.region].centre;
  books_.flow(
      home ? home.index : pools_[world_.route({0}, source.region, {call.discipline}).index].centre,
      TimelineCount::first_attempts);
  if (detours_.any() && detours_.deter(call, arrival.thinning)) {
    ledger_.close(call, CallerCount::deterred, now_s_);
    return free_slot(slot);
  }
  attempt(slot);
}

void CallExchange::attempt(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (call.attempt > 0)
    ledger_.count(call, CallerCount::redials);
  ++call.attempt;
  call.stage = 0;
  ledger_.count(call, CallerCount::attempts);
  pass_on(slot, set_up_s(call));
}

// ---------------------------------------------------------------- a call reaches a stage

CallExchange::Group CallExchange::group_of(std::size_t centre, const Call& call) const {
  return groups_at_[cell_of(centre, call.stage, call.discipline)];
}

CallExchange::Group CallExchange::home_group(const Call& call) const {
  return static_cast<Group>(world_.route({call.stage}, {call.region}, {call.discipline}).index);
}

/// A partner of the region's own centre may have this call.
bool CallExchange::may_take(const models::Partner& partner, const Call& call) const {
  const std::size_t home = pools_[home_group(call)].centre;
  const auto& authorised = partner.disciplines;
  const models::Id<models::Discipline> discipline{call.discipline};
  return (authorised.empty() || std::ranges::find(authorised, discipline) != authorised.end()) &&
         triage_allows_[cell_of(home, call.stage, call.discipline) * centres_ +
                        partner.centre.index];
}

/// The group of the region's own centre, or while that is redirected a partner's: each partner in
/// order takes its share of what the ones before it left.
CallExchange::Group CallExchange::destination(const Call& call) const {
  const Group home = home_group(call);
  if (!any_redirect_ || national_[call.stage])
    return home;
  Group chosen = home;
  std::optional<double> u;
  for (const auto& partner : redirects_[pools_[home].centre]) {
    const Group group = group_of(partner.centre.index, call);
    if (group == no_group || pools_[group].stopped || !may_take(partner, call))
      continue;
    chosen = group;
    if (partner.share >= 1)
      break;
    if (!u)
      u = draw(Purpose::takeover_clock, call, call.attempt * 256u + call.stage);
    if (*u < partner.share)
      break;
    u = (*u - partner.share) / (1 - partner.share);
  }
  return chosen;
}

void CallExchange::offer(std::uint32_t slot) {
  Call& call = calls_[slot];
  Group group = destination(call);
  if (call.misrouted || detours_.any())
    group = misrouted_to(call, group);
  AgentPool& pool = pools_[group];
  call.group = group;
  call.since_s = now_s_;
  call.left = 1;
  call.handed_over = 0;
  note_sent(call, group);
  books_.count(group, call, GroupCount::offered);
  if (!call.other_work)
    books_.flow(pool.centre, TimelineCount::offered);
  if (pool.stopped && pool.blocks_arriving)
    return block(slot, group);
  if ((pool.grey || detours_.any()) && !call.other_work && blocked_on_the_way(call, pool))
    return block(slot, group);
  const bool line_free = !pool.caller_on_line || lines_left_[pool.centre] > 0;
  if (line_free && pool.has_free()) {
    if (pool.caller_on_line)
      --lines_left_[pool.centre];
    return answer(slot, group);
  }
  const auto& overflow = world_.centres[{pool.centre}].overflow;
  if (overflow && overflow->after_s <= 0 && try_overflow(slot, group))
    return;
  if (!line_free)
    return block(slot, group);
  if (pool.caller_on_line)
    --lines_left_[pool.centre];
  wait(slot, group);
}

void CallExchange::wait(std::uint32_t slot, Group group) {
  Call& call = calls_[slot];
  AgentPool& pool = pools_[group];
  call.state = CallState::waiting;
  ++call.token;
  pool.line.enter(calls_, slot);
  if (pool.line.size() == 1)
    pool.short_since_s = now_s_;
  if (const auto patience_s = this->patience_s(call))
    events_.push(now_s_ + *patience_s, slot, call.token, EventKind::patience_ends);
  look_for_partner(slot);
}

/// For this wait; whoever waits again after a hand-over has a new one. Jobs wait as long as it
/// takes.
std::optional<double> CallExchange::patience_s(const Call& call) const {
  const std::uint32_t again = call.handed_over * 0x10000u;
  if (call.flood != nullptr)
    return models::quantile(call.flood->hold_s, draw(Purpose::patience, call, again));
  const auto& patience = world_.stages[{call.stage}].patience_s;
  if (!patience || call.job)
    return {};
  return models::quantile(*patience,
                          draw(Purpose::patience, call, again + call.attempt * 256u + call.stage));
}

void CallExchange::leave_line(std::uint32_t slot) {
  const Group group = calls_[slot].group;
  AgentPool& pool = pools_[group];
  pool.line.leave(calls_, slot);
  if (pool.line.empty())
    books_.spend(group, GroupTime::short_s, pool.short_since_s, now_s_);
}

// ---------------------------------------------------------------- conversation

/// Of a whole conversation at the pace of the moment.
double CallExchange::handling_s(const Call& call, const AgentPool& pool) const {
  if (call.flood != nullptr)
    return models::quantile(call.flood->handling_s, draw(Purpose::handling, call, call.stage));
  if (call.misrouted)
    return detours_.found_out_s(call).value_or(0);
  const auto& base = world_.handling_s({call.stage}, {call.kind}, {call.discipline});
  double handling = models::quantile(base, draw(Purpose::handling, call, call.stage)) * pool.slow;
  const bool foreign =
      !national_[call.stage] && world_.regions[{call.region}].centre.index != pool.centre;
  if (foreign)
    handling *= world_.takeover.foreign_handling;
  if (foreign && call.job && pool.keeps_dispatch_home)
    handling += world_.takeover.relay_s;
  return handling;
}

void CallExchange::answer(std::uint32_t slot, Group group) {
  Call& call = calls_[slot];
  AgentPool& pool = pools_[group];
  ++pool.busy;
  call.state = CallState::talking;
  ++call.token;
  books_.wait(call, pool, now_s_);
  if (call.handed_over > 0) {
    books_.count(group, call, GroupCount::handed_in);
    books_.mark(now_s_, group, Mark::handed_in);
  } else {
    note_answer(call, pool);
    books_.count(group, call, GroupCount::answered);
    books_.mark(now_s_, group, Mark::answered);
  }
  call.since_s = now_s_;
  talk_on(slot);
}

/// What is left of the conversation, at the pace of the moment.
void CallExchange::talk_on(std::uint32_t slot) {
  Call& call = calls_[slot];
  call.ends_s = now_s_ + call.left * handling_s(call, pools_[call.group]);
  events_.push(call.ends_s, slot, call.token, EventKind::service_ends);
}

void CallExchange::note_answer(Call& call, const AgentPool& pool) {
  if (call.other_work)
    return;
  ++answered_total_;
  books_.flow(pool.centre, TimelineCount::answered);
  const auto home_centre = world_.regions[{call.region}].centre;
  const auto home = home_centre ? home_centre.index : pool.centre;
  if (call.stage == last_on_line_ && !call.misrouted)
    books_.flow(home, TimelineCount::answered_of_regions);
  if (!national_[call.stage] && home != pool.centre && !call.misrouted) {
    books_.count(call.group, call, GroupCount::taken_over);
    books_.flow(pool.centre, TimelineCount::answered_for_others);
    ++taken_from_[home];
  }
  note_answered_elsewhere(call, pool);
  if (call.job) {
    ledger_.alert(call, now_s_);
    return books_.dispatch(call, now_s_);
  }
  ledger_.answer(call, now_s_);
  if (call.misrouted)
    return;
  if (call.stage == 0) {
    ledger_.count(call, CallerCount::first_answered);
    if (now_s_ - call.since_s <= world_.norm_s)
      ledger_.count(call, CallerCount::first_in_norm);
  }
  if (call.stage != last_on_line_)
    return;
  books_.contact(call, pool);
  ledger_.contact(call, now_s_, pool.centre);
}

void CallExchange::end_service(std::uint32_t slot) {
  Call& call = calls_[slot];
  const Group group = call.group;
  AgentPool& pool = pools_[group];
  --pool.busy;
  if (pool.caller_on_line)
    ++lines_left_[pool.centre];
  const double talked_s = now_s_ - call.since_s;
  call.talked_s += talked_s;
  books_.spend(group, GroupTime::busy_s, call.since_s, now_s_);
  books_.count(group, call, GroupCount::completed);
  books_.mark(now_s_, group, Mark::completed);
  ++call.token;
  go_on(slot);
  serve(group);
}

/// After a conversation: the next stage, or the end of the call and perhaps a dispatch job.
void CallExchange::go_on(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (call.job)
    return end_job(slot);
  if (call.flood != nullptr)
    return free_slot(slot);
  if (call.misrouted) {
    books_.count(call.group, call, GroupCount::forwarded);
    return pass_on(slot, transfer_s(call));
  }
  if (call.stage < last_on_line_ && !call.other_work) {
    const double p = world_.kinds[{call.kind}].forwarded;
    const bool forwarded = p >= 1 || (p > 0 && draw(Purpose::caller_detail, call, 0) < p);
    if (!forwarded)
      return hang_up(slot);
    books_.count(call.group, call, GroupCount::forwarded);
    const double extra_s = pools_[call.group].transfer_extra_s;
    ++call.stage;
    return pass_on(slot, extra_s + transfer_s(call));
  }
  hang_up(slot);
}

void CallExchange::pass_on(std::uint32_t slot, double delay_s) {
  calls_[slot].state = CallState::in_transfer;
  if (delay_s <= 0)
    return offer(slot);
  events_.push(now_s_ + delay_s, slot, calls_[slot].token, EventKind::transfer_arrives);
}

void CallExchange::hang_up(std::uint32_t slot) {
  Call& call = calls_[slot];
  const bool next_is_job = call.stage == last_on_line_ && needs_unit(call);
  call.astray = static_cast<float>(pools_[call.group].astray);
  if (!call.other_work) {
    ledger_.count(call, CallerCount::completed);
    ledger_.close(call, CallerCount::reached, now_s_);
  }
  if (next_is_job)
    return start_job(slot);
  free_slot(slot);
}

bool CallExchange::needs_unit(const Call& call) const {
  if (last_on_line_ + 1 >= world_.stages.size())
    return false;
  return call.dispatched >= 1 ||
         (call.dispatched > 0 && draw(Purpose::caller_detail, call, 1) < call.dispatched);
}

void CallExchange::start_job(std::uint32_t slot) {
  Call& call = calls_[slot];
  call.job = true;
  ++call.stage;
  call.incident = no_slot;
  if (call.call_class == CallClass::measured)
    ++measured_jobs_;
  pass_on(slot, transfer_s(call));
}

void CallExchange::end_job(std::uint32_t slot) {
  Call& call = calls_[slot];
  const AgentPool& pool = pools_[call.group];
  const bool first_time = !call.again;
  if (first_time)
    ledger_.count(call, CallerCount::dispatched);
  if (detours_.any() && job_comes_back(slot))
    return;
  if (call.call_class == CallClass::measured) {
    --measured_jobs_;
    // Wrong where the call was taken, or where it is dispatched.
    const double astray = 1 - (1 - call.astray) * (1 - pool.astray);
    if (first_time && astray > 0 && draw(Purpose::wrong_address, call, 0) < astray)
      ledger_.count(call, CallerCount::wrong_address);
    if (pool.picture_hidden)
      books_.hide_picture(call, now_s_);
  }
  if (call.stage + 1u < world_.stages.size()) {
    call.job = false;
    call.again = false;
    return start_job(slot);
  }
  free_slot(slot);
}

// ---------------------------------------------------------------- serve

void CallExchange::serve(Group group) {
  AgentPool& pool = pools_[group];
  while (pool.has_free()) {
    if (pool.line.empty())
      return;
    double u = 0;
    if (pool.line.is_random())
      u = models::uniform(key_, Purpose::queue_pick,
                          {models::name_of(world_.groups[{group}].id), pool.picks++, 0});
    const auto slot = pool.line.pick(u);
    leave_line(slot);
    answer(slot, group);
  }
}

}  // namespace sim
