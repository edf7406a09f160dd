#include "sim/replications/run_world.hpp"

#include <simgrid/s4u.hpp>

#include <stdexcept>
#include <utility>

#include "sim/calls/fact_shape.hpp"
#include "sim/effects/effect_course.hpp"
#include "sim/effects/strikes.hpp"
#include "sim/people/shifts.hpp"
#include "sim/replications/closing_time.hpp"
#include "sim/replications/scale_up.hpp"
#include "sim/systems/component_failures.hpp"
#include "sim/systems/standby_start.hpp"
#include "sim/takeover/takeover_desk.hpp"

namespace sim {

namespace sg = simgrid::s4u;
using models::Centre;
using models::Component;
using models::Id;

namespace {

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

/// One world of one replication with everything in it that moves, in the order in which one part
/// needs the other.
class RunningWorld {
public:
  RunningWorld(const models::World& world, const scenarios::Scenario& scenario,
               const models::ReplicationKey& key, bool twin, const Recording& recording)
      : world_(world),
        scenario_(scenario),
        key_(key),
        twin_(twin),
        effects_(draw_effects(scenario, key, twin)),
        facts_(empty_facts(world, scenario.window)),
        demand_(world, scenario, key, sources_of(world, key, effects_)),
        exchange_(world, scenario, key, demand_, facts_, recording.fates),
        course_(facts_, exchange_),
        infrastructure_(world, key, exchange_, facts_, course_),
        staff_(world, key, scenario.window.start, exchange_, course_),
        engine_(make_engine()),
        places_(world, floods_of(effects_)),
        wires_(world, places_, exchange_),
        disturbances_({world, key, exchange_, infrastructure_, staff_, wires_}),
        log_(world, exchange_, course_, facts_),
        desk_({world, key, exchange_, infrastructure_, staff_, wires_}, disturbances_, places_,
              log_) {
    exchange_.record_calls(recording.calls);
    listen();
  }
  RunningWorld(const RunningWorld&) = delete;
  RunningWorld& operator=(const RunningWorld&) = delete;

  /// From the start to closing time; then all books are closed.
  WorldRun run() {
    bool deadlocked = false;
    sg::Engine::on_deadlock_cb([&] { deadlocked = true; });
    sg::Engine::on_time_advance_cb([&](double) { exchange_.advance_to(sg::Engine::get_clock()); });
    infrastructure_.start();
    send_actors();
    engine_.run();
    if (deadlocked)
      throw std::logic_error("the actors of the simulation wait for each other");
    exchange_.advance_to(closes_s_);
    infrastructure_.finish(exchange_.now_s());
    log_.finish();
    mark_scale_up(world_, exchange_.now_s(), facts_);
    exchange_.finish();
    return {std::move(facts_), demand_.paired()};
  }

private:
  /// Who hears of what changes in the systems.
  void listen() {
    infrastructure_.on_component = [this](Id<Component> component, bool works) {
      places_.mirror(component, works);
      wires_.links_changed();
      if (works)
        register_again(component);
    };
    infrastructure_.on_standby = [this](Id<Component> component, std::uint32_t number,
                                        double start_s) {
      start("standby", StandbyStart(infrastructure_, component, number, start_s));
    };
    infrastructure_.on_centre = [this](Id<Centre> centre, bool answers) {
      desk_.centre_changed(centre, answers);
    };
    wires_.on_flood = [this](Id<Centre> centre) { desk_.centre_flooded(centre); };
  }

  /// Lets the storms begin that follow when the component works again.
  void register_again(Id<Component> component) {
    const auto name = models::name_of(world_.components[component].id + ".registration");
    const auto turn = returns_++;
    std::uint32_t number = 0;
    for (const auto* storm :
         disturbances_.of<scenarios::Reregistration>().after_return_of(component)) {
      const double u = models::uniform(key_, models::Purpose::effect, {name, turn, number++});
      start("registration",
            RegistrationStorm(disturbances_, *storm, models::quantile(storm->lasts_s, u)));
    }
  }

  /// In this order they act at equal times.
  void send_actors() {
    start("shifts",
          ShiftChanges(staff_, [this](Id<Centre> centre) { return desk_.in_takeover(centre); }));
    if (staff_.has_call_in())
      start("wallboard", Wallboard(staff_));
    if (!twin_ && !scenario_.strikes.empty())
      start("strikes", Strikes(scenario_.strikes, course_));
    for (std::uint32_t i = 0; i < effects_.size(); ++i)
      start("effect",
            EffectCourse(disturbances_, course_, effects_[i], effects_[i].effect->row.value_or(i)));
    if (scenario_.component_failures)
      let_components_fail(world_, key_, infrastructure_, places_.hub());
    start("closing time", ClosingTime(exchange_, wires_, scenario_.window, closes_s_));
  }

  /// Actors live at the hub, which never fails.
  template <class Actor>
  void start(const char* name, Actor actor) {
    sg::Actor::create(name, places_.hub(), std::move(actor));
  }

  const models::World& world_;
  const scenarios::Scenario& scenario_;
  models::ReplicationKey key_;
  bool twin_;
  std::vector<DrawnEffect> effects_;
  results::Facts facts_;
  DemandStream demand_;
  CallExchange exchange_;
  Course course_;
  Infrastructure infrastructure_;
  StaffDesk staff_;
  sg::Engine engine_;
  Places places_;
  SharedWires wires_;
  Disturbances disturbances_;
  EpisodeLog log_;
  TakeoverDesk desk_;
  std::uint64_t returns_ = 0;  ///< of components, so far
  double closes_s_ = 0;
};

}  // namespace

WorldRun run_world(const models::World& world, const scenarios::Scenario& scenario,
                   const models::ReplicationKey& key, bool twin, const Recording& recording) {
  return RunningWorld(world, scenario, key, twin, recording).run();
}

}  // namespace sim
