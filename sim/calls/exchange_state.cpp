// Changes of state by actors: people, functions, takeover; and calls moved to another group.
#include <algorithm>

#include "models/chance/whole.hpp"
#include "sim/calls/call_exchange.hpp"

namespace sim {

using models::Purpose;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using Mark = ExchangeBooks::Mark;

/// The share of the conversation that is still to be had.
double CallExchange::left_of(const Call& call) const {
  const double whole_s = handling_s(call, pools_[call.group]);
  return whole_s > 0 ? (call.ends_s - now_s_) / whole_s : 0;
}

/// More conversations than people at the change of shift: the excess (lowest slots first) waits at
/// the head of the queue, as long as patience lasts, to be taken up again for what is left of it.
void CallExchange::hand_over(Group group) {
  AgentPool& pool = pools_[group];
  for (std::uint32_t slot = 0; slot < calls_.size() && pool.busy > pool.on_duty; ++slot) {
    Call& call = calls_[slot];
    if (call.state != CallState::talking || call.group != group)
      continue;
    --pool.busy;
    call.talked_s += now_s_ - call.since_s;
    books_.spend(group, GroupTime::busy_s, call.since_s, now_s_);
    books_.count(group, call, GroupCount::handed_out);
    books_.mark(now_s_, group, Mark::handed_out);
    call.left = left_of(call);
    call.handed_over = static_cast<std::uint8_t>(std::min(call.handed_over + 1, 255));
    call.since_s = now_s_;
    wait(slot, group);
  }
}

void CallExchange::set_on_duty(models::Id<models::AgentGroup> id, int people) {
  const auto group = static_cast<Group>(id.index);
  AgentPool& pool = pools_[group];
  if (people == pool.on_duty)
    return;
  clock_duty(pool, group);
  pool.on_duty = people;
  ways_changed_ = true;
  losses_changed_ |= losses_.any_open();
  books_.mark_duty(now_s_, group, people);
  if (world_.groups[id].shift_end == models::ShiftEnd::hand_over)
    hand_over(group);
  serve(group);
}

void CallExchange::clock_duty(AgentPool& pool, Group group) {
  books_.spend(group, GroupTime::on_duty_s, pool.duty_since_s, now_s_, pool.on_duty);
  pool.duty_since_s = now_s_;
}

void CallExchange::set_function_state(models::Id<models::Centre> centre,
                                      models::Id<models::Stage> stage, const FunctionState& state) {
  FunctionState& now = states_[state_at(centre.index, stage.index)];
  if (state == now)
    return;
  const FunctionState before = now;
  now = state;
  losses_changed_ = true;
  for (Group group = 0; group < pools_.size(); ++group) {
    AgentPool& pool = pools_[group];
    if (pool.centre != centre.index || pool.stage != stage.index)
      continue;
    pool.stopped = state.stopped;
    pool.blocks_arriving = state.blocks_arriving;
    pool.transfer_extra_s = state.transfer_extra_s;
    pool.blocking = state.blocking;
    pool.blocked_callers = state.blocked_callers;
    pool.grey = pool.blocking > 0 || pool.blocked_callers > 0;
    pool.astray = state.astray;
    set_pace(group, state.slow * effect_slow_[group], state.keeps_dispatch_home);
    show_pictures(group);
    books_.mark(now_s_, group, state.stopped ? Mark::stopped : Mark::works);
    if (state.cuts_connected && !before.cuts_connected)
      cut_talking(group);
    if (state.cuts_waiting && !before.cuts_waiting)
      cut_waiting(group);
    serve(group);
  }
  ways_changed_ = true;
  if (stage.index == 0 && before.stopped && !state.stopped)
    release_stranded();
}

void CallExchange::set_slower(models::Id<models::AgentGroup> id, double factor) {
  effect_slow_[id.index] = factor;
  const AgentPool& pool = pools_[id.index];
  set_pace(static_cast<Group>(id.index), factor * states_[state_at(pool.centre, pool.stage)].slow,
           pool.keeps_dispatch_home);
  ways_changed_ = true;
}

/// What is left of the conversations of the moment goes on at the new pace: the work is the same.
/// Fake calls, and the time in which a mistake is found out, know no pace.
void CallExchange::set_pace(Group group, double slow, bool keeps_dispatch_home) {
  AgentPool& pool = pools_[group];
  if (slow == pool.slow && keeps_dispatch_home == pool.keeps_dispatch_home)
    return;
  std::vector<std::uint32_t> talking;
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot) {
    Call& call = calls_[slot];
    if (call.state != CallState::talking || call.group != group || call.flood != nullptr ||
        call.misrouted)
      continue;
    call.left = left_of(call);
    talking.push_back(slot);
  }
  pool.slow = slow;
  pool.keeps_dispatch_home = keeps_dispatch_home;
  for (const auto slot : talking) {
    ++calls_[slot].token;
    talk_on(slot);
  }
}

void CallExchange::cut_talking(Group group) {
  AgentPool& pool = pools_[group];
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot) {
    Call& call = calls_[slot];
    if (call.group != group || call.state != CallState::talking)
      continue;
    --pool.busy;
    call.talked_s += now_s_ - call.since_s;
    books_.spend(group, GroupTime::busy_s, call.since_s, now_s_);
    books_.count(group, call, GroupCount::cut_talking);
    if (pool.caller_on_line)
      ++lines_left_[pool.centre];
    books_.mark(now_s_, group, Mark::cut_talking);
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
    books_.wait(call, pool, now_s_);
    books_.count(group, call, GroupCount::cut_waiting);
    books_.mark(now_s_, group, Mark::cut_waiting);
    fail(slot, CallerCount::cut);
  }
}

