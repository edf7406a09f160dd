#include "sim/call_exchange.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/fact_shape.hpp"

namespace sim {

using models::Purpose;
using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using results::TimelineCount;

namespace {

constexpr std::uint16_t no_group = std::numeric_limits<std::uint16_t>::max();

std::uint8_t first_genuine(const models::World& world) {
  for (const auto kind : world.kinds.ids())
    if (world.kinds[kind].genuine)
      return static_cast<std::uint8_t>(kind.index);
  return 0;
}

}  // namespace

CallExchange::CallExchange(const models::World& world, const scenarios::Scenario& scenario,
                           const models::ReplicationKey& key, DemandStream& demand,
                           results::Facts& facts, PairedFates fates)
    : world_(world),
      key_(key),
      demand_(demand),
      facts_(facts),
      ledger_(world, facts, fates, demand.sources()),
      window_from_s_(scenario.window.warm_up_s),
      window_to_s_(scenario.window.end_s),
      regions_(world.regions.size()),
      disciplines_(world.disciplines.size()),
      centres_(world.centres.size()),
      last_on_line_(0),
      work_kind_(first_genuine(world)),
      states_(centres_ * world.stages.size()),
      effect_slow_(world.groups.size(), 1.0),
      groups_at_(centres_ * world.stages.size() * disciplines_, no_group),
      national_(world.stages.size()),
      redirects_(centres_),
      taken_from_(centres_),
      hidden_(world.groups.size()),
      unusable_(centres_ * disciplines_),
      unusable_since_s_(centres_ * disciplines_),
      timeline_bin_s_(timeline_shape(scenario.window).bin_s),
      next_level_s_(timeline_bin_s_) {
  const auto places = places_of(world);
  std::vector<int> centres_at(world.stages.size());
  for (const auto& place : places)
    ++centres_at[place.stage];
  for (const auto stage : world.stages.ids()) {
    national_[stage.index] = centres_at[stage.index] == 1;
    if (world.stages[stage].caller_on_line)
      last_on_line_ = stage.index;
  }
  for (const auto id : world.groups.ids()) {
    const auto& group = world.groups[id];
    AgentPool pool(world.stages[group.stage].order);
    pool.centre = static_cast<std::uint16_t>(group.centre.index);
    pool.stage = static_cast<std::uint16_t>(group.stage.index);
    pool.caller_on_line = world.stages[group.stage].caller_on_line;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i].stage == pool.stage && places[i].centre == pool.centre)
        pool.place = static_cast<std::uint16_t>(i);
    pools_.push_back(std::move(pool));
    for (const auto discipline : world.roles[group.role].disciplines)
      groups_at_[(group.centre.index * world.stages.size() + group.stage.index) * disciplines_ +
                 discipline.index] = static_cast<Group>(id.index);
  }
  for (const auto& centre : world.centres)
    lines_left_.push_back(centre.lines.value_or(std::numeric_limits<int>::max()));
  for (const auto& channel : world.callers.channels)
    channels_.push_back({channel.published, true, -1e18, channel.share});
}

// ---------------------------------------------------------------- time

void CallExchange::advance_to(double t_s) {
  for (;;) {
    const double event_s = events_.empty() ? t_s : events_.top().t_s;
    const double arrival_s = demand_.next_time();
    const double next_s = std::min(event_s, arrival_s);
    if (next_s >= t_s)
      break;
    while (next_s >= next_level_s_)
      level_timeline();
    now_s_ = next_s;
    if (event_s <= arrival_s)
      handle(events_.pop());
    else
      first_attempt(demand_.pop());
  }
  while (t_s >= next_level_s_)
    level_timeline();
  now_s_ = t_s;
}

