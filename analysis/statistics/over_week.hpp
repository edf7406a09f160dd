#pragma once

#include <span>

#include "analysis/statistics/interval.hpp"

namespace analysis {

/// Of the mean of replications whose onsets are spread over the week, one for each of its hours in
/// turn: `hours[i]` is where value i lies. What the hours explain is no error of such a mean, so
/// its variance is that of neighbours in the week (successive differences, Wolter, JASA 79 (1984),
/// with two thirds of the degrees of freedom). The interval is that of `interval_of_mean`, as much
/// narrower as that variance says; where the hour explains nothing, the same. An hour below 0 is
/// not known: then the values are taken as they come.
Interval interval_over_week(std::span<const double> values, std::span<const int> hours);

}  // namespace analysis
