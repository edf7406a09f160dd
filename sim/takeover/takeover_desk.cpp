#include "sim/takeover/takeover_desk.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>
#include <cmath>

namespace sim {

namespace sg = simgrid::s4u;
using models::Centre;
using models::Id;
using results::CourseKind;

namespace {

/// How often people look again whether a partner can help, when none could.
constexpr double look_s = 60;
/// In place of the time at which a centre was lost, while only its heartbeats are watched.
constexpr double not_lost = -1;

enum class Clock : std::uint32_t {
  detect,
  decide,
  relocate,
  verify,
  back,
  number,
  false_alarm,
  switching = 16
};

sg::Host* desk_of_coordinator(const TakeoverDesk& desk, Id<Centre> centre) {
  const auto& partners = desk.world.takeover.partners[centre];
  return partners.empty() ? desk.places.hub() : desk.places.of(partners.front().centre);
}

/// The coordinator (CaCo) at the first partner's: from the alarm to the return of the calls.
class Coordinator {
public:
  Coordinator(TakeoverDesk& desk, Id<Centre> centre) : desk_(desk), centre_(centre) {}

  void operator()() {
    if (desk_.lost_at_s[centre_] == not_lost)
      return find_false_alarm();
    episode_.centre = centre_.index;
    episode_.onset_s = desk_.lost_at_s[centre_];
    number_ = desk_.episodes[centre_]++;
    desk_.open[centre_] = {std::nullopt, desk_.exchange.taken_over_from(centre_)};
    if (detect_and_decide() && bring_over()) {
      wait_for_repair();
      bring_back();
    }
    episode_.answered =
        desk_.exchange.taken_over_from(centre_) - desk_.open[centre_].answered_before;
    write();
    go_home();
  }

private:
  /// Heartbeats are lost, the centre is not.
  void find_false_alarm() {
    sg::this_actor::sleep_for(
        models::quantile(desk_.world.takeover.detect_s, draw(Clock::false_alarm)[0]));
    note(CourseKind::detected);
    go_home();
  }

  void go_home() {
    desk_.in_takeover[centre_] = 0;
    if (lost())
      centre_lost(desk_, centre_);
  }

  bool lost() const { return !desk_.infrastructure.centre_answers(centre_); }
  double now_s() const { return sg::Engine::get_clock(); }
  std::array<double, 4> draw(Clock clock, std::uint32_t turn = 0) const {
    return models::uniforms(desk_.key, models::Purpose::takeover_clock,
                            {models::name_of(desk_.world.centres[centre_].id), number_,
                             static_cast<std::uint32_t>(clock) + turn});
  }
  void note(CourseKind kind, std::uint32_t object = 0, double number = 0) {
    desk_.course.note(kind, centre_.index, object, number);
  }
  /// Keeps the books up to date, so that an episode that the end of the run cuts off is there too.
  void write() {
    auto& episodes = desk_.facts.episodes;
    auto& row = desk_.open[centre_].row;
    if (!row) {
      row = episodes.size();
      episodes.push_back(episode_);
    }
    episodes[*row] = episode_;
  }

  bool detect_and_decide() {
    const auto& takeover = desk_.world.takeover;
    sg::this_actor::sleep_for(models::quantile(takeover.detect_s, draw(Clock::detect)[0]));
    episode_.detected_s = now_s();
    note(CourseKind::detected);
    write();
    if (!lost())
      return false;
    sg::this_actor::sleep_for(models::quantile(takeover.decide_s, draw(Clock::decide)[0]));
    if (!lost())
      return false;
    episode_.decided_s = now_s();
    note(CourseKind::decided);
    write();
    return true;
  }

  /// Orders that go to an old number change nothing until somebody finds out.
  void try_old_number() {
    const auto lost_s = desk_.disturbances.stale_number_s(centre_, draw(Clock::number));
    if (!lost_s)
      return;
    sg::this_actor::sleep_for(*lost_s);
    ++episode_.failed_switches;
    note(CourseKind::switch_fails);
  }

