// The same ten centres in two other ways: a bare loop (the limit) and an actor per call.
#include <benchmark/benchmark.h>

#include <chrono>
#include <queue>
#include <random>
#include <simgrid/s4u.hpp>

#include "tests/benchmark/bench.hpp"

namespace {

constexpr int centres = 10, agents = 10;
constexpr double interarrival_s = 3600.0 / 1600, handling_s = 180, patience_s = 170;

struct Event {
  double t_s;
  int centre;
  bool arrival;
  bool operator>(const Event& other) const { return t_s > other.t_s; }
};

/// One priority_queue with the arrivals and departures of all centres; no patience, no counting
/// but of calls and waits.
double bare_loop_calls(double end_s, std::mt19937_64& random, double& waits_s) {
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  std::array<std::queue<double>, centres> lines;
  std::array<int, centres> busy{};
  std::exponential_distribution<double> gap(1 / (interarrival_s * centres)),
      service(1 / handling_s);
  double calls = 0;
  for (int centre = 0; centre < centres; ++centre)
    events.push({gap(random), centre, true});
  for (;;) {
    const auto [t_s, centre, arrival] = events.top();
    if (t_s >= end_s)
      return calls;
    events.pop();
    auto& line = lines[static_cast<std::size_t>(centre)];
    auto& talking = busy[static_cast<std::size_t>(centre)];
    if (arrival) {
      ++calls;
      events.push({t_s + gap(random), centre, true});
      if (talking == agents) {
        line.push(t_s);
        continue;
      }
      ++talking;
    } else if (line.empty()) {
      --talking;
      continue;
    } else {
      waits_s += t_s - line.front();
      line.pop();
    }
    events.push({t_s + service(random), centre, false});
  }
}

void bare_loop(benchmark::State& state) {
  std::mt19937_64 random(1);
  double calls = 0, waits_s = 0;
  for (auto _ : state)
    calls += bare_loop_calls(240 * 3600.0, random, waits_s);
  benchmark::DoNotOptimize(waits_s);
  state.counters["calls_per_s"] = benchmark::Counter(calls, benchmark::Counter::kIsRate);
}
BENCHMARK(bare_loop)->Unit(benchmark::kMillisecond)->MinTime(2);

namespace sg = simgrid::s4u;

/// Default stacks; each call an actor that waits for an agent with a time limit.
bench::Report actor_per_call(double end_s) {
  static char name[] = "bench", quiet[] = "--log=root.thres:critical";
  static char* arguments[] = {name, quiet, nullptr};
  int count = 2;
  const auto began = std::chrono::steady_clock::now();
  sg::Engine engine(&count, arguments);
  auto* host = sg::create_full_zone("zone")->create_host("host", 1e9)->seal();
  std::vector<sg::SemaphorePtr> desks;
  for (int i = 0; i < centres; ++i)
    desks.push_back(sg::Semaphore::create(agents));
  std::mt19937_64 random(1);
  double calls = 0, abandoned = 0;
  sg::Actor::create("arrivals", host, [&] {
    std::exponential_distribution<double> gap(1 / interarrival_s), service(1 / handling_s),
        patience(1 / patience_s);
    std::uniform_int_distribution<int> where(0, centres - 1);
    for (;;) {
      sg::this_actor::sleep_for(gap(random));
      if (sg::Engine::get_clock() >= end_s)
        return;
      ++calls;
      const auto desk = desks[static_cast<std::size_t>(where(random))];
      const double limit_s = patience(random), talk_s = service(random);
      sg::Actor::create("call", host, [desk, limit_s, talk_s, &abandoned] {
        if (desk->acquire_timeout(limit_s)) {
          ++abandoned;
          return;
        }
        sg::this_actor::sleep_for(talk_s);
        desk->release();
      });
    }
  });
  engine.run();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  return {calls, took.count()};
}

void an_actor_per_call(benchmark::State& state) {
  double calls = 0;
  for (auto _ : state) {
    const auto report = bench::in_a_child([] { return actor_per_call(20 * 3600.0); });
    state.SetIterationTime(report.seconds);
    calls += report.items;
  }
  state.counters["calls_per_s"] = benchmark::Counter(calls, benchmark::Counter::kIsRate);
}
BENCHMARK(an_actor_per_call)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(2);

}  // namespace
