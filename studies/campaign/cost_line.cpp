#include "studies/campaign/cost_line.hpp"

#include <algorithm>

namespace studies {

double CostLine::operator()(double x) const {
  return std::max(0.0, at_mean + slope * (x - mean_x));
}

CostLine line_through(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  CostLine out;
  double xx = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    out.mean_x += x[i] / n;
    out.at_mean += y[i] / n;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - out.mean_x) * (x[i] - out.mean_x);
    xy += (x[i] - out.mean_x) * (y[i] - out.at_mean);
  }
  out.slope = xx > 0 ? std::max(0.0, xy / xx) : 0;
  return out;
}

}  // namespace studies