  /// Tries to switch until it works or is not needed any more.
  bool bring_over() {
    const auto& takeover = desk_.world.takeover;
    try_old_number();
    for (std::uint32_t turn = 0; lost(); ++turn) {
      const auto* partner = able_partner();
      if (partner == nullptr) {
        if (turn == 0)
          note(CourseKind::no_partner);
        wait_for_chance();
        continue;
      }
      const auto u = draw(Clock::switching, turn);
      const auto& clock =
          partner->trained ? takeover.switch_trained_s : takeover.switch_untrained_s;
      sg::this_actor::sleep_for(models::quantile(clock, u[0]) +
                                desk_.disturbances.switch_delay_s(centre_, u[3]));
      if (!lost())
        return false;
      const double fails = partner->trained ? takeover.fails_trained : takeover.fails_untrained;
      if (u[1] < desk_.disturbances.switch_fails(centre_, fails)) {
        ++episode_.failed_switches;
        note(CourseKind::switch_fails, partner->centre.index);
        desk_.disturbances.switch_failed(centre_);
        sg::this_actor::sleep_for(models::quantile(takeover.retry_s, u[2]));
        continue;
      }
      return order_switch(*partner);
    }
    return false;
  }

  const models::Partner* able_partner() const {
    if (desk_.disturbances.takeover_blocked(centre_))
      return nullptr;
    for (const auto& partner : desk_.world.takeover.partners[centre_])
      if (desk_.infrastructure.centre_answers(partner.centre) && !desk_.in_takeover[partner.centre])
        return &partner;
    return nullptr;
  }

  void wait_for_chance() {
    while (lost() && able_partner() == nullptr)
      desk_.bell.wait_until(now_s() + look_s);
  }

  bool order_switch(const models::Partner& partner) {
    // The order travels to the exchange at the hub; when the network does not carry it, somebody
    // calls after a minute.
    if (!message_arrives(sg::this_actor::get_host(), desk_.places.hub(), 30))
      sg::this_actor::sleep_for(60);
    desk_.exchange.redirect(centre_, desk_.world.takeover.partners[centre_]);
    episode_.partner = partner.centre.index;
    episode_.switched_s = now_s();
    note(CourseKind::switched, partner.centre.index);
    write();
    return true;
  }

  void wait_for_repair() {
    const auto& takeover = desk_.world.takeover;
    const double relocated_at =
        episode_.decided_s + models::quantile(takeover.relocate_s, draw(Clock::relocate)[0]);
    for (;;) {
      while (lost()) {
        const bool to_come =
            std::isnan(episode_.relocated_s) &&
            desk_.disturbances.relocated_share(centre_, takeover.relocated_share) > 0;
        desk_.bell.wait_until(to_come ? relocated_at : 1e15);
        if (lost() && to_come && now_s() >= relocated_at)
          relocate();
      }
      episode_.repaired_s = now_s();
      note(CourseKind::repaired);
      write();
      sg::this_actor::sleep_for(models::quantile(takeover.verify_s, draw(Clock::verify)[0]));
      if (!lost())
        break;
    }
    episode_.verified_s = now_s();
    note(CourseKind::verified);
  }

  /// Uitwijk: a share of the people who lost their desk sits down at the partner's.
  void relocate() {
    const auto& world = desk_.world;
    int people = 0;
    const double share =
        desk_.disturbances.relocated_share(centre_, world.takeover.relocated_share);
    for (const auto group : world.groups.ids()) {
      const auto& row = world.groups[group];
      if (row.centre != centre_)
        continue;
      const auto host = group_at_partner(row);
      const int guests = static_cast<int>(std::lround(desk_.staff.rostered(group) * share));
      if (!host || guests == 0)
        continue;
      desk_.staff.add_guests(host, guests);
      guests_.push_back({host, guests});
      people += guests;
    }
    episode_.relocated_s = now_s();
    note(CourseKind::relocated, episode_.partner, people);
    write();
  }

