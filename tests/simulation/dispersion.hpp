#pragma once

#include "models/world/world.hpp"

/// How much the number of calls of one region varies: closed form, to lay beside what is simulated
/// and what is published.
namespace dispersion {

/// Variance over mean of the calls in windows of so many quarters of an hour, of a region with so
/// many calls a second all week, over all places of such windows in a day. The calls are a Poisson
/// cluster process (Neyman and Scott 1958; Daley and Vere-Jones, An Introduction to the Theory of
/// Point Processes I, 2003, 6.3) whose rate is a product of independent factors (Cox 1955): the
/// first term is of clusters with the rate as it is, the second the variance of the rate, by the
/// law of total variance. Integrals by the midpoint rule, 100 points a quarter.
double variance_over_mean(const models::World& world, double calls_per_s, int quarters);

}  // namespace dispersion
