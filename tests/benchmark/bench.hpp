#pragma once

#include <functional>

#include "scenarios/read_scenario.hpp"

namespace bench {

/// The ten M/M/10+M centres of tests/worlds/ten_centres, read once.
const scenarios::ScenarioInWorld& ten_centres();
/// The Dutch world with the KPN outage, over 24 hours.
const scenarios::ScenarioInWorld& kpn_day();
/// A simulated year of the Netherlands without threats.
const scenarios::ScenarioInWorld& year();

/// What a child reports: how much it did, and how long it took.
struct Report {
  double items = 0, seconds = 0;
};

/// Runs the work in a process of its own: a SimGrid engine cannot be used twice.
Report in_a_child(const std::function<Report()>& work);

}  // namespace bench
