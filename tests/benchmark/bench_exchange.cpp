// The production call exchange on ten M/M/10+M centres, with all its counting.
#include <benchmark/benchmark.h>

#include "sim/calls/call_exchange.hpp"
#include "sim/calls/fact_shape.hpp"
#include "tests/benchmark/bench.hpp"

namespace {

double offered(const results::Facts& facts) {
  double sum = 0;
  for (std::size_t i = 0; i < facts.groups.size(); i += results::size_of<results::GroupCount>)
    sum += facts.groups[i];
  return sum;
}

void production_exchange(benchmark::State& state) {
  const auto& study = bench::ten_centres();
  const auto& model = study.model;
  const auto& scenario = study.scenario;
  double calls = 0, seed = 0;
  for (auto _ : state) {
    const models::ReplicationKey key{1, static_cast<std::uint64_t>(++seed)};
    auto facts = sim::empty_facts(model.world, scenario.window);
    const models::Calendar calendar(model.world.zone);
    sim::DemandStream demand(model.world, calendar, scenario, key, {});
    sim::CallExchange exchange(model.world, scenario, key, demand, facts, {});
    for (const auto group : model.world.groups.ids())
      exchange.set_on_duty(group, 10);
    // In steps of a minute, as the wallboard's clock drives it.
    for (double t = 60; t <= scenario.window.end_s; t += 60)
      exchange.advance_to(t);
    exchange.finish();
    calls += offered(facts);
  }
  state.counters["calls_per_s"] = benchmark::Counter(calls, benchmark::Counter::kIsRate);
}
BENCHMARK(production_exchange)->Unit(benchmark::kMillisecond)->MinTime(2);

}  // namespace
