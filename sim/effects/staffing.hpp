#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Fewer or more people come than the roster says; the staff desk adds everything up.
template <>
class AtWork<scenarios::Staffing> : public NoSources {
public:
  explicit AtWork(const Parts& parts) : staff_(parts.staff) {}

  void begin(const scenarios::Staffing& effect) { staff_.begin(effect); }
  void end(const scenarios::Staffing& effect) { staff_.end(effect); }

private:
  StaffDesk& staff_;
};

}  // namespace sim
