// Whether a call from anywhere would be taken, and a unit be alerted: criteria section 2.
#include "sim/calls/call_exchange.hpp"

namespace sim {

namespace {

/// A path that blocks this share of the calls or more reaches nobody.
constexpr double blocks_all = 0.9;

}  // namespace

/// Looks once for each instant, when all that changes in it has changed.
void CallExchange::look_at_ways() {
  const bool detours_changed = detours_.take_change();
  if (!ways_changed_ && !detours_changed)
    return;
  ways_changed_ = false;
  for (std::size_t region = 0; region < world_.regions.size(); ++region)
    for (std::size_t discipline = 0; discipline < disciplines_; ++discipline) {
      if (!world_.disciplines.rows()[discipline].modelled)
        continue;
      const std::size_t cell = region * disciplines_ + discipline;
      Way& way = ways_[cell];
      books_.way(cell, way.state, way.since_s, now_s_);
      way = {way_of(region, discipline), now_s_};
    }
}

/// A stage of the way is lost when nobody takes what comes to it; it works as a fallback when
/// somebody does who has to do without something.
WayState CallExchange::way_of(std::size_t region, std::size_t discipline) const {
  Call probe;
  probe.region = static_cast<std::uint16_t>(region);
  probe.discipline = static_cast<std::uint8_t>(discipline);
  WayState way;
  for (std::size_t stage = 0; stage < world_.stages.size(); ++stage) {
    probe.stage = static_cast<std::uint8_t>(stage);
    probe.job = stage > last_on_line_;
    const double blocked =
        stage == 0 ? detours_.blocked_share({static_cast<std::uint32_t>(region)}) : 0;
    bool taken = false, as_fallback = false;
    for (const Group group : destinations(probe))
      if (takes_or_passes_on(group, probe, 1 - blocked)) {
        taken = true;
        as_fallback |= is_fallback(group, probe);
      }
    (probe.job ? way.no_dispatch : way.unreachable) |= !taken;
    way.degraded |= as_fallback;
  }
  return way;
}

/// All groups that `destination` may choose for calls like this one.
std::vector<CallExchange::Group> CallExchange::destinations(const Call& probe) const {
  const Group home = home_group(probe);
  std::vector<Group> out = partner_groups(pools_[home].centre, probe);
  if (out.empty())
    out.push_back(home);
  return out;
}

/// Those that a takeover gives a share of the centre's calls like this one.
std::vector<CallExchange::Group> CallExchange::partner_groups(std::size_t centre,
                                                              const Call& probe) const {
  std::vector<Group> out;
  if (national_[probe.stage])
    return out;
  for (const auto& partner : redirects_[centre]) {
    const Group group = group_of(partner.centre.index, probe);
    if (group == no_group || pools_[group].stopped || !may_take(partner, probe))
      continue;
    out.push_back(group);
    if (partner.share >= 1)
      break;
  }
  return out;
}

/// Of the calls the share `arrives` gets as far as the group's own path.
bool CallExchange::takes(Group group, double arrives) const {
  const AgentPool& pool = pools_[group];
  const double passes = arrives * (1 - pool.blocking) * (1 - pool.blocked_callers);
  const bool has_lines = !pool.caller_on_line || lines_[pool.centre] > 0;
  return !pool.stopped && pool.on_duty > 0 && has_lines && 1 - passes < blocks_all;
}

/// By itself, or by overflow: a call that is not blocked there looks for a partner.
bool CallExchange::takes_or_passes_on(Group group, const Call& probe, double arrives) const {
  if (takes(group, arrives))
    return true;
  const AgentPool& pool = pools_[group];
  const auto& overflow = world_.centres[{pool.centre}].overflow;
  const bool waits = overflow && (overflow->after_s <= 0 || lines_[pool.centre] > 0);
  if (!waits || !pool.caller_on_line || (pool.stopped && pool.blocks_arriving))
    return false;
  const double goes_on = arrives * (1 - pool.blocking) * (1 - pool.blocked_callers);
  return std::ranges::any_of(overflow->to, [&](const auto centre) {
    const Group other = group_of(centre.index, probe);
    return other != no_group && may_take({.centre = centre}, probe) && takes(other, goes_on);
  });
}

/// Backup, paper, direct mode: the work is done without something that it needs.
bool CallExchange::is_fallback(Group group, const Call& probe) const {
  const AgentPool& pool = pools_[group];
  const bool foreign =
      !national_[probe.stage] && world_.regions[{probe.region}].centre.index != pool.centre;
  return pool.slow > 1 || pool.transfer_extra_s > 0 || pool.astray > 0 ||
         (probe.job && foreign && pool.keeps_dispatch_home);
}

}  // namespace sim
