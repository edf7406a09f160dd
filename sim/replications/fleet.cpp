#include "sim/replications/run_study.hpp"

#include <algorithm>
#include <chrono>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include "sim/replications/pairing.hpp"
#include "sim/replications/room.hpp"
#include "sim/replications/slots.hpp"
#include "sim/replications/worker.hpp"

namespace sim {

namespace {

using models::World;

/// What the system refuses it may give a moment later: a limit of processes is the user's, not
/// ours.
constexpr int most_refusals = 5;
constexpr std::chrono::milliseconds pause_after_refusal{50};

/// A replication on its way: two worlds, or one.
struct Flight {
  scenarios::Scenario scenario;
  std::shared_ptr<SharedBlock> world, twin;
  int worlds = 0, running = 0;
  bool has_twin = false;
  bool tried_again = false;  ///< counted
  std::string failure;
};

/// Calls and jobs offered to groups, of all classes.
double offered(const results::Facts& facts) {
  double sum = 0;
  for (std::size_t i = 0; i < facts.groups.size(); i += results::size_of<results::GroupCount>)
    sum += facts.groups[i + static_cast<std::size_t>(results::GroupCount::offered)];
  return sum;
}

/// Works off the replications of one study with so many workers at a time. The first that is not
/// begun goes to whoever can take it: a worker's clock only goes on, so that two of them share the
/// worlds of a replication, even when one works at a time.
///
/// A world whose worker died or failed is tried once more, in a process that does nothing else;
/// what fails there is failed. So failures depend on the replication alone, but for those of a
/// system that gives no process or memory even when nobody else of this study has any.
class Fleet {
public:
  Fleet(const World& world, const ScenarioOf& scenario_of, const RunPlan& plan,
        const OnProgress& on_progress)
      : world_(world),
        scenario_of_(scenario_of),
        plan_(plan),
        on_progress_(on_progress),
        work_{world, scenario_of, plan.seed, plan.calls},
        rooms_(world),
        jobs_at_a_time_(static_cast<std::size_t>(std::max(1, plan.jobs))),
        next_(plan.first) {}

  /// Whoever is free gets work before anything else is done.
  Outcome run() {
    while (!outcome_.interrupted && !is_over()) {
      look_at_workers();
      hand_out();
      if (land_one() || prepare())
        continue;
      done_->wait(std::chrono::milliseconds(100));
      report();
    }
    workers_.clear();
    sort_outcome();
    return std::move(outcome_);
  }

private:
  bool is_over() const { return flights_.empty() && next_ == plan_.first + plan_.count; }
  std::size_t busy() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(workers_, [](const Worker& worker) { return worker.is_busy(); }));
  }

  bool is_kept(std::uint64_t replication) const {
    return plan_.kept != nullptr && plan_.kept->contains(replication);
  }

  /// One replication ahead of those that are handed out.
  bool prepare() {
    if (!waiting_.empty() || next_ == plan_.first + plan_.count)
      return false;
    Flight& flight = flights_[next_];
    flight.scenario = scenario_of_(next_);
    WorldJob job{next_, false, begins_s(flight.scenario.window, next_),
                 rooms_.room_for(flight.scenario)};
    waiting_.push_back(job);
    flight.has_twin = plan_.twins && !flight.scenario.threats.empty();
    if (flight.has_twin && !is_kept(next_)) {
      job.twin = true;
      waiting_.push_back(job);
    }
    flight.worlds = flight.running = static_cast<int>(waiting_.size());
    ++next_;
    return true;
  }

  void hand_out() {
    while (busy() < jobs_at_a_time_ && !again_.empty())
      if (!start(again_))
        return;
    while (busy() < jobs_at_a_time_ && (!waiting_.empty() || prepare()))
      if (!start(waiting_))
        return;
  }

  /// Gives the first of them to a worker; false when it has to wait for one.
  bool start(std::deque<WorldJob>& jobs) {
    const WorldJob& job = jobs.front();
    try {
      Worker* worker =
          job.alone ? &workers_.emplace_back(work_, job.room, *done_) : whoever_takes(job);
      if (worker == nullptr)
        return false;
      give(*worker, job);
      refusals_ = 0;
    } catch (const std::bad_alloc&) {
      return refused(jobs, no_memory);
    } catch (const std::system_error& error) {
      return refused(jobs, error.what());
    }
    jobs.pop_front();
    return true;
  }

  /// The system gave no process or no memory. Whoever works goes on, and then there may be some;
  /// who is idle gives back what he has. When there is nobody it is asked again some times; then
  /// the world is lost, and those behind it as long as it gives nothing.
  bool refused(std::deque<WorldJob>& jobs, const std::string& why) {
    if (busy() > 0)
      return false;
    if (!workers_.empty()) {
      workers_.clear();
      return true;
    }
    if (refusals_ < most_refusals) {
      ++refusals_;
      std::this_thread::sleep_for(pause_after_refusal);
      return true;
    }
    outcome_.system_fault = why;
    lose(jobs.front(), why);
    jobs.pop_front();
    return true;
  }

  /// Its other world goes on, so that the reason that is told depends on no order.
  void lose(const WorldJob& job, const std::string& why) {
    Flight& flight = flights_.at(job.replication);
    if (!job.twin || flight.failure.empty())
      flight.failure = why;
    --flight.running;
  }

  void give(Worker& worker, const WorldJob& job) {
    Flight& flight = flights_.at(job.replication);
    (job.twin ? flight.twin : flight.world) = worker.give(job);
  }