void CallExchange::handle(const Event& event) {
  if (calls_[event.slot].token != event.token)
    return;
  switch (event.kind) {
    case EventKind::service_ends:
      return end_service(event.slot);
    case EventKind::patience_ends:
      return abandon(event.slot);
    case EventKind::overflow_due:
      return overflow(event);
    case EventKind::transfer_arrives:
      return offer(event.slot);
    case EventKind::redial:
      return attempt(event.slot);
    case EventKind::channel_contact:
      ledger_.contact(calls_[event.slot], now_s_);
      ledger_.close(calls_[event.slot], CallerCount::other_channel, now_s_);
      return free_slot(event.slot);
  }
}

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
  if (source.sort == Source::Sort::other_work) {
    call.kind = work_kind_;
    call.dispatched = static_cast<float>(source.work->dispatched);
    call.other_work = true;
    call.call_class = CallClass::other_work;
    call.stage = static_cast<std::uint8_t>(source.work->stage.index);
    call.priority = 2;
    call.attempt = 1;
    call.job = !world_.stages[source.work->stage].caller_on_line;
    return offer(slot);
  }
  call.kind = arrival.kind;
  call.dispatched = static_cast<float>(world_.kinds[{call.kind}].dispatched);
  call.priority = arrival.urgent ? 0 : 1;
  call.call_class = now_s_ >= window_from_s_ && now_s_ < window_to_s_ ? CallClass::measured
                                                                      : CallClass::around;
  ledger_.open(call, arrival.source);
  const auto home = world_.regions[source.region].centre;
  flow(home ? home.index : pools_[world_.route({0}, source.region, {call.discipline}).index].centre,
       TimelineCount::first_attempts);
  if (!reductions_.empty() && deterred(arrival, call.region)) {
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
  offer(slot);
}

bool CallExchange::deterred(const Arrival& arrival, std::uint16_t region) const {
  if (arrival.urgent)
    return false;
  double stays = 1;
  for (const auto& [what, since_s] : reductions_)
    if (std::find(what->regions.begin(), what->regions.end(),
                  models::Id<models::Region>{region}) != what->regions.end())
      stays *= 1 - what->share * (what->tau_s > 0 ? -std::expm1(-(now_s_ - since_s) / what->tau_s)
                                                  : 1.0);
  return arrival.thinning < 1 - stays;
}

// ---------------------------------------------------------------- a call reaches a stage

CallExchange::Group CallExchange::group_of(std::size_t centre, const Call& call) const {
  return groups_at_[(centre * world_.stages.size() + call.stage) * disciplines_ + call.discipline];
}

/// The group of the region's own centre, or while that is redirected a partner's: each partner in
/// order takes its share of what the ones before it left.
CallExchange::Group CallExchange::destination(const Call& call) const {
  const auto home = static_cast<Group>(
      world_.route({call.stage}, {call.region}, {call.discipline}).index);
  if (!any_redirect_ || national_[call.stage])
    return home;
  Group chosen = home;
  double u = -1;
  for (const auto& partner : redirects_[pools_[home].centre]) {
    const Group group = group_of(partner.centre.index, call);
    if (group == no_group || pools_[group].stopped)
      continue;
    chosen = group;
    if (partner.share >= 1)
      break;
    if (u < 0)
      u = draw(Purpose::takeover_clock, call, call.attempt * 256u + call.stage);
    if (u < partner.share)
      break;
    u = (u - partner.share) / (1 - partner.share);
  }
  return chosen;
}

