#include "sim/takeover/coordinator.hpp"

#include <cmath>
#include <optional>

#include "sim/systems/clock.hpp"

namespace sim {

using results::CourseKind;

namespace {

/// How often people look again whether a partner can help, when none could.
constexpr double look_s = 60;

}  // namespace

Coordinator::Coordinator(TakeoverDesk& desk, EpisodeLog& log, const TakeoverClocks& clocks,
                         const Relocation& relocation, const Loss& loss)
    : desk_(desk), log_(log), clocks_(clocks), relocation_(relocation), centre_(loss.centre) {
  episode_.centre = loss.centre.index;
  episode_.onset_s = loss.at_s;
}

void Coordinator::operator()() {
  log_.open(centre_);
  write();
  if (detect_and_decide() && bring_over()) {
    wait_for_repair();
    bring_back();
  } else {
    note_early_repair();
  }
  log_.close(centre_, episode_);
  desk_.end_takeover(centre_);
}

bool Coordinator::detect_and_decide() {
  sleep_for(clocks_.detect_s());
  episode_.detected_s = now_s();
  note(CourseKind::detected);
  write();
  if (!lost())
    return false;
  sleep_for(clocks_.decide_s());
  if (!lost())
    return false;
  episode_.decided_s = now_s();
  note(CourseKind::decided);
  write();
  return true;
}

/// Repaired before anybody took over; people see it when they look.
void Coordinator::note_early_repair() {
  episode_.repaired_s = desk_.back_at_s(centre_);
  note(CourseKind::repaired);
}

bool Coordinator::bring_over() {
  try_old_number();
  return switch_to_partners();
}

/// Tries to switch until it works or is not needed any more. An attempt that has begun goes on
/// under the plan that it began with.
bool Coordinator::switch_to_partners() {
  for (; lost(); ++turn_) {
    const auto& partners = desk_.partners(centre_);
    const auto* partner = desk_.able_partner(centre_);
    if (partner == nullptr) {
      wait_for_chance();
      continue;
    }
    sleep_for(clocks_.switch_s(*partner, turn_));
    if (!lost())
      return false;
    if (!switch_works(*partner, turn_))
      continue;
    desk_.order_switch(centre_, partners);
    ordered_ = &partners;
    ++turn_;
    episode_.partner = partner->centre.index;
    if (std::isnan(episode_.switched_s))
      episode_.switched_s = now_s();
    note(CourseKind::switched, partner->centre.index);
    write();
    return true;
  }
  return false;
}

/// Another plan holds since the order: the calls go where that one says, after a switch of its own;
/// until then they go where they went.
void Coordinator::follow_plan() {
  while (lost() && *ordered_ != desk_.partners(centre_) && switch_to_partners()) {
  }
}

/// Orders that go to an old number change nothing until somebody finds out.
void Coordinator::try_old_number() {
  const auto lost_s = clocks_.old_number_s();
  if (!lost_s)
    return;
  sleep_for(*lost_s);
  ++episode_.failed_switches;
  note(CourseKind::switch_fails);
}

/// After an attempt that fails there is a pause.
bool Coordinator::switch_works(const models::Partner& partner, std::uint32_t turn) {
  if (!clocks_.switch_fails(partner, turn))
    return true;
  ++episode_.failed_switches;
  note(CourseKind::switch_fails, partner.centre.index);
  desk_.note_failed_switch(centre_);
  sleep_for(clocks_.retry_s(turn));
  return false;
}

/// Writes down why nobody can be asked, each time that the reason is another, and that somebody can
/// again.
void Coordinator::wait_for_chance() {
  std::optional<CourseKind> told;
  while (lost() && desk_.able_partner(centre_) == nullptr) {
    const auto why =
        desk_.is_barred(centre_) ? CourseKind::takeover_barred : CourseKind::no_partner;
    if (told != why)
      note(why);
    told = why;
    desk_.wait_for_change(look_s);
  }
  if (lost())
    note(CourseKind::partner_able);
}

void Coordinator::wait_for_repair() {
  const double relocated_at = episode_.decided_s + on_grid(clocks_.relocate_s());
  for (;;) {
    while (lost()) {
      follow_plan();
      if (!lost())
        break;
      const bool to_come = std::isnan(episode_.relocated_s) && clocks_.relocated_share() > 0;
      desk_.wait_for_change(to_come ? std::optional(relocated_at - now_s()) : std::nullopt);
      if (lost() && to_come && now_s() >= relocated_at)
        relocate();
    }
    episode_.repaired_s = now_s();
    note(CourseKind::repaired);
    write();
    sleep_for(clocks_.verify_s());
    if (!lost())
      break;
  }
  episode_.verified_s = now_s();
  note(CourseKind::verified);
}

void Coordinator::relocate() {
  const int people = relocation_.move_to({episode_.partner}, clocks_.relocated_share());
  episode_.relocated_s = now_s();
  note(CourseKind::relocated, episode_.partner, people);
  write();
}

/// Terugkeer: calls go home; the people follow.
void Coordinator::bring_back() {
  sleep_for(clocks_.return_s());
  desk_.send_calls_home(centre_);
  relocation_.go_home();
  episode_.returned_s = now_s();
  note(CourseKind::returned, episode_.partner);
}

void FalseAlarm::operator()() {
  sleep_for(clocks_.false_alarm_s());
  log_.note(CourseKind::detected, centre_);
  desk_.end_takeover(centre_);
}

}  // namespace sim
