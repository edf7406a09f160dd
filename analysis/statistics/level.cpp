#include "analysis/statistics/level.hpp"

#include <boost/math/distributions/students_t.hpp>

namespace analysis {

double t_quantile(double degrees) {
  return boost::math::quantile(boost::math::complement(boost::math::students_t(degrees), tail));
}

}  // namespace analysis