void CallExchange::offer(std::uint32_t slot) {
  Call& call = calls_[slot];
  const Group group = destination(call);
  AgentPool& pool = pools_[group];
  call.group = group;
  call.since_s = now_s_;
  count(group, call, GroupCount::offered);
  if (!call.other_work)
    flow(pool.centre, TimelineCount::offered);
  if (pool.stopped && pool.blocks_arriving)
    return block(slot, group);
  if (pool.blocking > 0 && !call.other_work &&
      draw(Purpose::blocking, call, call.attempt * 256u + call.stage) < pool.blocking)
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

/// To the first partner with somebody free and a line free. A call that came here by overflow or
/// takeover may go on the same way.
bool CallExchange::try_overflow(std::uint32_t slot, Group group) {
  Call& call = calls_[slot];
  for (const auto centre : world_.centres[{pools_[group].centre}].overflow->to) {
    const Group other = group_of(centre.index, call);
    if (other == no_group || other == group || !pools_[other].has_free() ||
        (pools_[other].caller_on_line && lines_left_[centre.index] <= 0))
      continue;
    move(slot, group, other);
    return true;
  }
  return false;
}

/// A call that has waited long enough looks for a partner, and looks again after the same time.
void CallExchange::overflow(const Event& event) {
  const Group group = calls_[event.slot].group;
  const auto& rule = world_.centres[{pools_[group].centre}].overflow;
  if (rule && rule->after_s > 0 && !try_overflow(event.slot, group))
    events_.push(now_s_ + rule->after_s, event.slot, event.token, EventKind::overflow_due);
}

/// Takes a call that waits, or has just been offered, to another group; its patience runs on.
void CallExchange::move(std::uint32_t slot, Group from, Group to) {
  Call& call = calls_[slot];
  if (call.state == CallState::waiting) {
    leave_line(slot);
    if (pools_[from].caller_on_line)
      ++lines_left_[pools_[from].centre];
  }
  count(from, call, GroupCount::moved_out);
  count(to, call, GroupCount::moved_in);
  call.group = to;
  AgentPool& pool = pools_[to];
  if (pool.caller_on_line)
    --lines_left_[pool.centre];
  if (pool.has_free())
    return answer(slot, to);
  if (call.state != CallState::waiting)
    return wait(slot, to);
  pool.line.enter(calls_, slot);
  if (pool.line.size() == 1)
    pool.short_since_s = now_s_;
}

void CallExchange::wait(std::uint32_t slot, Group group) {
  Call& call = calls_[slot];
  AgentPool& pool = pools_[group];
  call.state = CallState::waiting;
  ++call.token;
  pool.line.enter(calls_, slot);
  if (pool.line.size() == 1)
    pool.short_since_s = now_s_;
  const auto& patience = world_.stages[{call.stage}].patience_s;
  if (patience && !call.job)
    events_.push(now_s_ + models::quantile(*patience, draw(Purpose::patience, call,
                                                           call.attempt * 256u + call.stage)),
                 slot, call.token, EventKind::patience_ends);
  const auto& overflow = world_.centres[{pool.centre}].overflow;
  if (overflow && overflow->after_s > 0)
    events_.push(now_s_ + overflow->after_s, slot, call.token, EventKind::overflow_due);
}

void CallExchange::leave_line(std::uint32_t slot) {
  const Group group = calls_[slot].group;
  AgentPool& pool = pools_[group];
  pool.line.leave(calls_, slot);
  if (pool.line.empty())
    group_time(group, GroupTime::short_s) += clipped(pool.short_since_s, now_s_);
}

// ---------------------------------------------------------------- conversation

/// Approximation: handling is fixed when the call is answered; a function that is lost or comes
/// back in the middle changes the next calls only.
double CallExchange::handling_s(const Call& call, const AgentPool& pool) const {
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
  note_wait(call, pool);
  note_answer(call, pool);
  count(group, call, GroupCount::answered);
  mix((std::uint64_t{group} << 8) | 1);
  call.since_s = now_s_;
  call.ends_s = now_s_ + handling_s(call, pool);
  events_.push(call.ends_s, slot, call.token, EventKind::service_ends);
}

void CallExchange::note_wait(const Call& call, const AgentPool& pool) {
  if (call.call_class != CallClass::measured)
    return;
  const double wait_s = now_s_ - call.since_s;
  ++facts_.waits[pool.place * results::time_bins::count + results::time_bins::bin_of(wait_s)];
  group_time(call.group, GroupTime::wait_sum_s) += wait_s;
  auto& longest = group_time(call.group, GroupTime::wait_max_s);
  longest = std::max(longest, wait_s);
}

void CallExchange::note_answer(Call& call, const AgentPool& pool) {
  if (call.other_work)
    return;
  ++answered_total_;
  flow(pool.centre, TimelineCount::answered);
  const auto home_centre = world_.regions[{call.region}].centre;
  const auto home = home_centre ? home_centre.index : pool.centre;
  if (call.stage == last_on_line_)
    flow(home, TimelineCount::answered_of_regions);
  if (!national_[call.stage] && home != pool.centre) {
    count(call.group, call, GroupCount::taken_over);
    flow(pool.centre, TimelineCount::answered_for_others);
    ++taken_from_[home];
  }
  if (call.job) {
    if (call.call_class == CallClass::measured)
      ++facts_.dispatch_delay[call.discipline * results::time_bins::count +
                              results::time_bins::bin_of(now_s_ - call.first_attempt_s)];
    return;
  }
  call.answered = true;
  if (call.stage == 0) {
    ledger_.count(call, CallerCount::first_answered);
    if (now_s_ - call.since_s <= world_.norm_s)
      ledger_.count(call, CallerCount::first_in_norm);
  }
  if (call.stage != last_on_line_)
    return;
  if (call.call_class == CallClass::measured)
    ++facts_.contacts[(pool.centre * regions_ + call.region) * disciplines_ + call.discipline];
  ledger_.contact(call, now_s_);
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
  group_time(group, GroupTime::busy_s) += clipped(call.since_s, now_s_);
  count(group, call, GroupCount::completed);
  mix((std::uint64_t{group} << 8) | 2);
  ++call.token;
  go_on(slot);
  serve(group);
}

/// After a conversation: the next stage, or the end of the call and perhaps a dispatch job.
void CallExchange::go_on(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (call.job)
    return end_job(slot);
  if (call.stage < last_on_line_ && !call.other_work) {
    const double p = world_.kinds[{call.kind}].forwarded;
    const bool forwarded = p >= 1 || (p > 0 && draw(Purpose::caller_detail, call, 0) < p);
    if (!forwarded)
      return hang_up(slot);
    count(call.group, call, GroupCount::forwarded);
    const double extra_s = pools_[call.group].transfer_extra_s;
    ++call.stage;
    call.state = CallState::in_transfer;
    const double delay_s =
        extra_s + models::quantile(world_.stages[{call.stage}].transfer_s,
                                   draw(Purpose::caller_detail, call, 16u + call.stage));
    if (delay_s <= 0)
      return offer(slot);
    events_.push(now_s_ + delay_s, slot, call.token, EventKind::transfer_arrives);
    return;
  }
  hang_up(slot);
}

void CallExchange::hang_up(std::uint32_t slot) {
  Call& call = calls_[slot];
  const bool next_is_job = call.stage == last_on_line_ && call.stage + 1u < world_.stages.size();
  if (!call.other_work) {
    ledger_.count(call, CallerCount::completed);
    ledger_.close(call, CallerCount::reached, now_s_);
  }
  if (next_is_job && (call.dispatched >= 1 || (call.dispatched > 0 &&
                                               draw(Purpose::caller_detail, call, 1) <
                                                   call.dispatched)))
    return start_job(slot);
  free_slot(slot);
}

void CallExchange::start_job(std::uint32_t slot) {
  Call& call = calls_[slot];
  call.job = true;
  ++call.stage;
  call.incident = no_slot;
  if (call.call_class == CallClass::measured)
    ++measured_jobs_;
  call.state = CallState::in_transfer;
  const double delay_s = models::quantile(world_.stages[{call.stage}].transfer_s,
                                          draw(Purpose::caller_detail, call, 16u + call.stage));
  if (delay_s <= 0)
    return offer(slot);
  events_.push(now_s_ + delay_s, slot, call.token, EventKind::transfer_arrives);
}

void CallExchange::end_job(std::uint32_t slot) {
  Call& call = calls_[slot];
  const AgentPool& pool = pools_[call.group];
  if (call.call_class == CallClass::measured) {
    --measured_jobs_;
    ledger_.count(call, CallerCount::dispatched);
    if (pool.astray > 0 && draw(Purpose::wrong_address, call, 0) < pool.astray)
      ledger_.count(call, CallerCount::wrong_address);
    if (pool.picture_hidden)
      hidden_[call.group].push_back({now_s_, static_cast<std::uint32_t>(
                                                 call.region * disciplines_ + call.discipline)});
  }
  if (call.stage + 1u < world_.stages.size()) {
    call.job = false;
    return start_job(slot);
  }
  free_slot(slot);
}

// ---------------------------------------------------------------- a call fails

void CallExchange::abandon(std::uint32_t slot) {
  Call& call = calls_[slot];
  const Group group = call.group;
  leave_line(slot);
  if (pools_[group].caller_on_line)
    ++lines_left_[pools_[group].centre];
  note_wait(call, pools_[group]);
  count(group, call, GroupCount::abandoned);
  mix((std::uint64_t{group} << 8) | 3);
  fail(slot, CallerCount::abandoned);
}

void CallExchange::block(std::uint32_t slot, Group group) {
  count(group, calls_[slot], GroupCount::blocked);
  mix((std::uint64_t{group} << 8) | 4);
  fail(slot, CallerCount::blocked);
}

/// One attempt has ended without completion; what does the person do?
void CallExchange::fail(std::uint32_t slot, CallerCount cause) {
  Call& call = calls_[slot];
  ++call.token;
  if (call.other_work || call.job) {
    if (call.job && call.call_class == CallClass::measured)
      --measured_jobs_;
    return free_slot(slot);
  }
  ++failed_total_;
  flow(pools_[call.group].centre, TimelineCount::failed);
  ledger_.count(call, cause);
  if (cause == CallerCount::blocked && call.genuine)
    ledger_.count(call, CallerCount::blocked_genuine);
  if (cause != CallerCount::abandoned)
    call.hit = true;
  if (redials(slot, cause) || tries_channel(slot) || is_stranded(slot))
    return;
  give_up(slot);
}

bool CallExchange::redials(std::uint32_t slot, CallerCount cause) {
  Call& call = calls_[slot];
  const auto& redial = world_.callers.redial;
  if (!world_.kinds[{call.kind}].redials || call.attempt > redial.maximum)
    return false;
  const double p = cause == CallerCount::blocked     ? redial.after_blocked
                   : cause == CallerCount::abandoned ? redial.after_abandoned
                                                     : redial.after_cut;
  const auto u = models::uniforms(key_, Purpose::redial, subject(call, call.attempt));
  if (u[0] >= p)
    return false;
  call.state = CallState::between_attempts;
  events_.push(now_s_ + models::quantile(redial.delay_s, u[1]), slot, call.token,
               EventKind::redial);
  return true;
}

double CallExchange::channel_share(std::size_t channel) const {
  const auto& state = channels_[channel];
  if (!state.known || !state.works)
    return 0;
  const double tau_s = world_.callers.channels[channel].known_tau_s;
  return tau_s > 0 ? state.share * -std::expm1(-(now_s_ - state.known_since_s) / tau_s)
                   : state.share;
}

bool CallExchange::tries_channel(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (!call.genuine)
    return false;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    const double share = channel_share(i);
    if (share <= 0)
      continue;
    const auto u = models::uniforms(
        key_, Purpose::channel,
        subject(call, call.attempt * 256u + static_cast<std::uint32_t>(i)));
    if (u[0] >= share)
      continue;
    call.state = CallState::in_contact;
    events_.push(now_s_ + models::quantile(world_.callers.channels[i].delay_s, u[1]), slot,
                 call.token, EventKind::channel_contact);
    return true;
  }
  return false;
}

