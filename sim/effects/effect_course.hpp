#pragma once

#include <cstdint>

#include "models/chance/random_stream.hpp"
#include "sim/calls/course.hpp"
#include "sim/effects/disturbances.hpp"
#include "sim/effects/drawn_effects.hpp"
#include "sim/systems/clock.hpp"

namespace sim {

/// A threat's effect, as an actor: begins, lasts, ends. One that declines goes down in steps.
class EffectCourse {
public:
  EffectCourse(Disturbances& disturbances, Course& course, const Clock& clock,
               const DrawnEffect& effect, std::uint32_t index)
      : disturbances_(disturbances),
        course_(course),
        clock_(clock),
        effect_(effect),
        index_(index) {}

  void operator()();

private:
  Disturbances& disturbances_;
  Course& course_;
  Clock clock_;
  DrawnEffect effect_;
  std::uint32_t index_;
};

/// Everybody registers again after a repair, as an actor: the storm and its decline.
class RegistrationStorm {
public:
  RegistrationStorm(Disturbances& disturbances, const Clock& clock,
                    const scenarios::Reregistration& what, double lasts_s)
      : disturbances_(disturbances), clock_(clock), what_(what), lasts_s_(lasts_s) {}

  void operator()();

private:
  Disturbances& disturbances_;
  Clock clock_;
  const scenarios::Reregistration& what_;
  double lasts_s_;
};

}  // namespace sim
