#include "sim/takeover/takeover_desk.hpp"

#include <simgrid/s4u.hpp>

#include "sim/systems/clock.hpp"
#include "sim/takeover/coordinator.hpp"
#include "sim/takeover/watch.hpp"

namespace sim {

namespace sg = simgrid::s4u;

TakeoverDesk::TakeoverDesk(const Parts& parts, Disturbances& disturbances, const Places& places,
                           EpisodeLog& log)
    : parts_(parts),
      rules_(parts.world),
      disturbances_(disturbances),
      places_(places),
      log_(log),
      files_(parts.world.centres.size()) {}

void TakeoverDesk::centre_changed(CentreId centre, bool answers) {
  bell_.ring();
  if (answers)
    files_[centre].back_at_s = now_s();
  else
    centre_lost(centre);
}

void TakeoverDesk::centre_lost(CentreId centre) {
  File& file = files_[centre];
  if (file.in_takeover)
    return;
  if (!file.watched || !file.lost_at_s)
    file.lost_at_s = now_s();
  if (!file.watched)
    put_watch(centre);
}

void TakeoverDesk::centre_flooded(CentreId centre) {
  File& file = files_[centre];
  if (file.in_takeover || file.watched)
    return;
  file.lost_at_s.reset();
  put_watch(centre);
}

/// Whoever waits for a chance looks again, and a takeover that goes on may have to go elsewhere.
void TakeoverDesk::go_by(const models::World& world) {
  const bool same_partners = world.takeover.partners.rows() == rules_.now().partners.rows();
  rules_.become(world);
  if (!same_partners)
    bell_.ring();
}

void TakeoverDesk::put_watch(CentreId centre) {
  files_[centre].watched = true;
  sg::Actor::create("watch", places_.hub(),
                    Watch(*this, log_, parts_.world.takeover.heartbeat, centre));
}

/// A centre that cannot answer does not send; one that is cut off sends in vain.
bool TakeoverDesk::beat_arrives(CentreId centre) const {
  const double limit_s = parts_.world.takeover.heartbeat.timeout_s;
  if (!lost(centre))
    return message_arrives(places_.of(centre), places_.hub(), limit_s);
  sleep_for(limit_s);
  return false;
}

void TakeoverDesk::raise_alarm(CentreId centre) {
  const auto& first = partners(centre);
  auto* host = first.empty() ? places_.hub() : places_.of(first.front().centre);
  deliver(places_.hub(), host);
  files_[centre].in_takeover = true;
  send_coordinator(centre, host);
  end_watch(centre);
}

void TakeoverDesk::send_coordinator(CentreId centre, sg::Host* to) {
  File& file = files_[centre];
  const auto clocks = [&](std::uint64_t episode) {
    return TakeoverClocks(rules_, parts_.key, disturbances_,
                          {centre, models::name_of(parts_.world.centres[centre].id), episode});
  };
  if (file.lost_at_s)
    sg::Actor::create(
        "coordinator", to,
        Coordinator(*this, log_, clocks(file.episodes++),
                    Relocation(parts_.world, parts_.staff, centre), {centre, *file.lost_at_s}));
  else
    sg::Actor::create("coordinator", to, FalseAlarm(*this, log_, clocks(0), centre));
}

bool TakeoverDesk::is_barred(CentreId centre) const {
  return disturbances_.of<scenarios::NoTakeover>().stops(centre);
}

const models::Partner* TakeoverDesk::able_partner(CentreId centre) const {
  if (is_barred(centre))
    return nullptr;
  for (const auto& partner : partners(centre))
    if (!lost(partner.centre) && !in_takeover(partner.centre))
      return &partner;
  return nullptr;
}

void TakeoverDesk::order_switch(CentreId centre, const std::vector<models::Partner>& partners) {
  deliver(sg::this_actor::get_host(), places_.hub());
  parts_.exchange.redirect(centre, partners);
}

void TakeoverDesk::end_takeover(CentreId centre) {
  files_[centre].in_takeover = false;
  if (lost(centre))
    centre_lost(centre);
}

}  // namespace sim
