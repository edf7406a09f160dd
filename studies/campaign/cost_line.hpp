#pragma once

#include <vector>

namespace studies {

/// Something that grows with the length of the window: the least-squares line through a few points,
/// never falling and never below zero.
struct CostLine {
  double at_mean = 0, slope = 0, mean_x = 0;
  double operator()(double x) const;
};

/// As many y as x. Points that all have one x give a level line through their mean.
CostLine line_through(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace studies
