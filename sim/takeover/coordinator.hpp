#pragma once

#include "sim/takeover/episode_log.hpp"
#include "sim/takeover/relocation.hpp"
#include "sim/takeover/takeover_clocks.hpp"
#include "sim/takeover/takeover_desk.hpp"

namespace sim {

/// The coordinator (CaCo) at the first partner's, as an actor: from the alarm to the return of the
/// calls.
class Coordinator {
public:
  struct Loss {
    models::Id<models::Centre> centre;
    double at_s;
  };
  Coordinator(TakeoverDesk& desk, EpisodeLog& log, const TakeoverClocks& clocks,
              const Relocation& relocation, const Loss& loss);

  void operator()();

private:
  bool detect_and_decide();
  bool bring_over();
  bool switch_to_partners();
  void follow_plan();
  void try_old_number();
  bool switch_works(const models::Partner& partner, std::uint32_t turn);
  void wait_for_chance();
  void wait_for_repair();
  void relocate();
  void note_early_repair();
  void bring_back();
  double now_s() const { return desk_.now_s(); }
  bool lost() const { return desk_.lost(centre_); }
  void note(results::CourseKind kind, std::uint32_t object = 0, double number = 0) {
    log_.note(kind, centre_, object, number);
  }
  void write() { log_.write(centre_, episode_); }

  TakeoverDesk& desk_;
  EpisodeLog& log_;
  TakeoverClocks clocks_;
  Relocation relocation_;
  models::Id<models::Centre> centre_;
  results::Episode episode_{};
  std::uint32_t turn_ = 0;  ///< attempts to switch
  /// Whom the order names; none: there was no order yet.
  const std::vector<models::Partner>* ordered_ = nullptr;
};

/// What a coordinator does when heartbeats are lost and the centre is not, as an actor.
class FalseAlarm {
public:
  FalseAlarm(TakeoverDesk& desk, EpisodeLog& log, const TakeoverClocks& clocks,
             models::Id<models::Centre> centre)
      : desk_(desk), log_(log), clocks_(clocks), centre_(centre) {}

  void operator()();

private:
  TakeoverDesk& desk_;
  EpisodeLog& log_;
  TakeoverClocks clocks_;
  models::Id<models::Centre> centre_;
};

}  // namespace sim
