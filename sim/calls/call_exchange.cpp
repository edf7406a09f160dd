#include "sim/calls/call_exchange.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "sim/calls/fact_shape.hpp"
#include "sim/calls/head_count.hpp"

namespace sim {

using results::CallerCount;
using results::GroupCount;
using results::GroupTime;

namespace {

constexpr double minute_s = 60;

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
      ledger_(world, facts, fates, demand.sources()),
      books_(world, scenario.window, facts),
      losses_(facts, world.centres.size() * world.stages.size() * world.disciplines.size()),
      disciplines_(world.disciplines.size()),
      centres_(world.centres.size()),
      work_kind_(first_genuine(world)),
      states_(centres_ * world.stages.size()),
      effect_slow_(world.groups.size(), 1.0),
      groups_at_(centres_ * world.stages.size() * disciplines_, no_group),
      lines_share_(centres_, 1.0),
      channels_left_(centres_),
      pictures_held_(centres_),
      redirects_(centres_),
      taken_from_(centres_),
      work_arrives_(world.demand.other_work.size(), true),
      ways_(world.regions.size() * disciplines_) {
  find_stages();
  open_pools();
  look_up_triage();
  for (const auto& centre : world.centres)
    lines_.push_back(centre.lines.value_or(std::numeric_limits<int>::max()));
  lines_left_ = lines_;
  for (const auto& channel : world.callers.channels)
    channels_.push_back({channel.share});
}

/// Which stages are national, and at which the caller hangs up.
void CallExchange::find_stages() {
  std::vector<int> centres_at(world_.stages.size());
  for (const auto& place : places_of(world_))
    ++centres_at[place.stage];
  for (const auto stage : world_.stages.ids()) {
    national_.push_back(centres_at[stage.index] == 1);
    if (world_.stages[stage].caller_on_line)
      last_on_line_ = stage.index;
  }
}

/// A pool for each group, and who serves which discipline where.
void CallExchange::open_pools() {
  const auto places = places_of(world_);
  for (const auto id : world_.groups.ids()) {
    const auto& group = world_.groups[id];
    AgentPool pool(world_.stages[group.stage].order);
    pool.centre = static_cast<std::uint16_t>(group.centre.index);
    pool.stage = static_cast<std::uint16_t>(group.stage.index);
    pool.caller_on_line = world_.stages[group.stage].caller_on_line;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i].stage == pool.stage && places[i].centre == pool.centre)
        pool.place = static_cast<std::uint16_t>(i);
    pools_.push_back(std::move(pool));
    for (const auto discipline : world_.roles[group.role].disciplines)
      groups_at_[cell_of(group.centre.index, group.stage.index, discipline.index)] =
          static_cast<Group>(id.index);
  }
}

/// Once, and not by the names of systems at each call.
void CallExchange::look_up_triage() {
  for (const auto home : world_.centres.ids())
    for (const auto stage : world_.stages.ids())
      for (const auto discipline : world_.disciplines.ids())
        for (const auto centre : world_.centres.ids())
          triage_allows_.push_back(world_.triage_allows(stage, home, centre, discipline));
}

void CallExchange::advance_to(double t_s) {
  if (t_s > now_s_) {
    look_at_losses();
    look_at_ways();
  }
  for (;;) {
    const double event_s = events_.empty() ? t_s : events_.top().t_s();
    const double arrival_s = demand_.next_time();
    const double next_s = std::min({next_minute_s_, event_s, arrival_s});
    if (next_s >= t_s)
      break;
    while (next_s >= books_.next_level_s())
      close_bin();
    now_s_ = next_s;
    if (next_minute_s_ <= next_s)
      end_minute();
    else if (event_s <= arrival_s)
      handle(events_.pop());
    else
      first_attempt(demand_.pop());
  }
  while (t_s >= books_.next_level_s())
    close_bin();
  now_s_ = t_s;
}

void CallExchange::tell_minutes(std::function<void()> on_minute) {
  if (!on_minute_)  // else the next one may be the minute of this moment
    next_minute_s_ = (std::floor(now_s_ / minute_s) + 1) * minute_s;
  on_minute_ = std::move(on_minute);
}

void CallExchange::end_minute() {
  next_minute_s_ += minute_s;
  on_minute_();
  look_at_losses();
  look_at_ways();
}

/// Of the timeline; and the audit of that instant.
void CallExchange::close_bin() {
  if (on_time_)
    on_time_(now_s_);
  books_.level(pools_);
  books_.miss(missing_heads(calls_, pools_, ledger_.open()));
}

void CallExchange::handle(const Event& event) {
  if ((calls_[event.slot()].token & token_mask) != event.token())
    return;
  switch (event.kind()) {
    case EventKind::service_ends:
      return end_service(event.slot());
    case EventKind::patience_ends:
      return abandon(event.slot());
    case EventKind::overflow_due:
      return overflow(event);
    case EventKind::transfer_arrives:
      return offer(event.slot());
    case EventKind::redial:
      return attempt(event.slot());
    case EventKind::channel_contact:
      return contact_by_channel(event.slot());
  }
}

std::uint32_t CallExchange::take_slot() {
  if (free_.empty()) {
    calls_.emplace_back();
    return static_cast<std::uint32_t>(calls_.size() - 1);
  }
  const auto slot = free_.back();
  free_.pop_back();
  return slot;
}

void CallExchange::free_slot(std::uint32_t slot) {
  calls_[slot].state = CallState::free;
  ++calls_[slot].token;
  free_.push_back(slot);
}

std::array<std::uint32_t, 3> CallExchange::running() const {
  std::uint32_t waiting = 0;
  for (const AgentPool& pool : pools_)
    waiting += pool.line.size();
  return {waiting, answered_total_, failed_total_};
}

void CallExchange::finish() {
  books_.miss(missing_heads(calls_, pools_, ledger_.open()));
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot) {
    Call& call = calls_[slot];
    if (call.state == CallState::free)
      continue;
    if (call.state == CallState::waiting)
      books_.count(call.group, call, GroupCount::waiting);
    if (call.state == CallState::talking) {
      books_.count(call.group, call, GroupCount::talking);
      books_.spend(call.group, GroupTime::busy_s, call.since_s, now_s_);
    }
    if (call.other_work || call.job)
      continue;
    const bool attempting = call.state == CallState::waiting || call.state == CallState::talking ||
                            call.state == CallState::in_transfer;
    if (attempting)
      ledger_.count(call, CallerCount::in_progress);
    const bool gave_up = call.state == CallState::stranded;
    ledger_.close(call, gave_up ? CallerCount::gave_up : CallerCount::pending, now_s_);
  }
  ledger_.settle();
  for (Group group = 0; group < pools_.size(); ++group) {
    AgentPool& pool = pools_[group];
    clock_duty(pool, group);
    if (!pool.line.empty())
      books_.spend(group, GroupTime::short_s, pool.short_since_s, now_s_);
    books_.settle_pictures(group, now_s_);
  }
  look_at_losses();
  ways_changed_ = true;
  look_at_ways();
  books_.close(now_s_, ledger_.audit());
}

}  // namespace sim
