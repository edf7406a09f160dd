// Calls that take longer, go astray or are lost on the way: latencies, misrouting, dispatches that
// must be done again, grey failures, no signal.
#include <algorithm>
#include <utility>

#include "sim/calls/exchange_parts.hpp"

namespace sim {

using models::Purpose;
using results::CallerCount;

namespace {

bool hits(const std::vector<models::Id<models::Centre>>& centres,
          models::Id<models::Centre> centre) {
  return std::find(centres.begin(), centres.end(), centre) != centres.end();
}

}  // namespace

/// A job of other work comes in, unless what carries it is down: then nobody ever sees it.
void CallExchange::begin_work(std::uint32_t slot, const models::OtherWork& work) {
  Call& call = calls_[slot];
  const auto flow = static_cast<std::size_t>(&work - world_.demand.other_work.data());
  const auto count = [&](results::WorkCount what) {
    if (now_s_ >= window_from_s_ && now_s_ < window_to_s_)
      ++facts_.other_work[flow * results::size_of<results::WorkCount> +
                          static_cast<std::size_t>(what)];
  };
  count(results::WorkCount::arrived);
  if (!work_arrives_[flow]) {
    count(results::WorkCount::undelivered);
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

/// The way into the stage of the call: the world's delay and that of latencies at work.
double CallExchange::transfer_s(const Call& call) const {
  const double u = draw(Purpose::caller_detail, call, 16u + call.stage);
  double delay_s = models::quantile(world_.stages[{call.stage}].transfer_s, u);
  for (const auto* effect : latencies_)
    if (effect->stage.index == call.stage && hits(effect->centres, home_of(call)))
      delay_s += models::quantile(effect->delay_s, u);
  return delay_s;
}

/// Whose call it is: the centre of the region, at a national stage the one that serves everybody.
models::Id<models::Centre> CallExchange::home_of(const Call& call) const {
  return world_.groups[world_.route({call.stage}, {call.region}, {call.discipline})].centre;
}

/// Now and then another centre that has people for the discipline, each as likely, once per
/// attempt and stage.
CallExchange::Group CallExchange::misrouted_to(Call& call, Group right) const {
  const bool been_there = std::exchange(call.misrouted, false);
  if (been_there || call.job || call.other_work || national_[call.stage])
    return right;
  const auto u =
      models::uniforms(key_, Purpose::misroute, subject(call, call.attempt * 256u + call.stage));
  for (const auto* effect : misroutes_) {
    if (!hits(effect->centres, home_of(call)) || u[0] >= effect->probability)
      continue;
    std::vector<Group> others;
    for (std::size_t centre = 0; centre < centres_; ++centre)
      if (const Group group = group_of(centre, call); group != no_group && group != right)
        others.push_back(group);
    if (others.empty())
      return right;
    call.misrouted = true;
    return others[static_cast<std::size_t>(u[1] * static_cast<double>(others.size()))];
  }
  return right;
}

double CallExchange::misroute_delay_s(const Call& call) const {
  const double u =
      models::uniforms(key_, Purpose::misroute, subject(call, call.attempt * 256u + call.stage))[2];
  for (const auto* effect : misroutes_)
    if (hits(effect->centres, home_of(call)))
      return models::quantile(effect->delay_s, u);
  return 0;
}

/// Data were wrong: the dispatch is found out after a while and done again, once.
bool CallExchange::job_comes_back(std::uint32_t slot) {
  Call& call = calls_[slot];
  if (call.again)
    return false;
  for (const auto* effect : corrupts_) {
    const auto u = models::uniforms(key_, Purpose::wrong_address, subject(call, 1));
    if (!hits(effect->centres, home_of(call)) || u[0] >= effect->probability)
      continue;
    call.again = true;
    ledger_.count(call, CallerCount::wrong_address);
    pass_on(slot, models::quantile(effect->found_after_s, u[1]));
    return true;
  }
  return false;
}

bool CallExchange::blocked_on_the_way(const Call& call, const AgentPool& pool) const {
  if (pool.blocking > 0 &&
      draw(Purpose::blocking, call, call.attempt * 256u + call.stage) < pool.blocking)
    return true;
  if (pool.blocked_callers > 0 && draw(Purpose::blocking, call, call.stage) < pool.blocked_callers)
    return true;
  return call.stage == 0 && without_signal(call);
}

/// One uniform for each caller: whoever has no signal keeps having none.
bool CallExchange::without_signal(const Call& call) const {
  double has_signal = 1;
  for (const auto* effect : no_signals_)
    if (std::find(effect->regions.begin(), effect->regions.end(),
                  models::Id<models::Region>{call.region}) != effect->regions.end())
      has_signal *= 1 - effect->share;
  return has_signal < 1 && draw(Purpose::no_signal, call, 0) >= has_signal;
}

void CallExchange::find_grey(AgentPool& pool) {
  pool.grey =
      pool.blocking > 0 || pool.blocked_callers > 0 || (pool.stage == 0 && !no_signals_.empty());
}

namespace {

template <class Effect>
void change(std::vector<const Effect*>& active, const Effect& effect, bool begins) {
  if (begins)
    active.push_back(&effect);
  else
    std::erase(active, &effect);
}

}  // namespace

void CallExchange::change_latency(const scenarios::Latency& effect, bool begins) {
  change(latencies_, effect, begins);
}

void CallExchange::change_misroute(const scenarios::Misroute& effect, bool begins) {
  change(misroutes_, effect, begins);
}

void CallExchange::change_corrupt(const scenarios::Corrupt& effect, bool begins) {
  change(corrupts_, effect, begins);
}

void CallExchange::change_no_signal(const scenarios::NoSignal& effect, bool begins) {
  change(no_signals_, effect, begins);
  for (AgentPool& pool : pools_)
    find_grey(pool);
}

}  // namespace sim
