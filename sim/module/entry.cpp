#include "sim/module/entry.hpp"

#include "results/version.hpp"

extern "C" __attribute__((visibility("default"))) const sim::Entry* uitwijk_simulator() {
  static const std::string commit = results::commit();
  static const sim::Entry entry = {commit.c_str(), &sim::run_replications, &sim::dimensions_of};
  return &entry;
}