/// Who gives up while the first stage does not answer at all stays stranded: some call again when
/// it is back, some hear of another way (release_stranded, offer_channel_to_stranded).
bool CallExchange::is_stranded(std::uint32_t slot) {
  Call& call = calls_[slot];
  const auto first = world_.route({0}, {call.region}, {call.discipline}).index;
  if (!call.genuine || !pools_[first].stopped)
    return false;
  call.state = CallState::stranded;
  stranded_.push_back(slot);
  return true;
}

void CallExchange::give_up(std::uint32_t slot) {
  const Call& call = calls_[slot];
  const bool served = call.contacted || (call.answered && !call.genuine);
  ledger_.close(call, served ? CallerCount::reached : CallerCount::gave_up, now_s_);
  free_slot(slot);
}

void CallExchange::release_stranded() {
  std::vector<std::uint32_t> staying;
  for (const auto slot : stranded_) {
    Call& call = calls_[slot];
    if (pools_[world_.route({0}, {call.region}, {call.discipline}).index].stopped) {
      staying.push_back(slot);
      continue;
    }
    const auto u = models::uniforms(key_, Purpose::redial, subject(call, 1000));
    if (!call.urgent && u[0] < world_.callers.deferred_share) {
      call.state = CallState::between_attempts;
      events_.push(now_s_ + u[1] * world_.callers.deferred_spread_s, slot, call.token,
                   EventKind::redial);
    } else {
      give_up(slot);
    }
  }
  stranded_ = std::move(staying);
}

