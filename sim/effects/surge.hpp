#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// More callers. They are arrivals, which the demand stream makes: nothing begins or ends here.
template <>
class AtWork<scenarios::Surge> {
public:
  explicit AtWork(const Parts&) {}

  void begin(const scenarios::Surge&) {}
  void end(const scenarios::Surge&) {}
  /// One for each region, by its weight; a number of callers is shared out by lot.
  static std::vector<Source> sources(const Origin& origin, const scenarios::Surge& surge);
};

}  // namespace sim
