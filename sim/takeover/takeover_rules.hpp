#pragma once

#include "models/world/world.hpp"

namespace sim {

/// The clocks, chances and partners of takeover that hold at the moment; a decision puts those of
/// another world in their place. What was drawn before keeps its draw.
class TakeoverRules {
public:
  explicit TakeoverRules(const models::World& world) : now_(&world.takeover) {}

  void become(const models::World& world) { now_ = &world.takeover; }
  const models::Takeover& now() const { return *now_; }

private:
  const models::Takeover* now_;
};

}  // namespace sim
