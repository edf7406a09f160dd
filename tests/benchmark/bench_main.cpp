#include <benchmark/benchmark.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/benchmark/bench.hpp"

namespace bench {

namespace {

const std::string root = SOURCE_DIR;

}  // namespace

const scenarios::ScenarioInWorld& ten_centres() {
  static const auto study =
      scenarios::read_scenario(root + "/tests/worlds/ten_centres/scenario.yaml");
  return study;
}

const scenarios::ScenarioInWorld& kpn_day() {
  static const auto study = [] {
    auto read = scenarios::read_scenario(root + "/scenarios/kpn-2019.yaml");
    read.scenario.window.end_s = read.scenario.window.warm_up_s + 24 * 3600;
    return read;
  }();
  return study;
}

const scenarios::ScenarioInWorld& year() {
  static const auto study = [] {
    auto read = scenarios::read_scenario(root + "/scenarios/normal-day.yaml");
    read.scenario.window.end_s = read.scenario.window.warm_up_s + 365 * 86400.0;
    return read;
  }();
  return study;
}

Report in_a_child(const std::function<Report()>& work) {
  void* memory =
      mmap(nullptr, sizeof(Report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  const pid_t child = fork();
  if (child == 0) {
    *static_cast<Report*>(memory) = work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const Report report = *static_cast<Report*>(memory);
  munmap(memory, sizeof(Report));
  if (status != 0)
    throw std::runtime_error("a benchmark's child failed");
  return report;
}

}  // namespace bench

BENCHMARK_MAIN();
