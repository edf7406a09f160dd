#pragma once

#include <cstdint>
#include <optional>

#include "models/world/world.hpp"
#include "sim/effects/disturbances.hpp"
#include "sim/systems/places.hpp"
#include "sim/takeover/episode_log.hpp"
#include "sim/takeover/takeover_rules.hpp"

namespace sim {

/// Knows who is watched and who is being taken over, and sends the actors of takeovers on their
/// way: a watch, and when that raises the alarm a coordinator.
class TakeoverDesk {
public:
  using CentreId = models::Id<models::Centre>;

  TakeoverDesk(const Parts& parts, Disturbances& disturbances, const Places& places,
               EpisodeLog& log);

  // What the world tells; called by an actor.

  /// A centre lost its takeover functions (puts a watch on it, unless somebody is on it already)
  /// or has them back; whoever waits for a change wakes.
  void centre_changed(CentreId centre, bool answers);
  /// Data on the way to the centre may keep its heartbeats from arriving: puts a watch on it until
  /// one arrives; while no other flow begins, all of them will.
  void centre_flooded(CentreId centre);

  /// People decide: from now on the takeover rules of this world hold.
  void go_by(const models::World& world);

  // What its actors ask and do.

  bool in_takeover(CentreId centre) const { return files_[centre].in_takeover; }
  /// When the centre had its takeover functions back for the last time.
  double back_at_s(CentreId centre) const { return files_[centre].back_at_s; }
  bool lost(CentreId centre) const { return !parts_.infrastructure.centre_answers(centre); }
  /// Plays one heartbeat of the centre; false when it did not arrive in time.
  bool beat_arrives(CentreId centre) const;
  /// Nobody watches any more, the heartbeats are back.
  void end_watch(CentreId centre) { files_[centre].watched = false; }
  /// Hands the centre to a coordinator, at its first partner's.
  void raise_alarm(CentreId centre);
  /// Nobody may start a takeover of the centre.
  bool is_barred(CentreId centre) const;
  /// Who answers for the centre by the plan that holds, in order; they stay as long as the world.
  const std::vector<models::Partner>& partners(CentreId centre) const {
    return rules_.now().partners[centre];
  }
  /// The first partner that can help now; none: nobody, or it is barred.
  const models::Partner* able_partner(CentreId centre) const;
  /// An attempt to switch has failed, which may make things worse.
  void note_failed_switch(CentreId centre) {
    disturbances_.of<scenarios::TakeoverFails>().note_failure(centre);
  }
  double now_s() const { return parts_.exchange.now_s(); }
  /// Sleeps until a centre is lost or back, or for so long, whichever is first.
  void wait_for_change(std::optional<double> most_s) { bell_.wait(most_s); }
  /// The order to send the centre's calls to these partners; arrives at the exchange sooner or
  /// later.
  void order_switch(CentreId centre, const std::vector<models::Partner>& partners);
  void send_calls_home(CentreId centre) { parts_.exchange.redirect(centre, {}); }
  /// The coordinator leaves; a centre that is lost again is watched again.
  void end_takeover(CentreId centre);

private:
  struct File {
    bool watched = false, in_takeover = false;
    std::uint64_t episodes = 0;
    std::optional<double> lost_at_s;  ///< none: only its heartbeats are watched
    double back_at_s = results::never;
  };
  void centre_lost(CentreId centre);
  void put_watch(CentreId centre);
  void send_coordinator(CentreId centre, simgrid::s4u::Host* to);

  Parts parts_;
  TakeoverRules rules_;
  Disturbances& disturbances_;
  const Places& places_;
  EpisodeLog& log_;
  Bell bell_;
  models::Table<models::Centre, File> files_;
};

}  // namespace sim
