#pragma once

#include <utility>

#include "sim/people/staff_desk.hpp"
#include "sim/systems/clock.hpp"

namespace sim {

/// Everybody's shift changes, by the local clock, as an actor.
class ShiftChanges {
public:
  ShiftChanges(StaffDesk& staff, const Clock& clock, StaffDesk::IsInTakeover in_takeover)
      : staff_(staff), clock_(clock), in_takeover_(std::move(in_takeover)) {}

  void operator()();

private:
  StaffDesk& staff_;
  Clock clock_;
  StaffDesk::IsInTakeover in_takeover_;
};

}  // namespace sim
