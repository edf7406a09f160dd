#include "sim/calls/busyness.hpp"

#include <cmath>

namespace sim {

namespace {

constexpr double quarter_s = 900;
// A smaller variation than this cannot be told from none by counts below 10^12.
constexpr double least_cv = 1e-6;

}  // namespace

Busyness::Busyness(const models::World& world, const models::ReplicationKey& key)
    : world_(world), key_(key), product_(world.regions.size(), 1.0) {
  for (const auto& row : world.demand.busyness) {
    if (row.cv < least_cv)
      continue;
    const double shape = 1 / (row.cv * row.cv);
    const auto quarters = std::llround(row.block_s / quarter_s);
    if (quarters == 1 && row.correlation <= 0)
      shape_of_quarter_ = shape;
    else
      factors_.push_back({&row, shape, quarters});
  }
}

void Busyness::move_to(std::int64_t quarter) {
  bool anew = false;
  for (Factor& factor : factors_)
    if (const auto block = quarter / factor.quarters; block != factor.block) {
      factor.block = block;
      draw(factor);
      anew = true;
    }
  if (!anew)
    return;
  product_.assign(product_.size(), 1.0);
  for (const Factor& factor : factors_)
    for (std::size_t region = 0; region < product_.size(); ++region)
      product_[region] *= factor.by_region[region];
}

void Busyness::draw(Factor& factor) const {
  const double common =
      part(factor, models::name_of("national"), factor.shape * factor.of->correlation);
  factor.by_region.clear();
  for (const auto& region : world_.regions)
    factor.by_region.push_back(common + part(factor, models::name_of(region.id),
                                             factor.shape * (1 - factor.of->correlation)));
}

double Busyness::part(const Factor& factor, std::uint64_t name, double shape) const {
  if (shape <= 0)
    return 0;
  const auto of_factor = factor.of->id.empty()
                             ? std::uint32_t{0}
                             : static_cast<std::uint32_t>(models::name_of(factor.of->id));
  const double u = models::uniform(key_, models::Purpose::busyness,
                                   {name, static_cast<std::uint64_t>(factor.block), of_factor});
  return models::quantile(models::Gamma{shape, 1 / factor.shape}, u);
}

}  // namespace sim
