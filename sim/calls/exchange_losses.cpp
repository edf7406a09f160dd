// What the people of a centre cannot do for a while, and who does it for them.
#include <algorithm>

#include "sim/calls/call_exchange.hpp"

namespace sim {

/// Looks once for each instant, as at ways.
void CallExchange::look_at_losses() {
  if (!losses_changed_)
    return;
  losses_changed_ = false;
  Call probe;
  for (std::size_t centre = 0; centre < centres_; ++centre)
    for (probe.stage = 0; probe.stage < world_.stages.size(); ++probe.stage)
      for (probe.discipline = 0; probe.discipline < disciplines_; ++probe.discipline)
        if (group_of(centre, probe) != no_group)
          look_at_loss(centre, probe);
}

void CallExchange::look_at_loss(std::size_t centre, const Call& probe) {
  const std::size_t cell = cell_of(centre, probe.stage, probe.discipline);
  if (!pools_[group_of(centre, probe)].stopped) {
    if (losses_.is_open(cell))
      losses_.close(cell, now_s_);
    return;
  }
  if (!losses_.is_open(cell)) {
    results::Loss loss;
    loss.centre = static_cast<std::uint32_t>(centre);
    loss.stage = probe.stage;
    loss.discipline = probe.discipline;
    loss.onset_s = now_s_;
    losses_.open(cell, loss);
  }
  if (!losses_.is_received(cell) && received_elsewhere(centre, probe))
    losses_.receive(cell, now_s_);
}

/// A partner gets a share of the calls and has somebody on duty.
bool CallExchange::received_elsewhere(std::size_t centre, const Call& probe) const {
  return std::ranges::any_of(partner_groups(centre, probe),
                             [this](Group group) { return pools_[group].on_duty > 0; });
}

/// A takeover brings somebody to the desks of another centre; each person counts once a stage.
void CallExchange::note_sent(Call& call, Group to) {
  if (!any_redirect_ || !losses_.any_open() || call.other_work || call.misrouted ||
      national_[call.stage])
    return;
  const auto home = pools_[home_group(call)].centre;
  const auto bit = static_cast<std::uint16_t>(1u << call.stage);
  if (pools_[to].centre == home || (call.sent & bit) != 0 ||
      !losses_.is_open(cell_of(home, call.stage, call.discipline)))
    return;
  call.sent |= bit;
  losses_.send(cell_of(home, call.stage, call.discipline), place_of(call));
}

/// Who was sent and answered at home after all, say after the repair, is none of them.
void CallExchange::note_answered_elsewhere(Call& call, const AgentPool& pool) {
  const auto bit = static_cast<std::uint16_t>(1u << call.stage);
  if ((call.sent & bit) == 0 || (call.sent_answered & bit) != 0 || call.misrouted)
    return;
  const auto home = pools_[home_group(call)].centre;
  if (pool.centre == home)
    return;
  call.sent_answered |= bit;
  losses_.answer(place_of(call));
}

}  // namespace sim
