#include "sim/replications/run_study.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <map>
#include <memory>
#include <new>
#include <system_error>

#include "sim/calls/fact_shape.hpp"
#include "sim/replications/dimension_names.hpp"
#include "sim/replications/fact_shelf.hpp"
#include "sim/replications/pairing.hpp"
#include "sim/replications/run_world.hpp"
#include "sim/replications/shared_block.hpp"

namespace sim {

namespace {

/// A busyness factor that is exceeded once in 10^12 blocks, and at least a half more than usual.
double busiest(const models::Demand::Busyness& busyness) {
  if (busyness.cv <= 0)
    return 1.5;
  const double shape = 1 / (busyness.cv * busyness.cv);
  return std::max(1.5, boost::math::gamma_q_inv(shape, 1e-12) / shape);
}

/// Callers of the surges of a background, when each lasts for so long at the highest factor.
double of_background(const models::World& world, const scenarios::Scenario& scenario, double factor,
                     double horizon_s) {
  double out = 0;
  for (const scenarios::Threat& threat : scenario.threats)
    for (const scenarios::Effect& effect : threat.effects)
      if (const auto* surge = std::get_if<scenarios::Surge>(&effect.what);
          surge != nullptr && threat.background)
        out += surge->callers.value_or(0) +
               1.5 * surge->extra_rate * factor * world.demand.calls_per_s * horizon_s;
  return out;
}

/// More callers of both worlds than any replication has: the largest factor of the week or the
/// profile and the greatest busyness all the time, and the surges of a background.
std::size_t room_for_callers(const models::World& world, const scenarios::Scenario& scenario) {
  double factor =
      *std::max_element(world.demand.hour_of_week.begin(), world.demand.hour_of_week.end());
  if (const auto profile = world.demand.profiles.find(scenario.profile);
      profile != world.demand.profiles.end())
    for (const auto& step : profile->second.steps)
      factor = std::max(factor, step.factor);
  const double horizon_s = scenario.window.end_s + scenario.window.drain_s + 1800;
  return static_cast<std::size_t>(busiest(world.demand.busyness) * factor *
                                      world.demand.calls_per_s * horizon_s +
                                  of_background(world, scenario, factor, horizon_s)) +
         10000;
}

constexpr const char* no_memory = "there is not enough memory for it";

/// A replication on its way: two worlds, each a child of its own.
struct Flight {
  scenarios::Scenario scenario;
  std::unique_ptr<SharedBlock> world, twin;
  int running = 0;
  std::string failure;
};

/// SIGCHLD kept for whoever asks for it, so that waiting for a child can have an end: a Ctrl-C that
/// comes just before a plain waitpid would not be noticed until the next child is done.
class ChildSignal {
public:
  ChildSignal() {
    sigemptyset(&child_);
    sigaddset(&child_, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child_, &before_);
  }
  ~ChildSignal() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  ChildSignal(const ChildSignal&) = delete;
  ChildSignal& operator=(const ChildSignal&) = delete;

  /// Until a child has ended, another signal is handled, or a tenth of a second has passed.
  void wait() const {
    const timespec most{0, 100'000'000};
    sigtimedwait(&child_, nullptr, &most);
  }

private:
  sigset_t child_{}, before_{};
};

/// Works off the replications with so many children at a time.
class Fleet {
public:
  Fleet(const models::World& world, const ScenarioOf& scenario_of, const RunPlan& plan,
        const OnProgress& on_progress)
      : world_(world), scenario_of_(scenario_of), plan_(plan), on_progress_(on_progress) {}

  Outcome run() {
    for (std::uint64_t i = plan_.first; i < plan_.first + plan_.count && !outcome_.interrupted;
         ++i) {
      Flight& flight = flights_[i];
      flight.scenario = scenario_of_(i);
      const bool with_twin = plan_.twins && !flight.scenario.threats.empty();
      flight.running = with_twin ? 2 : 1;
      flight.world = launch(flight.scenario, i, false);
      if (with_twin && !outcome_.interrupted)
        flight.twin = launch(flight.scenario, i, true);
      if (flight.running == 0)  // nothing of it could be started
        land(i, flight);
    }
    while (!children_.empty() && !outcome_.interrupted)
      reap();
    end_children();
    clear_shelf();
    sort_outcome();
    return std::move(outcome_);
  }

private:
  /// A system that gives no memory or no process costs the replication, and none but that.
  std::unique_ptr<SharedBlock> launch(const scenarios::Scenario& scenario,
                                      std::uint64_t replication, bool twin) {
    try {
      return started(scenario, replication, twin);
    } catch (const std::bad_alloc&) {
      lose(flights_[replication], no_memory);
    } catch (const std::system_error& error) {
      lose(flights_[replication], error.what());
    }
    return nullptr;
  }