  /// A new one where nobody is left for whom the world could wait. One more than work at a time is
  /// enough: of those who are idle only one can have had the other world of this replication.
  Worker* whoever_takes(const WorldJob& job) {
    const auto able =
        std::ranges::find_if(workers_, [&](const Worker& worker) { return worker.can_take(job); });
    if (able != workers_.end())
      return &*able;
    std::erase_if(workers_,
                  [&](const Worker& worker) { return !worker.is_busy() && worker.is_past(job); });
    if (workers_.size() > jobs_at_a_time_ && busy() > 0)
      return nullptr;
    return &workers_.emplace_back(work_, job.room, *done_);
  }

  void look_at_workers() {
    for (Worker& worker : workers_) {
      const Worker::State state = worker.look();
      if (state == Worker::State::failed)
        note_failure(worker);
      else if (state == Worker::State::done)
        --flights_.at(worker.job().replication).running;
    }
    std::erase_if(workers_, [](const Worker& worker) { return worker.is_finished(); });
  }

  void note_failure(const Worker& worker) {
    const WorldJob& job = worker.job();
    Flight& flight = flights_.at(job.replication);
    if (job.alone && worker.was_refused())
      outcome_.system_fault = worker.failure();
    if (job.alone)
      return lose(job, worker.failure());
    outcome_.tried_again += std::exchange(flight.tried_again, true) ? 0 : 1;
    again_.push_back(job);
    again_.back().alone = true;
  }

  /// Takes a replication whose worlds are done out of the shared memory.
  bool land_one() {
    const auto landing =
        std::ranges::find_if(flights_, [](const auto& row) { return row.second.running == 0; });
    if (landing == flights_.end())
      return false;
    auto& [replication, flight] = *landing;
    keep(replication, flight);
    flights_.erase(landing);
    report();
    return true;
  }

  void keep(std::uint64_t replication, Flight& flight) {
    if (flight.failure.empty()) {
      try {
        take(seen_in(replication, flight));
        ++finished_;
        return;
      } catch (const std::bad_alloc&) {
        flight.failure = outcome_.system_fault = no_memory;
      }
    }
    outcome_.failures.push_back({replication, flight.failure});
  }

  void take(results::Observations seen) {
    if (plan_.take)
      plan_.take(std::move(seen));
    else
      outcome_.replications.push_back(std::move(seen));
  }

  results::Observations seen_in(std::uint64_t replication, const Flight& flight) {
    results::Observations seen;
    seen.replication = replication;
    seen.window_capped_s = flight.scenario.window.capped_s.value_or(results::never);
    seen.world = flight.world->take();
    attempts_ += offered(seen.world);
    if (!flight.has_twin)
      return seen;
    if (flight.twin && plan_.kept == nullptr) {
      seen.twin = flight.twin->take();
      attempts_ += offered(*seen.twin);
      pair_with(*flight.twin, flight, seen);
      return seen;
    }
    if (flight.twin)
      plan_.kept->emplace(replication, *flight.twin);
    KeptTwin& twin = plan_.kept->at(replication);
    seen.twin = twin.facts();
    attempts_ += flight.twin ? offered(*seen.twin) : 0;
    pair_with(twin, flight, seen);
    return seen;
  }

  double under_way() const {
    double out = 0;
    for (const auto& [replication, flight] : flights_)
      out += static_cast<double>(flight.worlds - flight.running) / flight.worlds;
    for (const Worker& worker : workers_)
      if (worker.is_busy())
        out += worker.part() / flights_.at(worker.job().replication).worlds;
    return out;
  }

  template <class Twin>
  void pair_with(Twin& twin, const Flight& flight, results::Observations& seen) const {
    const auto callers = std::min(flight.world->background_callers(), twin.background_callers());
    seen.paired = pair(seen.world, flight.world->fates(callers), *seen.twin, twin.fates(callers),
                       flight.scenario, world_);
  }

  void report() {
    const Progress progress{finished_, plan_.count, outcome_.failures.size(), outcome_.tried_again,
                            under_way()};
    if (on_progress_ && !on_progress_(progress))
      outcome_.interrupted = true;
  }

  void sort_outcome() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - began_;
    outcome_.calls_per_s = attempts_ / wall.count();
    std::ranges::sort(outcome_.replications, {}, &results::Observations::replication);
    std::ranges::sort(outcome_.failures, {}, &results::Study::Failure::replication);
  }

  const World& world_;
  const ScenarioOf& scenario_of_;
  const RunPlan& plan_;
  const OnProgress& on_progress_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  Work work_;
  Rooms rooms_;
  std::size_t jobs_at_a_time_;
  std::uint64_t next_;  ///< replication that is not prepared yet
  std::map<std::uint64_t, Flight> flights_;
  std::deque<WorldJob> waiting_, again_;
  Shared<SharedBell> done_;
  std::list<Worker> workers_;
  Outcome outcome_;  ///< in the order of landing
  std::uint64_t finished_ = 0;
  double attempts_ = 0;
  int refusals_ = 0;  ///< one after the other
};

}  // namespace

Outcome run_replications(const World& world, const ScenarioOf& scenario_of, const RunPlan& plan,
                         const OnProgress& on_progress) {
  return Fleet(world, scenario_of, plan, on_progress).run();
}

Outcome run_replications(const World& world, const scenarios::Scenario& scenario,
                         const RunPlan& plan, const OnProgress& on_progress) {
  return run_replications(world, ScenarioOf([&](std::uint64_t) { return scenario; }), plan,
                          on_progress);
}

}  // namespace sim
