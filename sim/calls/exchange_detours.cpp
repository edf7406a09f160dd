// Calls on their way: how long it takes, and whether they go astray, are blocked or come back.
#include <utility>

#include "sim/calls/call_exchange.hpp"

namespace sim {

using models::Purpose;
using results::CallerCount;

/// A job of other work comes in, unless what carries it is down: then nobody ever sees it.
void CallExchange::begin_work(std::uint32_t slot, const models::OtherWork& work) {
  Call& call = calls_[slot];
  const auto flow = static_cast<std::size_t>(&work - world_.demand.other_work.data());
  books_.count_work(flow, now_s_, results::WorkCount::arrived);
  if (!work_arrives_[flow]) {
    books_.count_work(flow, now_s_, results::WorkCount::undelivered);
    return free_slot(slot);
  }
  call.kind = work_kind_;
  call.dispatched = static_cast<float>(work.dispatched);
  call.other_work = true;
  call.call_class = results::CallClass::other_work;
  call.stage = static_cast<std::uint8_t>(work.stage.index);
  call.priority = 2;
  call.attempt = 1;
  call.job = !world_.stages[work.stage].caller_on_line;
  offer(slot);
}

/// The way into the first stage: no time, unless an effect makes it longer.
double CallExchange::set_up_s(const Call& call) const {
  return detours_.any() ? detours_.way_s(call, draw(Purpose::caller_detail, call, 16u), 0) : 0;
}

/// The way into the stage of the call.
double CallExchange::transfer_s(const Call& call) const {
  const double u = draw(Purpose::caller_detail, call, 16u + call.stage);
  const double normally_s = models::quantile(world_.stages[{call.stage}].transfer_s, u);
  return detours_.way_s(call, u, normally_s);
}

/// Now and then another centre that has people for the discipline, each as likely.
CallExchange::Group CallExchange::misrouted_to(Call& call, Group right) const {
  const bool been_there = std::exchange(call.misrouted, false);
  if (been_there || call.job || call.other_work || national_[call.stage])
    return right;
  const auto u = detours_.lead_astray(call);
  if (!u)
    return right;
  std::vector<Group> others;
  for (std::size_t centre = 0; centre < centres_; ++centre)
    if (const Group group = group_of(centre, call); group != no_group && group != right)
      others.push_back(group);
  if (others.empty())
    return right;
  call.misrouted = true;
  return others[static_cast<std::size_t>(*u * static_cast<double>(others.size()))];
}

/// A dispatch that turns out to be wrong is done again, once.
bool CallExchange::job_comes_back(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (call.again)
    return false;
  const auto after_s = detours_.comes_back_s(call);
  if (!after_s)
    return false;
  call.again = true;
  ledger_.count(call, CallerCount::wrong_address);
  pass_on(slot, *after_s);
  return true;
}

bool CallExchange::blocked_on_the_way(const Call& call, const AgentPool& pool) const {
  if (pool.blocking > 0 &&
      draw(Purpose::blocking, call, call.attempt * 256u + call.stage) < pool.blocking)
    return true;
  if (pool.blocked_callers > 0 && draw(Purpose::blocking, call, call.stage) < pool.blocked_callers)
    return true;
  return call.stage == 0 && detours_.block(call);
}

}  // namespace sim