  static void lose(Flight& flight, const std::string& why) {
    flight.failure = why;
    --flight.running;
  }

  std::unique_ptr<SharedBlock> started(const scenarios::Scenario& scenario,
                                       std::uint64_t replication, bool twin) {
    while (children_.size() >= static_cast<std::size_t>(std::max(1, plan_.jobs)) &&
           !outcome_.interrupted)
      reap();
    auto block = std::make_unique<SharedBlock>(room_for_callers(world_, scenario));
    if (outcome_.interrupted)
      return block;
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child < 0)
      throw std::system_error(errno, std::generic_category(), "cannot start a child process");
    if (child == 0)
      live(*block, scenario, {plan_.seed, replication}, twin, parent);
    children_[child] = replication;
    return block;
  }

  /// The life of a child; never returns.
  [[noreturn]] void live(SharedBlock& block, const scenarios::Scenario& scenario,
                         const models::ReplicationKey& key, bool twin, pid_t parent) {
    for (const int of_parent : {SIGINT, SIGHUP, SIGUSR1})
      signal(of_parent, SIG_IGN);
    for (const int of_its_own : {SIGTERM, SIGXCPU})
      signal(of_its_own, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
      _exit(1);
    try {
      const auto run = run_world(world_, scenario, key, twin, {block.fates(), plan_.calls});
      block.put(run.facts, run.background_callers);
      _exit(0);
    } catch (const std::exception& error) {
      block.put_error(error.what());
    }
    _exit(1);
  }

  void reap() {
    int status = 0;
    const pid_t child = waitpid(-1, &status, WNOHANG);
    if (child < 0)
      throw std::system_error(errno, std::generic_category(), "cannot wait for a child process");
    if (child == 0) {
      child_signal_.wait();
      return report();
    }
    const auto known = children_.find(child);
    if (known == children_.end())
      return;
    const auto replication = known->second;
    children_.erase(known);
    Flight& flight = flights_[replication];
    --flight.running;
    if (WIFSIGNALED(status))
      flight.failure = std::string("a child process was ended by signal ") +
                       std::to_string(WTERMSIG(status)) + " (" + strsignal(WTERMSIG(status)) + ")";
    if (flight.running == 0)
      land(replication, flight);
  }

  void land(std::uint64_t replication, Flight& flight) {
    results::Observations seen;
    seen.replication = replication;
    seen.window_capped_s = flight.scenario.window.capped_s.value_or(results::never);
    for (const auto* block : {flight.world.get(), flight.twin.get()})
      if (block != nullptr && !block->has_facts() && flight.failure.empty())
        flight.failure = block->error();
    if (flight.failure.empty())
      observe(seen, flight);
    if (flight.failure.empty()) {
      attempts_ += offered(seen.world) + (seen.twin ? offered(*seen.twin) : 0);
      outcome_.replications.push_back(shelved(std::move(seen)));
    } else {
      outcome_.failures.push_back({replication, flight.failure});
    }
    flights_.erase(replication);
    report();
  }

  /// A system that gives no memory for what was seen costs the replication as well.
  void observe(results::Observations& seen, Flight& flight) {
    try {
      seen.world = flight.world->take();
      std::uint64_t misses = seen.world.conservation_error;
      if (flight.twin) {
        seen.twin = flight.twin->take();
        misses += seen.twin->conservation_error;
        const auto callers =
            std::min(flight.world->background_callers(), flight.twin->background_callers());
        seen.paired = pair(seen.world, flight.world->fates(callers), *seen.twin,
                           flight.twin->fates(callers), flight.scenario, world_);
      }
      if (misses > 0)
        flight.failure = "the conservation audit misses " + std::to_string(misses);
      shelf_.reserve(seen);
    } catch (const std::bad_alloc&) {
      flight.failure = no_memory;
    }
  }

  /// Without its facts, which lie on the shelf.
  results::Observations shelved(results::Observations seen) {
    shelf_.put(seen.world);
    seen.world = {};
    if (seen.twin) {
      shelf_.put(*seen.twin);
      seen.twin.emplace();
    }
    return seen;
  }

  void clear_shelf() {
    for (results::Observations& seen : outcome_.replications) {
      seen.world = shelf_.take();
      if (seen.twin)
        seen.twin = shelf_.take();
    }
  }

  /// Calls and jobs offered to groups, of all classes.
  static double offered(const results::Facts& facts) {
    double sum = 0;
    for (std::size_t i = 0; i < facts.groups.size(); i += results::size_of<results::GroupCount>)
      sum += facts.groups[i + static_cast<std::size_t>(results::GroupCount::offered)];
    return sum;
  }

  void report() {
    const Progress progress{outcome_.replications.size(), plan_.count, outcome_.failures.size()};
    if (on_progress_ && !on_progress_(progress))
      outcome_.interrupted = true;
  }

  /// After an interruption: whoever still runs is ended and leaves nothing behind.
  void end_children() {
    for (const auto& [child, replication] : children_)
      kill(child, SIGKILL);
    for (const auto& [child, replication] : children_)
      waitpid(child, nullptr, 0);
    children_.clear();
  }

  void sort_outcome() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began_;
    outcome_.calls_per_s = attempts_ / wall.count();
    const auto by_number = [](const auto& a, const auto& b) {
      return a.replication < b.replication;
    };
    std::sort(outcome_.replications.begin(), outcome_.replications.end(), by_number);
    std::sort(outcome_.failures.begin(), outcome_.failures.end(), by_number);
  }