  Id<models::AgentGroup> group_at_partner(const models::AgentGroup& lost_group) const {
    const auto& world = desk_.world;
    const auto discipline = world.roles[lost_group.role].disciplines.front();
    for (const auto group : world.groups.ids()) {
      const auto& row = world.groups[group];
      const auto& serves = world.roles[row.role].disciplines;
      if (row.centre.index == episode_.partner && row.stage == lost_group.stage &&
          std::find(serves.begin(), serves.end(), discipline) != serves.end())
        return group;
    }
    return {};
  }

  /// Terugkeer: calls go home; the people follow.
  void bring_back() {
    sg::this_actor::sleep_for(
        models::quantile(desk_.world.takeover.return_s, draw(Clock::back)[0]));
    desk_.exchange.redirect(centre_, {});
    for (const auto& [group, people] : guests_)
      desk_.staff.add_guests(group, -people);
    episode_.returned_s = now_s();
    note(CourseKind::returned, episode_.partner);
  }

  TakeoverDesk& desk_;
  Id<Centre> centre_;
  results::Episode episode_{};
  std::uint64_t number_ = 0;
  std::vector<std::pair<Id<models::AgentGroup>, int>> guests_;
};

/// The monitor at the hub. While all is well it sleeps for nothing; from the moment that a centre
/// is lost it plays the heartbeats in the phase that they would have had all along.
class Watch {
public:
  Watch(TakeoverDesk& desk, Id<Centre> centre) : desk_(desk), centre_(centre) {}

  void operator()() {
    const auto& heartbeat = desk_.world.takeover.heartbeat;
    int missed = 0;
    while (missed < heartbeat.misses) {
      const double now_s = sg::Engine::get_clock();
      sg::this_actor::sleep_until((std::floor(now_s / heartbeat.period_s) + 1) *
                                  heartbeat.period_s);
      if (beat_arrives()) {
        if (desk_.infrastructure.centre_answers(centre_))
          return stop();
        missed = 0;
        continue;
      }
      ++missed;
      desk_.course.note(CourseKind::heartbeat_missed, centre_.index, 0, missed);
    }
    raise_alarm();
  }

private:
  /// A centre that cannot answer does not send; one that is cut off sends in vain.
  bool beat_arrives() const {
    const double limit_s = desk_.world.takeover.heartbeat.timeout_s;
    if (desk_.infrastructure.centre_answers(centre_))
      return message_arrives(desk_.places.of(centre_), desk_.places.hub(), limit_s);
    sg::this_actor::sleep_for(limit_s);
    return false;
  }

  void raise_alarm() {
    desk_.course.note(CourseKind::alarm, centre_.index);
    auto* coordinator = desk_of_coordinator(desk_, centre_);
    if (coordinator != desk_.places.hub() && !message_arrives(desk_.places.hub(), coordinator, 30))
      sg::this_actor::sleep_for(60);  // a telephone call instead
    desk_.in_takeover[centre_] = 1;
    sg::Actor::create("coordinator", coordinator, Coordinator(desk_, centre_));
    stop();
  }

  void stop() { desk_.watched[centre_] = 0; }

  TakeoverDesk& desk_;
  Id<Centre> centre_;
};

void put_watch(TakeoverDesk& desk, Id<Centre> centre) {
  desk.watched[centre] = 1;
  sg::Actor::create("watch", desk.places.hub(), Watch(desk, centre));
}

}  // namespace

void centre_lost(TakeoverDesk& desk, Id<Centre> centre) {
  if (desk.in_takeover[centre])
    return;
  const bool watched = desk.watched[centre];
  if (!watched || desk.lost_at_s[centre] == not_lost)
    desk.lost_at_s[centre] = sg::Engine::get_clock();
  if (!watched)
    put_watch(desk, centre);
}

void centre_flooded(TakeoverDesk& desk, Id<Centre> centre) {
  if (desk.in_takeover[centre] || desk.watched[centre])
    return;
  desk.lost_at_s[centre] = not_lost;
  put_watch(desk, centre);
}

void count_open_episodes(TakeoverDesk& desk) {
  for (const auto centre : desk.world.centres.ids())
    if (const auto& open = desk.open[centre]; desk.in_takeover[centre] && open.row)
      desk.facts.episodes[*open.row].answered =
          desk.exchange.taken_over_from(centre) - open.answered_before;
}

}  // namespace sim
