#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/world.hpp"

namespace sim {

/// How many times as many callers as usual each region has, quarter of an hour by quarter: the
/// product of the world's factors. Each is gamma with mean 1, as the sum of a national and a
/// regional part with the same scale, so that `correlation` is the share of its variance that all
/// regions have in common; it holds for a block, counted from midnight UTC of 1-1-1970.
class Busyness {
public:
  Busyness(const models::World& world, const models::ReplicationKey& key);

  /// Draws what begins with this quarter of an hour; quarters come in order.
  void move_to(std::int64_t quarter);
  double of(models::Id<models::Region> region) const { return product_[region.index]; }
  /// The shape of a factor of one quarter that each region has for itself; infinite: none. It is
  /// not drawn: whoever counts takes the negative binomial in place of Poisson's distribution.
  double shape_of_quarter() const { return shape_of_quarter_; }

private:
  struct Factor {
    const models::Demand::Busyness* of;
    double shape;
    std::int64_t quarters;
    std::int64_t block = std::numeric_limits<std::int64_t>::min();
    std::vector<double> by_region = {};
  };
  void draw(Factor& factor) const;
  double part(const Factor& factor, std::uint64_t name, double shape) const;

  const models::World& world_;
  models::ReplicationKey key_;
  std::vector<Factor> factors_;
  double shape_of_quarter_ = std::numeric_limits<double>::infinity();
  std::vector<double> product_;
};

}  // namespace sim
