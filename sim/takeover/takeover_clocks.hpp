#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "sim/effects/disturbances.hpp"
#include "sim/takeover/takeover_rules.hpp"

namespace sim {

/// How long each step of one episode takes, and whether it works: the clocks that hold when it
/// begins, and what the effects of the moment make of them. Drawn from (key, centre, number of the
/// episode, step).
class TakeoverClocks {
public:
  using CentreId = models::Id<models::Centre>;

  /// Of a centre: its name, and how often it was taken over before.
  struct Of {
    CentreId centre;
    std::uint64_t name = 0, episode = 0;
  };
  TakeoverClocks(const TakeoverRules& rules, const models::ReplicationKey& key,
                 Disturbances& disturbances, const Of& of)
      : rules_(rules), key_(key), disturbances_(disturbances), of_(of) {}

  double false_alarm_s() const;
  double detect_s() const;
  double decide_s() const;
  double relocate_s() const;
  double verify_s() const;
  double return_s() const;
  /// Seconds lost on an old number; nothing when the number is right.
  std::optional<double> old_number_s() const;
  /// Of the attempt `turn` to switch to this partner.
  double switch_s(const models::Partner& partner, std::uint32_t turn) const;
  bool switch_fails(const models::Partner& partner, std::uint32_t turn) const;
  double retry_s(std::uint32_t turn) const;
  double relocated_share() const;

private:
  enum class Step : std::uint32_t;
  std::array<double, 4> draw(Step step, std::uint32_t turn = 0) const;
  double drawn(const models::Distribution& clock_s, Step step) const;

  const models::Takeover& rules() const { return rules_.now(); }

  const TakeoverRules& rules_;
  models::ReplicationKey key_;
  Disturbances& disturbances_;
  Of of_;
};

}  // namespace sim
