#include "sim/replications/run_world.hpp"

#include <simgrid/s4u.hpp>

#include <algorithm>
#include <stdexcept>

#include "sim/calls/fact_shape.hpp"
#include "sim/effects/effect_course.hpp"
#include "sim/replications/scale_up.hpp"
#include "sim/systems/component_failures.hpp"
#include "sim/takeover/takeover_desk.hpp"

namespace sim {

namespace sg = simgrid::s4u;
using models::Component;
using models::Id;
using results::CourseKind;

namespace {

/// Everybody's shift changes, by the local clock.
class ShiftChanges {
public:
  ShiftChanges(StaffDesk& staff, const TakeoverDesk& desk) : staff_(staff), desk_(desk) {}

  void operator()() {
    for (;;) {
      staff_.follow_rosters(desk_.in_takeover);
      const double next_s = staff_.next_step_s(sg::Engine::get_clock());
      if (next_s > 1e12)
        return;
      sg::this_actor::sleep_until(next_s);
    }
  }

private:
  StaffDesk& staff_;
  const TakeoverDesk& desk_;
};

/// Says when the events of a year begin.
class Strikes {
public:
  Strikes(const std::vector<scenarios::Strike>& strikes, Course& course)
      : strikes_(strikes), course_(course) {}

  void operator()() {
    for (const scenarios::Strike& strike : strikes_) {
      sg::this_actor::sleep_until(strike.at_s);
      course_.note(CourseKind::threat_strikes, strike.effect, 0, strike.duration_s);
    }
  }

private:
  const std::vector<scenarios::Strike>& strikes_;
  Course& course_;
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
  ClosingTime(const CallExchange& exchange, SharedWires& wires, const scenarios::Window& window)
      : exchange_(exchange), wires_(wires), window_(window) {}

  void operator()() {
    sg::this_actor::sleep_until(window_.end_s);
    const double last_s = window_.end_s + window_.drain_s;
    while (exchange_.open_measured() > 0 && sg::Engine::get_clock() < last_s)
      sg::this_actor::sleep_until(std::min(last_s, sg::Engine::get_clock() + 60));
    wires_.close();
    sg::Actor::kill_all();
  }

private:
  const CallExchange& exchange_;
  SharedWires& wires_;
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

std::vector<const scenarios::NetworkFlood*> floods_of(const std::vector<DrawnEffect>& effects) {
  std::vector<const scenarios::NetworkFlood*> out;
  for (const auto& effect : effects)
    if (const auto* flood = std::get_if<scenarios::NetworkFlood>(&effect.effect->what))
      out.push_back(flood);
  return out;
}

/// Lets the storms begin that follow when the component works again.
void register_again(TakeoverDesk& desk, Id<Component> component, std::uint64_t turn) {
  const auto name = models::name_of(desk.world.components[component].id + ".registration");
  std::uint32_t number = 0;
  for (const auto* storm : desk.disturbances.registering_again(component)) {
    const double u = models::uniform(desk.key, models::Purpose::effect, {name, turn, number++});
    sg::Actor::create(
        "registration", desk.places.hub(),
        RegistrationStorm(desk.disturbances, *storm, models::quantile(storm->lasts_s, u)));
  }
}

void listen(Infrastructure& infrastructure, TakeoverDesk& desk, Places& places, Bell& bell) {
  infrastructure.on_component = [&, turn = std::uint64_t{0}](Id<Component> component,
                                                             bool works) mutable {
    places.mirror(component, works);
    desk.wires.links_changed();
    if (works)
      register_again(desk, component, turn++);
  };
  desk.wires.on_flood = [&](Id<models::Centre> centre) { centre_flooded(desk, centre); };
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

  sg::Engine engine = make_engine();
  Places places(world, floods_of(effects));
  Bell bell;
  SharedWires wires(world, places, exchange);
  Disturbances disturbances(world, exchange, infrastructure, staff, wires);
  const auto centres = world.centres.size();
  TakeoverDesk desk{world,
                    key,
                    exchange,
                    infrastructure,
                    staff,
                    disturbances,
                    places,
                    wires,
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
  sg::Actor::create("shifts", places.hub(), ShiftChanges(staff, desk));
  if (staff.has_call_in())
    sg::Actor::create("wallboard", places.hub(), Wallboard(staff));
  if (!twin && !scenario.strikes.empty())
    sg::Actor::create("strikes", places.hub(), Strikes(scenario.strikes, course));
  for (std::uint32_t i = 0; i < effects.size(); ++i)
    sg::Actor::create(
        "effect", places.hub(),
        EffectCourse(disturbances, course, effects[i], effects[i].effect->row.value_or(i)));
  if (scenario.component_failures)
    let_components_fail(world, key, infrastructure, places.hub());
  sg::Actor::create("closing time", places.hub(), ClosingTime(exchange, wires, scenario.window));
  engine.run();
  if (deadlocked)
    throw std::logic_error("the actors of the simulation wait for each other");
  infrastructure.finish(exchange.now_s());
  count_open_episodes(desk);
  mark_scale_up(world, exchange.now_s(), facts);
  exchange.finish();
  return {std::move(facts), demand.paired()};
}

}  // namespace sim
