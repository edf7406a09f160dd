// The counting side of the call exchange: timelines, integrals, audits, the digest.
#include <algorithm>
#include <bit>
#include <cmath>

#include "sim/calls/exchange_parts.hpp"

namespace sim {

using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using results::TimelineCount;

/// Writes the levels at the end of the bin and opens the next one; the last bin stays open.
void CallExchange::level_timeline() {
  for (const AgentPool& pool : pools_) {
    auto* row = &facts_.timeline[(bin_ * centres_ + pool.centre) * results::size_of<TimelineCount>];
    row[static_cast<std::size_t>(TimelineCount::waiting)] += pool.line.size();
    row[static_cast<std::size_t>(TimelineCount::talking)] += static_cast<std::uint32_t>(pool.busy);
    row[static_cast<std::size_t>(TimelineCount::on_duty)] +=
        static_cast<std::uint32_t>(pool.on_duty);
  }
  const auto bins = facts_.timeline.size() / (centres_ * results::size_of<TimelineCount>);
  if (bin_ + 1 < bins) {
    ++bin_;
    next_level_s_ += timeline_bin_s_;
  } else {
    next_level_s_ = std::numeric_limits<double>::infinity();
  }
}

std::array<std::uint32_t, 3> CallExchange::running() const {
  std::uint32_t waiting = 0;
  for (const AgentPool& pool : pools_)
    waiting += pool.line.size();
  return {waiting, answered_total_, failed_total_};
}

/// Dispatch that a discipline cannot use: 0 when its last stage works at home or is slowed by a
/// factor (1 - 1/factor then), 1 when nobody does it, in between when a partner does it in
/// `foreign_handling` times the time. The weights of partial fallback are assumptions.
void CallExchange::update_unreachable(std::size_t centre) {
  const auto regions = static_cast<double>(std::count_if(
      world_.regions.begin(), world_.regions.end(),
      [&](const auto& region) { return !region.centre || region.centre.index == centre; }));
  for (std::size_t d = 0; d < disciplines_; ++d) {
    Call probe;
    probe.stage = static_cast<std::uint8_t>(world_.stages.size() - 1);
    probe.discipline = static_cast<std::uint8_t>(d);
    const Group home = group_of(centre, probe);
    if (home >= pools_.size())
      continue;
    double usable = 1 / std::max(1.0, pools_[home].slow);
    if (pools_[home].stopped) {
      usable = 0;
      for (const auto& partner : redirects_[centre])
        if (const Group group = group_of(partner.centre.index, probe);
            usable <= 0 && group < pools_.size() && !pools_[group].stopped)
          usable = 1 / (pools_[group].slow * world_.takeover.foreign_handling);
    }
    const std::size_t cell = centre * disciplines_ + d;
    facts_.unreachable_s[cell] += unusable_[cell] * clipped(unusable_since_s_[cell], now_s_);
    unusable_[cell] = (1 - usable) * regions;
    unusable_since_s_[cell] = now_s_;
  }
}

/// Pictures that were held back reach the region now.
void CallExchange::settle_pictures(Group group) {
  for (const auto& [since_s, cell] : hidden_[group])
    if (now_s_ - since_s > late_picture_s)
      ++facts_.callers[cell * results::size_of<CallerCount> +
                       static_cast<std::size_t>(CallerCount::picture_late)];
  hidden_[group].clear();
}

void CallExchange::finish() {
  for (std::uint32_t slot = 0; slot < calls_.size(); ++slot) {
    Call& call = calls_[slot];
    if (call.state == CallState::free)
      continue;
    if (call.state == CallState::waiting)
      count(call.group, call, GroupCount::waiting);
    if (call.state == CallState::talking) {
      count(call.group, call, GroupCount::talking);
      group_time(call.group, GroupTime::busy_s) += clipped(call.since_s, now_s_);
    }
    if (call.other_work || call.job)
      continue;
    const bool attempting = call.state == CallState::waiting || call.state == CallState::talking ||
                            call.state == CallState::on_hold ||
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
      group_time(group, GroupTime::short_s) += clipped(pool.short_since_s, now_s_);
    settle_pictures(group);
  }
  for (std::size_t centre = 0; centre < centres_; ++centre)
    update_unreachable(centre);
  facts_.conservation_error += ledger_.audit();
  audit_groups();
  for (const auto number : facts_.callers)
    mix(number);
  for (const auto number : facts_.groups)
    mix(number);
  facts_.digest = hash_;
}

void CallExchange::audit_groups() {
  using enum GroupCount;
  const auto miss = [](std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; };
  for (std::size_t row = 0; row < facts_.groups.size(); row += results::size_of<GroupCount>) {
    const auto n = [&](GroupCount what) -> std::uint64_t {
      return facts_.groups[row + static_cast<std::size_t>(what)];
    };
    facts_.conservation_error +=
        miss(n(offered) + n(moved_in),
             n(answered) + n(abandoned) + n(blocked) + n(cut_waiting) + n(moved_out) + n(waiting));
    facts_.conservation_error += miss(n(answered) + n(handed_in),
                                      n(completed) + n(cut_talking) + n(handed_out) + n(talking));
  }
}

}  // namespace sim
