#pragma once

#include <utility>

#include "sim/people/staff_desk.hpp"

namespace sim {

/// Everybody's shift changes, by the local clock, as an actor.
class ShiftChanges {
public:
  ShiftChanges(StaffDesk& staff, StaffDesk::IsInTakeover in_takeover)
      : staff_(staff), in_takeover_(std::move(in_takeover)) {}

  void operator()();

private:
  StaffDesk& staff_;
  StaffDesk::IsInTakeover in_takeover_;
};

/// One wallboard for all centres, looked at once a minute, as an actor.
class Wallboard {
public:
  explicit Wallboard(StaffDesk& staff) : staff_(staff) {}

  void operator()();

private:
  StaffDesk& staff_;
};

}  // namespace sim