  const models::World& world_;
  const ScenarioOf& scenario_of_;
  const RunPlan& plan_;
  const OnProgress& on_progress_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::map<std::uint64_t, Flight> flights_;
  std::map<pid_t, std::uint64_t> children_;
  ChildSignal child_signal_;
  FactShelf shelf_;
  Outcome outcome_;  ///< in the order of landing, without facts until the end
  double attempts_ = 0;
};

template <class Table>
std::vector<std::string> ids(const Table& table) {
  std::vector<std::string> names;
  for (const auto& row : table)
    names.push_back(row.id);
  return names;
}

}  // namespace

results::Dimensions dimensions_of(const models::World& world, const scenarios::Scenario& scenario) {
  results::Dimensions dimensions;
  dimensions.regions = ids(world.regions);
  dimensions.disciplines = ids(world.disciplines);
  dimensions.centres = ids(world.centres);
  dimensions.stages = ids(world.stages);
  dimensions.groups = ids(world.groups);
  dimensions.components = ids(world.components);
  dimensions.channels = ids(world.callers.channels);
  dimensions.kinds = ids(world.kinds);
  dimensions.other_work = ids(world.demand.other_work);
  for (const auto& threat : scenario.threats)
    for (const auto& effect : threat.effects)
      dimensions.effects.push_back(effect.id);
  dimensions.places = places_of(world);
  double people = 0;
  for (const auto& region : world.regions)
    people += region.population;
  for (const auto& region : world.regions) {
    dimensions.region_centre.push_back(region.centre.index);
    dimensions.region_share.push_back(people > 0 ? region.population / people : 0);
  }
  for (const auto& group : world.groups) {
    dimensions.group_stage.push_back(group.stage.index);
    dimensions.group_centre.push_back(group.centre.index);
  }
  for (const auto& discipline : world.disciplines)
    dimensions.discipline_modelled.push_back(discipline.modelled);
  describe(dimensions, world);
  const auto shape = timeline_shape(scenario.window);
  dimensions.timeline_bins = shape.bins;
  dimensions.timeline_bin_s = shape.bin_s;
  return dimensions;
}

Outcome run_replications(const models::World& world, const scenarios::Scenario& scenario,
                         const RunPlan& plan, const OnProgress& on_progress) {
  return run_replications(world, ScenarioOf([&](std::uint64_t) { return scenario; }), plan,
                          on_progress);
}

Outcome run_replications(const models::World& world, const ScenarioOf& scenario_of,
                         const RunPlan& plan, const OnProgress& on_progress) {
  return Fleet(world, scenario_of, plan, on_progress).run();
}

}  // namespace sim
