#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"
#include "sim/effects/disturbances.hpp"

namespace sim {

/// How long each step of one episode takes, and whether it works: the world's clocks, and what the
/// effects of the moment make of them. Drawn from (key, centre, number of the episode, step).
class TakeoverClocks {
public:
  using CentreId = models::Id<models::Centre>;

  TakeoverClocks(const models::World& world, const models::ReplicationKey& key,
                 Disturbances& disturbances, CentreId centre, std::uint64_t episode)
      : world_(world), key_(key), disturbances_(disturbances), centre_(centre), episode_(episode) {}

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

  const models::World& world_;
  models::ReplicationKey key_;
  Disturbances& disturbances_;
  CentreId centre_;
  std::uint64_t episode_;
};

}  // namespace sim
