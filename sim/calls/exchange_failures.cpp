// A call that fails, and what the person does next.
#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/calls/call_exchange.hpp"

namespace sim {

using models::Purpose;
using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::TimelineCount;
using Mark = ExchangeBooks::Mark;

namespace {
constexpr double never_s = std::numeric_limits<double>::infinity();
}

void CallExchange::abandon(std::uint32_t slot) {
  Call& call = calls_[slot];
  const Group group = call.group;
  leave_line(slot);
  if (pools_[group].caller_on_line)
    ++lines_left_[pools_[group].centre];
  books_.wait(call, pools_[group], now_s_);
  books_.count(group, call, GroupCount::abandoned);
  books_.mark(now_s_, group, Mark::abandoned);
  fail(slot, CallerCount::abandoned);
}

void CallExchange::block(std::uint32_t slot, Group group) {
  books_.count(group, calls_[slot], GroupCount::blocked);
  books_.mark(now_s_, group, Mark::blocked);
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
  books_.flow(pools_[call.group].centre, TimelineCount::failed);
  ledger_.count(call, cause);
  if (cause == CallerCount::blocked && call.genuine)
    ledger_.count(call, CallerCount::blocked_genuine);
  if (cause == CallerCount::blocked && call.stage == 0)
    ledger_.count(call, CallerCount::first_blocked);
  if (cause != CallerCount::abandoned)
    call.hit = true;
  if (follows_announcement(slot, now_s_) || redials(slot, cause) || tries_channel(slot) ||
      follows_announcement(slot, never_s) || is_stranded(slot))
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
  const auto u = models::uniforms(key_, Purpose::redial, subject_of(call, call.attempt));
  if (u[0] >= p)
    return false;
  call.state = CallState::between_attempts;
  events_.push(now_s_ + models::quantile(redial.delay_s, u[1]), slot, call.token,
               EventKind::redial);
  return true;
}

/// Whoever gives up asks for the numbers that everybody can find, one after the other.
bool CallExchange::tries_channel(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (!call.genuine)
    return false;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    const auto& row = world_.callers.channels[i];
    if (!row.published || !can_reach(call, i))
      continue;
    const auto u =
        models::uniforms(key_, Purpose::channel,
                         subject_of(call, call.attempt * 256u + static_cast<std::uint32_t>(i)));
    if (u[0] >= channels_[i].share)
      continue;
    help_elsewhere(slot, now_s_ + models::quantile(row.delay_s, u[1]));
    return true;
  }
  return false;
}

bool CallExchange::can_reach(const Call& call, std::size_t channel) const {
  return channels_[channel].works &&
         !(world_.callers.channels[channel].by_phone && detours_.block(call));
}

void CallExchange::help_elsewhere(std::uint32_t slot, double at_s) {
  calls_[slot].state = CallState::in_contact;
  events_.push(at_s, slot, calls_[slot].token, EventKind::channel_contact);
}

/// What an announcement does to one person, drawn once: whether the number would be used, when it
/// is heard of, and how long the help takes then. An announcement that follows another while that
/// holds is news only to whom the first did not reach.
std::optional<CallExchange::News> CallExchange::news(const Call& call, std::size_t channel) const {
  const ChannelState& state = channels_[channel];
  const auto& row = world_.callers.channels[channel];
  const auto u = models::uniforms(key_, Purpose::channel,
                                  subject_of(call, 0x10000u + static_cast<std::uint32_t>(channel)));
  if (u[0] >= state.share)
    return {};
  const auto first =
      std::ranges::find_if(state.announced, [&](const auto& told) { return u[0] < told.share; });
  if (first == state.announced.end())
    return {};
  return News{first->at_s - row.known_tau_s * std::log1p(-u[1]),
              models::quantile(row.delay_s, u[2])};
}

/// The first announced number that the person has heard of by `until_s`.
bool CallExchange::follows_announcement(std::uint32_t slot, double until_s) {
  Call& call = calls_[slot];
  if (!call.genuine)
    return false;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    if (channels_[i].announced.empty() || !can_reach(call, i))
      continue;
    const auto news = this->news(call, i);
    if (!news || news->heard_s > until_s)
      continue;
    help_elsewhere(slot, std::max(news->heard_s, now_s_) + news->help_s);
    return true;
  }
  return false;
}

/// Whoever helps there alerts a unit at once: other channels have no dispatchers in the model.
void CallExchange::contact_by_channel(std::uint32_t slot) {
  Call& call = calls_[slot];
  ledger_.contact(call, now_s_, no_slot);
  ledger_.close(call, CallerCount::other_channel, now_s_);
  if (needs_unit(call))
    ledger_.alert(call, now_s_);
  free_slot(slot);
}

/// Who gives up while the first stage does not answer at all stays stranded: some call again when
/// it is back, some hear of another way (release_stranded, open_channel).
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
    const auto u = models::uniforms(key_, Purpose::redial, subject_of(call, 1000));
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

void CallExchange::keep_channel_open(std::size_t channel, std::optional<double> share) {
  channels_[channel].share = share.value_or(world_.callers.channels[channel].share);
}

void CallExchange::open_channel(std::size_t channel, std::optional<double> share) {
  keep_channel_open(channel, share);
  channels_[channel].announced.push_back({now_s_, channels_[channel].share});
  std::erase_if(stranded_, [&](std::uint32_t slot) { return follows_announcement(slot, never_s); });
}

void CallExchange::close_channel(std::size_t channel) {
  channels_[channel].announced.clear();
  channels_[channel].share = world_.callers.channels[channel].share;
}

void CallExchange::set_channel_works(std::size_t channel, bool works) {
  channels_[channel].works = works;
}

}  // namespace sim
