#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Fake calls. They are arrivals, which the demand stream makes: nothing begins or ends here.
template <>
class AtWork<scenarios::Flood> {
public:
  explicit AtWork(const Parts&) {}

  void begin(const scenarios::Flood&) {}
  void end(const scenarios::Flood&) {}
  /// They come from everywhere; at a first stage with several centres they are shared out by the
  /// regions' weights.
  static std::vector<Source> sources(const Origin& origin, const scenarios::Flood& flood);
};

}  // namespace sim