/// Each stranded caller hears of the channel with probability `share`, after an exponential time
/// with the channel's time constant.
void CallExchange::offer_channel_to_stranded(std::size_t channel) {
  if (!channels_[channel].works)
    return;
  const auto& row = world_.callers.channels[channel];
  std::erase_if(stranded_, [&](std::uint32_t slot) {
    Call& call = calls_[slot];
    const auto u = models::uniforms(
        key_, Purpose::channel, subject(call, 0x10000u + static_cast<std::uint32_t>(channel)));
    if (u[0] >= channels_[channel].share)
      return false;
    call.state = CallState::in_contact;
    events_.push(now_s_ - row.known_tau_s * std::log1p(-u[1]) + models::quantile(row.delay_s, u[2]),
                 slot, call.token, EventKind::channel_contact);
    return true;
  });
}

// ---------------------------------------------------------------- people

void CallExchange::serve(Group group) {
  AgentPool& pool = pools_[group];
  while (pool.has_free()) {
    if (!pool.held.empty()) {
      const auto slot = pool.held.front();
      pool.held.erase(pool.held.begin());
      resume(slot, group);
      continue;
    }
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

void CallExchange::resume(std::uint32_t slot, Group group) {
  Call& call = calls_[slot];
  ++pools_[group].busy;
  call.state = CallState::talking;
  ++call.token;
  count(group, call, GroupCount::handed_in);
  call.since_s = now_s_;
  call.ends_s = now_s_ + call.ends_s;
  events_.push(call.ends_s, slot, call.token, EventKind::service_ends);
}

/// More conversations than people at the change of shift: the excess (lowest slots first) goes on
/// hold and is the first to be taken up again, for what is left of it.
void CallExchange::hand_over(Group group) {
  AgentPool& pool = pools_[group];
  for (std::uint32_t slot = 0; slot < calls_.size() && pool.busy > pool.on_duty; ++slot) {
    Call& call = calls_[slot];
    if (call.state != CallState::talking || call.group != group)
      continue;
    --pool.busy;
    call.talked_s += now_s_ - call.since_s;
    group_time(group, GroupTime::busy_s) += clipped(call.since_s, now_s_);
    call.ends_s -= now_s_;
    call.state = CallState::on_hold;
    ++call.token;
    pool.held.push_back(slot);
    count(group, call, GroupCount::handed_out);
  }
}

void CallExchange::set_on_duty(models::Id<models::AgentGroup> id, int people) {
  const auto group = static_cast<Group>(id.index);
  AgentPool& pool = pools_[group];
  if (people == pool.on_duty)
    return;
  clock_duty(pool, group);
  pool.on_duty = people;
  mix((std::uint64_t{group} << 32) | (static_cast<std::uint64_t>(people) << 8) | 5);
  if (world_.groups[id].shift_end == models::ShiftEnd::hand_over)
    hand_over(group);
  serve(group);
}

void CallExchange::clock_duty(AgentPool& pool, Group group) {
  group_time(group, GroupTime::on_duty_s) += pool.on_duty * clipped(pool.duty_since_s, now_s_);
  pool.duty_since_s = now_s_;
}

// ---------------------------------------------------------------- functions lost and back

void CallExchange::set_function_state(models::Id<models::Centre> centre,
                                      models::Id<models::Stage> stage,
                                      const FunctionState& state) {
  FunctionState& now = states_[centre.index * world_.stages.size() + stage.index];
  if (state == now)
    return;
  const FunctionState before = now;
  now = state;
  for (Group group = 0; group < pools_.size(); ++group) {
    AgentPool& pool = pools_[group];
    if (pool.centre != centre.index || pool.stage != stage.index)
      continue;
    pool.stopped = state.stopped;
    pool.blocks_arriving = state.blocks_arriving;
    pool.transfer_extra_s = state.transfer_extra_s;
    pool.blocking = state.blocking;
    pool.astray = state.astray;
    pool.keeps_dispatch_home = state.keeps_dispatch_home;
    pool.slow = state.slow * effect_slow_[group];
    if (pool.picture_hidden && !state.picture_hidden)
      settle_pictures(group);
    pool.picture_hidden = state.picture_hidden;
    mix((std::uint64_t{group} << 8) | (state.stopped ? 6 : 7));
    if (state.cuts_connected && !before.cuts_connected)
      cut_talking(group);
    if (state.cuts_waiting && !before.cuts_waiting)
      cut_waiting(group);
    serve(group);
  }
  update_unreachable(centre.index);
  if (stage.index == 0 && before.stopped && !state.stopped)
    release_stranded();
}

void CallExchange::set_slower(models::Id<models::AgentGroup> id, double factor) {
  effect_slow_[id.index] = factor;
  AgentPool& pool = pools_[id.index];
  pool.slow = factor * states_[pool.centre * world_.stages.size() + pool.stage].slow;
}

void CallExchange::cut_talking(Group group) {
  AgentPool& pool = pools_[group];
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot) {
    Call& call = calls_[slot];
    const bool talks = call.state == CallState::talking;
    if (call.group != group || !(talks || call.state == CallState::on_hold))
      continue;
    if (talks) {
      --pool.busy;
      call.talked_s += now_s_ - call.since_s;
      group_time(group, GroupTime::busy_s) += clipped(call.since_s, now_s_);
      count(group, call, GroupCount::cut_talking);
    } else {
      std::erase(pool.held, slot);
    }
    if (pool.caller_on_line)
      ++lines_left_[pool.centre];
    mix((std::uint64_t{group} << 8) | 8);
    fail(slot, CallerCount::cut);
  }
}

void CallExchange::cut_waiting(Group group) {
  AgentPool& pool = pools_[group];
  while (!pool.line.empty()) {
    const auto slot = pool.line.pick(0);
    Call& call = calls_[slot];
    leave_line(slot);
    if (pool.caller_on_line)
      ++lines_left_[pool.centre];
    note_wait(call, pool);
    count(group, call, GroupCount::cut_waiting);
    mix((std::uint64_t{group} << 8) | 9);
    fail(slot, CallerCount::cut);
  }
}

// ---------------------------------------------------------------- takeover

void CallExchange::redirect(models::Id<models::Centre> centre,
                            std::vector<models::Partner> partners) {
  redirects_[centre.index] = std::move(partners);
  any_redirect_ = std::any_of(redirects_.begin(), redirects_.end(),
                              [](const auto& list) { return !list.empty(); });
  mix((std::uint64_t{centre.index} << 8) | 10);
  if (!redirects_[centre.index].empty())
    move_waiting(centre.index);
  update_unreachable(centre.index);
}

/// Whoever waits at the centre goes along, longest waiting first.
void CallExchange::move_waiting(std::size_t centre) {
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot)
    if (calls_[slot].state == CallState::waiting && pools_[calls_[slot].group].centre == centre)
      waiting.push_back(slot);
  std::stable_sort(waiting.begin(), waiting.end(), [this](auto a, auto b) {
    return calls_[a].since_s < calls_[b].since_s;
  });
  for (const auto slot : waiting) {
    const Group from = calls_[slot].group, to = destination(calls_[slot]);
    if (to != from && (!pools_[to].caller_on_line || lines_left_[pools_[to].centre] > 0))
      move(slot, from, to);
  }
}

bool CallExchange::answers(models::Id<models::Centre> centre,
                           models::Id<models::Stage> stage) const {
  return !states_[centre.index * world_.stages.size() + stage.index].stopped;
}

std::uint32_t CallExchange::waiting(models::Id<models::AgentGroup> group) const {
  return pools_[group.index].line.size();
}

// ---------------------------------------------------------------- behaviour

void CallExchange::open_channel(std::size_t channel, std::optional<double> share) {
  auto& state = channels_[channel];
  if (share)
    state.share = *share;
  if (!state.known)
    state.known_since_s = now_s_;
  state.known = true;
  offer_channel_to_stranded(channel);
}

void CallExchange::close_channel(std::size_t channel) {
  const auto& row = world_.callers.channels[channel];
  channels_[channel].known = row.published;
  channels_[channel].share = row.share;
}

void CallExchange::set_channel_works(std::size_t channel, bool works) {
  channels_[channel].works = works;
}

void CallExchange::begin_reduction(const scenarios::Reduction& reduction) {
  reductions_.push_back({&reduction, now_s_});
}

void CallExchange::end_reduction(const scenarios::Reduction& reduction) {
  std::erase_if(reductions_, [&](const auto& active) { return active.what == &reduction; });
}

}  // namespace sim
