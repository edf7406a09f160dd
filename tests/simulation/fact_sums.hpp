#pragma once

#include <string>
#include <vector>

#include "results/observations.hpp"
#include "results/study.hpp"
#include "scenarios/scenario.hpp"

/// What the numbers of one replication must have to do with each other, added up again from the
/// facts and nothing else. Each function gives the misses, as sentences.
namespace fact_sums {

using Misses = std::vector<std::string>;

struct Study {
  const models::World& world;
  const scenarios::Scenario& scenario;
  results::Dimensions dimensions;
};

/// The three audits of what a replication saw.
Misses audits(const Study& study, const results::Facts& facts);
/// Persons against calls, calls against histograms and timelines.
Misses tables(const Study& study, const results::Facts& facts);
/// Counts that are part of other counts; times that have an order and a limit.
Misses bounds(const Study& study, const results::Facts& facts);
/// Twin, disturbed world and the pairs.
Misses pairs(const Study& study, const results::Observations& seen);

}  // namespace fact_sums
