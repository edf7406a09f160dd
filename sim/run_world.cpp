#include "sim/run_world.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>
#include <stdexcept>

#include "sim/fact_shape.hpp"
#include "sim/takeover_desk.hpp"

namespace sim {

namespace sg = simgrid::s4u;
using models::Component;
using models::Id;
using results::CourseKind;

namespace {

/// A threat's effect: begins, lasts, ends.
class EffectCourse {
public:
  EffectCourse(Disturbances& disturbances, Course& course, const DrawnEffect& effect,
               std::uint32_t index)
      : disturbances_(disturbances), course_(course), effect_(effect), index_(index) {}

  void operator()() {
    sg::this_actor::sleep_until(effect_.from_s);
    course_.note(CourseKind::effect_begins, index_);
    disturbances_.begin(effect_.effect->what);
    sg::this_actor::sleep_until(effect_.until_s);
    course_.note(CourseKind::effect_ends, index_);
    disturbances_.end(effect_.effect->what);
  }

private:
  Disturbances& disturbances_;
  Course& course_;
  DrawnEffect effect_;
  std::uint32_t index_;
};

/// Everybody's shift changes, by the local clock.
class ShiftChanges {
public:
  explicit ShiftChanges(StaffDesk& staff) : staff_(staff) {}

  void operator()() {
    for (;;) {
      staff_.follow_rosters();
      const double next_s = staff_.next_step_s(sg::Engine::get_clock());
      if (next_s > 1e12)
        return;
      sg::this_actor::sleep_until(next_s);
    }
  }

private:
  StaffDesk& staff_;
};

/// One wallboard for all centres, looked at once a minute.
class Wallboard {
public:
  explicit Wallboard(StaffDesk& staff) : staff_(staff) {}

  void operator()() {
    for (;;) {
      sg::this_actor::sleep_for(60);
      staff_.look_at_wallboard();
    }
  }

private:
  StaffDesk& staff_;
};

/// A cold standby on its way to running.
class StandbyStart {
public:
  StandbyStart(Infrastructure& infrastructure, Id<Component> component, std::uint32_t number,
               double start_s)
      : infrastructure_(infrastructure),
        component_(component),
        number_(number),
        start_s_(start_s) {}

  void operator()() {
    sg::this_actor::sleep_for(start_s_);
    infrastructure_.standby_ready(component_, number_);
  }

private:
  Infrastructure& infrastructure_;
  Id<Component> component_;
  std::uint32_t number_;
  double start_s_;
};

/// Lets the demand go on until everybody of the window has had an answer or given up, for the
/// drain at most; then sends everybody home.
class ClosingTime {
public:
  ClosingTime(const CallExchange& exchange, const scenarios::Window& window)
      : exchange_(exchange), window_(window) {}

  void operator()() {
    sg::this_actor::sleep_until(window_.end_s);
    const double last_s = window_.end_s + window_.drain_s;
    while (exchange_.open_measured() > 0 && sg::Engine::get_clock() < last_s)
      sg::this_actor::sleep_until(std::min(last_s, sg::Engine::get_clock() + 60));
    sg::Actor::kill_all();
  }

private:
  const CallExchange& exchange_;
  scenarios::Window window_;
};

/// The settings that the numbers depend on (TOOLS: SimGrid) and those that keep it small.
sg::Engine make_engine() {
  static char name[] = "uitwijk", model[] = "--cfg=network/model:CM02",
              cross[] = "--cfg=network/crosstraffic:0", quiet[] = "--log=root.thres:critical",
              silent[] = "--log=no_loc",
#if defined(__SANITIZE_ADDRESS__)
              contexts[] = "--cfg=contexts/factory:thread";
#else
              contexts[] = "--cfg=contexts/stack-size:64";
#endif
  static char* arguments[] = {name, model, cross, quiet, silent, contexts, nullptr};
  int count = 6;
  return sg::Engine(&count, arguments);
}

void listen(Infrastructure& infrastructure, TakeoverDesk& desk, Places& places, Bell& bell) {
  infrastructure.on_component = [&](Id<Component> component, bool works) {
    places.mirror(component, works);
  };
  infrastructure.on_standby = [&](Id<Component> component, std::uint32_t number, double start_s) {
    sg::Actor::create("standby", places.hub(),
                      StandbyStart(infrastructure, component, number, start_s));
  };
  infrastructure.on_centre = [&](Id<models::Centre> centre, bool answers) {
    bell.ring();
    if (!answers)
      centre_lost(desk, centre);
  };
}

}  // namespace

WorldRun run_world(const models::World& world, const scenarios::Scenario& scenario,
                   const models::ReplicationKey& key, bool twin, const Recording& recording) {
  results::Facts facts = empty_facts(world, scenario.window);
  const auto effects = draw_effects(scenario, key, twin);
  DemandStream demand(world, scenario, key, effects);
  CallExchange exchange(world, scenario, key, demand, facts, recording.fates);
  exchange.record_calls(recording.calls);
  Course course(facts, exchange);
  Infrastructure infrastructure(world, key, exchange, facts, course);
  StaffDesk staff(world, key, scenario.window.start, exchange, course);
  Disturbances disturbances(world, exchange, infrastructure, staff);

  sg::Engine engine = make_engine();
  Places places(world);
  Bell bell;
  const auto centres = world.centres.size();
  TakeoverDesk desk{world,
                    key,
                    exchange,
                    infrastructure,
                    staff,
                    disturbances,
                    places,
                    bell,
                    course,
                    facts,
                    models::Table<models::Centre, std::uint8_t>(centres),
                    models::Table<models::Centre, std::uint8_t>(centres),
                    models::Table<models::Centre, std::uint64_t>(centres),
                    models::Table<models::Centre, double>(centres),
                    models::Table<models::Centre, TakeoverDesk::Open>(centres)};
  listen(infrastructure, desk, places, bell);
  bool deadlocked = false;
  sg::Engine::on_deadlock_cb([&] { deadlocked = true; });
  sg::Engine::on_time_advance_cb([&](double) { exchange.advance_to(sg::Engine::get_clock()); });

  infrastructure.start();
  sg::Actor::create("shifts", places.hub(), ShiftChanges(staff));
  if (staff.has_call_in())
    sg::Actor::create("wallboard", places.hub(), Wallboard(staff));
  for (std::uint32_t i = 0; i < effects.size(); ++i)
    sg::Actor::create("effect", places.hub(), EffectCourse(disturbances, course, effects[i], i));
  sg::Actor::create("closing time", places.hub(), ClosingTime(exchange, scenario.window));
  engine.run();
  if (deadlocked)
    throw std::logic_error("the actors of the simulation wait for each other");
  infrastructure.finish(exchange.now_s());
  count_open_episodes(desk);
  exchange.finish();
  return {std::move(facts), demand.paired()};
}

}  // namespace sim
