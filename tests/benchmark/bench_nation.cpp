// The national day with the KPN outage beside its twin, and a national year.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "sim/replications/run_study.hpp"
#include "sim/replications/slots.hpp"
#include "sim/replications/world_engine.hpp"
#include "tests/benchmark/bench.hpp"

namespace {

double cpu_s() {
  double sum = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage use{};
    getrusage(who, &use);
    for (const auto& part : {use.ru_utime, use.ru_stime})
      sum += static_cast<double>(part.tv_sec) + 1e-6 * static_cast<double>(part.tv_usec);
  }
  return sum;
}

/// CPU of parent and children, forks and pairing included, for each replication.
void national_day_and_twin(benchmark::State& state) {
  const auto& study = bench::kpn_day();
  const auto& model = study.model;
  const auto& scenario = study.scenario;
  constexpr std::uint64_t replications = 20;
  for (auto _ : state) {
    const double before_s = cpu_s();
    sim::run_replications(model.world, scenario, {1, 0, replications, 1}, nullptr);
    state.SetIterationTime((cpu_s() - before_s) / replications);
  }
  state.SetLabel("CPU of one replication: 24 hours, disturbed and twin");
}
BENCHMARK(national_day_and_twin)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(5);

void national_year(benchmark::State& state) {
  const auto& study = bench::year();
  const auto& model = study.model;
  const auto& scenario = study.scenario;
  for (auto _ : state) {
    const auto report = bench::in_a_child([&] {
      const double before_s = cpu_s();
      sim::WorldEngine(model.world, 0)
          .run({scenario, {1, 0}, true, sim::begins_s(scenario.window, 0)}, {});
      rusage use{};
      getrusage(RUSAGE_SELF, &use);
      return bench::Report{static_cast<double>(use.ru_maxrss) / 1024, cpu_s() - before_s};
    });
    state.SetIterationTime(report.seconds);
    state.counters["MiB"] = report.items;
  }
}
BENCHMARK(national_year)->Unit(benchmark::kSecond)->UseManualTime()->Iterations(1);

}  // namespace