void CallExchange::redirect(models::Id<models::Centre> centre,
                            std::vector<models::Partner> partners) {
  redirects_[centre.index] = std::move(partners);
  any_redirect_ = std::any_of(redirects_.begin(), redirects_.end(),
                              [](const auto& list) { return !list.empty(); });
  books_.mark(now_s_, centre.index, Mark::redirected);
  losses_changed_ = true;
  if (!redirects_[centre.index].empty())
    move_waiting(centre.index);
  ways_changed_ = true;
}

/// Whoever waits at the centre goes along, longest waiting first.
void CallExchange::move_waiting(std::size_t centre) {
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot)
    if (calls_[slot].state == CallState::waiting && pools_[calls_[slot].group].centre == centre)
      waiting.push_back(slot);
  std::stable_sort(waiting.begin(), waiting.end(),
                   [this](auto a, auto b) { return calls_[a].since_s < calls_[b].since_s; });
  for (const auto slot : waiting) {
    const Group from = calls_[slot].group, to = destination(calls_[slot]);
    if (to == from || (pools_[to].caller_on_line && lines_left_[pools_[to].centre] <= 0))
      continue;
    note_sent(calls_[slot], to);
    move(slot, from, to);
  }
}

bool CallExchange::answers(models::Id<models::Centre> centre,
                           models::Id<models::Stage> stage) const {
  return !states_[state_at(centre.index, stage.index)].stopped;
}

std::uint32_t CallExchange::waiting(models::Id<models::AgentGroup> group) const {
  return pools_[group.index].line.size();
}

/// A caller on the line, to the first partner with somebody free and a line free. A call that came
/// here by overflow or takeover may go on the same way.
bool CallExchange::try_overflow(std::uint32_t slot, Group group) {
  if (!pools_[group].caller_on_line)
    return false;
  Call& call = calls_[slot];
  for (const auto centre : world_.centres[{pools_[group].centre}].overflow->to) {
    const Group other = group_of(centre.index, call);
    if (other == no_group || other == group || !pools_[other].has_free() ||
        !may_take({.centre = centre}, call) ||
        (pools_[other].caller_on_line && lines_left_[centre.index] <= 0))
      continue;
    move(slot, group, other);
    return true;
  }
  return false;
}

/// A call that begins to wait looks for a partner, at once or later, when the rule of where it is
/// now says so.
void CallExchange::look_for_partner(std::uint32_t slot) {
  Call& call = calls_[slot];
  const AgentPool& pool = pools_[call.group];
  const auto& rule = world_.centres[{pool.centre}].overflow;
  if (!rule || !pool.caller_on_line)
    return;
  if (rule->after_s <= 0) {
    try_overflow(slot, call.group);
    return;
  }
  call.ends_s = now_s_ + rule->after_s;
  events_.push(call.ends_s, slot, call.token, EventKind::overflow_due);
}

/// A call that has waited long enough looks for a partner, and looks again after the same time. An
/// appointment that it made where it waited before is off.
void CallExchange::overflow(const Event& event) {
  const Call& call = calls_[event.slot()];
  if (call.ends_s == event.t_s() && !try_overflow(event.slot(), call.group))
    look_for_partner(event.slot());
}

/// Takes a call that waits, or has just been offered, to another group; its patience runs on, the
/// overflow rule is the other's. A misrouted call that gets home this way is misrouted no longer.
void CallExchange::move(std::uint32_t slot, Group from, Group to) {
  Call& call = calls_[slot];
  if (call.state == CallState::waiting) {
    leave_line(slot);
    if (pools_[from].caller_on_line)
      ++lines_left_[pools_[from].centre];
  }
  books_.count(from, call, GroupCount::moved_out);
  books_.count(to, call, GroupCount::moved_in);
  call.group = to;
  call.misrouted = call.misrouted && to != destination(call);
  call.ends_s = no_appointment_s;
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
  look_for_partner(slot);
}

void CallExchange::set_lines_share(models::Id<models::Centre> centre, double share) {
  lines_share_[centre.index] = share;
  fit_lines(centre);
}

void CallExchange::set_channels(models::Id<models::Centre> centre, std::optional<int> channels) {
  channels_left_[centre.index] = channels;
  fit_lines(centre);
}

/// As many as effects and wires leave; calls that are there already stay.
void CallExchange::fit_lines(models::Id<models::Centre> centre) {
  constexpr int no_limit = std::numeric_limits<int>::max();
  const auto& lines = world_.centres[centre].lines;
  const int now = std::min(lines ? models::nearest(*lines * lines_share_[centre.index]) : no_limit,
                           channels_left_[centre.index].value_or(no_limit));
  lines_left_[centre.index] += now - lines_[centre.index];
  lines_[centre.index] = now;
  ways_changed_ = true;
}

void CallExchange::hold_pictures(models::Id<models::Centre> centre, bool held) {
  pictures_held_[centre.index] = held;
  for (Group group = 0; group < pools_.size(); ++group)
    if (pools_[group].centre == centre.index)
      show_pictures(group);
}

void CallExchange::show_pictures(Group group) {
  AgentPool& pool = pools_[group];
  const bool hidden =
      pictures_held_[pool.centre] || states_[state_at(pool.centre, pool.stage)].picture_hidden;
  if (pool.picture_hidden && !hidden)
    books_.settle_pictures(group, now_s_);
  pool.picture_hidden = hidden;
}

}  // namespace sim
