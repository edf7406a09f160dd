#include "sim/replications/world_engine.hpp"

#include <simgrid/s4u.hpp>

#include <stdexcept>
#include <utility>

#include "sim/calls/fact_shape.hpp"
#include "sim/effects/effect_course.hpp"
#include "sim/effects/strikes.hpp"
#include "sim/people/shifts.hpp"
#include "sim/replications/closing_time.hpp"
#include "sim/replications/scale_up.hpp"
#include "sim/systems/clock.hpp"
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

/// What one world leaves to the next.
struct Lasting {
  const models::World& world;
  const models::Calendar& calendar;
  Places& places;
};

/// One world of one replication with everything in it that moves, in the order in which one part
/// needs the other.
class RunningWorld {
public:
  RunningWorld(const Lasting& lasting, const WorldAsked& asked, const Recording& recording)
      : world_(lasting.world),
        scenario_(asked.scenario),
        key_(asked.key),
        twin_(asked.twin),
        clock_(asked.begins_s),
        effects_(draw_effects(scenario_, key_, twin_)),
        facts_(empty_facts(world_, scenario_.window)),
        demand_(world_, lasting.calendar, scenario_, key_, sources_of(world_, key_, effects_)),
        exchange_(world_, scenario_, key_, demand_, facts_, recording.fates),
        course_(facts_, exchange_),
        infrastructure_(world_, key_, exchange_, facts_, course_),
        staff_(world_, key_, {lasting.calendar, scenario_.window.start}, exchange_, course_),
        places_(lasting.places),
        wires_(world_, places_, exchange_),
        disturbances_({world_, key_, exchange_, infrastructure_, staff_, wires_}),
        log_(world_, exchange_, course_, facts_),
        desk_({world_, key_, exchange_, infrastructure_, staff_, wires_}, disturbances_, places_,
              log_) {
    exchange_.record_calls(recording.calls);
    exchange_.tell_time(recording.on_time);
    listen();
  }
  RunningWorld(const RunningWorld&) = delete;
  RunningWorld& operator=(const RunningWorld&) = delete;

  /// Everybody begins when the clock is there.
  void begin() {
    places_.prepare(floods_of(effects_));
    infrastructure_.start();
    start("begin", [this] {
      clock_.sleep_until(0);
      send_actors();
    });
  }
  void follow_clock() { exchange_.advance_to(clock_.now_s()); }
  /// After closing time: closes all books.
  WorldRun finish() {
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
    look_at_wallboard();
    wires_.on_flood = [this](Id<Centre> centre) { desk_.centre_flooded(centre); };
  }

  void look_at_wallboard() {
    if (staff_.has_call_in())
      exchange_.tell_minutes([this] { staff_.look_at_wallboard(); });
  }

  void follow_rosters() {
    start("shifts", ShiftChanges(staff_, clock_,
                                 [this](Id<Centre> centre) { return desk_.in_takeover(centre); }));
  }

  /// A decision, as an actor: rosters are followed from its moment on too, for they may change at
  /// other times than before.
  void decide(const scenarios::Decision& decision) {
    clock_.sleep_until(decision.at_s);
    staff_.go_by(*decision.world);
    desk_.go_by(*decision.world);
    look_at_wallboard();
    follow_rosters();
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
            RegistrationStorm(disturbances_, clock_, *storm, models::quantile(storm->lasts_s, u)));
    }
  }

  /// In this order they act at equal times.
  void send_actors() {
    if (!twin_)
      for (const scenarios::Decision& decision : scenario_.decisions)
        start("decision", [this, &decision] { decide(decision); });
    follow_rosters();
    if (!twin_ && !scenario_.strikes.empty())
      start("strikes", Strikes(scenario_.strikes, course_, clock_));
    for (std::uint32_t i = 0; i < effects_.size(); ++i)
      start("effect", EffectCourse(disturbances_, course_, clock_, effects_[i],
                                   effects_[i].effect->row.value_or(i)));
    if (scenario_.component_failures)
      let_components_fail(world_, key_, infrastructure_, places_.hub());
    start("closing time", ClosingTime(exchange_, wires_, clock_, scenario_.window, closes_s_));
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
  Clock clock_;
  std::vector<DrawnEffect> effects_;
  results::Facts facts_;
  DemandStream demand_;
  CallExchange exchange_;
  Course course_;
  Infrastructure infrastructure_;
  StaffDesk staff_;
  Places& places_;
  SharedWires wires_;
  Disturbances disturbances_;
  EpisodeLog log_;
  TakeoverDesk desk_;
  std::uint64_t returns_ = 0;  ///< of components, so far
  double closes_s_ = 0;
};

}  // namespace

std::size_t floods_in(const scenarios::Scenario& scenario) {
  std::size_t floods = 0;
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      floods += std::holds_alternative<scenarios::NetworkFlood>(effect.what) ? 1 : 0;
  return floods;
}

struct WorldEngine::Parts {
  Parts(const models::World& every_world, std::size_t floods)
      : world(every_world),
        calendar(every_world.zone),
        engine(make_engine()),
        places(every_world, floods) {
    sg::Engine::on_deadlock_cb([this] { deadlocked = true; });
    sg::Engine::on_time_advance_cb([this](double) {
      if (running)
        running->follow_clock();
    });
  }

  const models::World& world;
  models::Calendar calendar;
  sg::Engine engine;
  Places places;
  std::unique_ptr<RunningWorld> running;  ///< none: between two worlds
  bool deadlocked = false;
};

WorldEngine::WorldEngine(const models::World& world, std::size_t floods)
    : parts_(std::make_unique<Parts>(world, floods)) {}

WorldEngine::~WorldEngine() = default;

WorldRun WorldEngine::run(const WorldAsked& asked, const Recording& recording) {
  if (sg::Engine::get_clock() > asked.begins_s)
    throw std::logic_error("the clock is past the begin of this replication");
  parts_->running = std::make_unique<RunningWorld>(
      Lasting{parts_->world, parts_->calendar, parts_->places}, asked, recording);
  parts_->running->begin();
  parts_->engine.run();
  if (parts_->deadlocked)
    throw std::logic_error("the actors of the simulation wait for each other");
  return std::exchange(parts_->running, nullptr)->finish();
}

bool WorldEngine::is_ready(double ended_by_s) const {
  return parts_->engine.get_actor_count() == 0 && parts_->places.is_quiet() &&
         sg::Engine::get_clock() < ended_by_s;
}

}  // namespace sim
