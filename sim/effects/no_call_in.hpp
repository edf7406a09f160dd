#pragma once

#include "sim/effects/at_work.hpp"

namespace sim {

/// Nobody can be called in; whoever has come stays.
template <>
class AtWork<scenarios::NoCallIn> : public NoSources {
public:
  explicit AtWork(const Parts& parts) : staff_(parts.staff) {}

  void begin(const scenarios::NoCallIn& effect) {
    for (const auto group : effect.groups)
      staff_.stop_call_in(group);
  }
  void end(const scenarios::NoCallIn& effect) {
    for (const auto group : effect.groups)
      staff_.allow_call_in(group);
  }

private:
  StaffDesk& staff_;
};

}  // namespace sim
