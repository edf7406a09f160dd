#include "sim/effects/surge.hpp"

namespace sim {

std::vector<Source> AtWork<scenarios::Surge>::sources(const models::World& world,
                                                      const DrawnEffect& drawn,
                                                      const scenarios::Surge& surge) {
  double weight = 0;
  for (const auto region : surge.regions)
    weight += world.regions[region].weight;
  std::vector<Source> out;
  for (const auto region : surge.regions) {
    const auto& row = world.regions[region];
    Source source = source_in(world, region, Source::Sort::surge);
    source.name = stream_name(source.sort, drawn.effect->id, row.id);
    source.rate_per_s = world.demand.calls_per_s * row.weight * surge.rate_factor;
    source.extra = {drawn.from_s, drawn.until_s, {}, surge.decay_s};
    if (surge.callers)
      source.extra->callers = *surge.callers * row.weight / weight;
    if (!surge.kind_shares.empty())
      source.kinds = cumulative(surge.kind_shares);
    if (!surge.discipline_shares.empty())
      source.disciplines = cumulative(surge.discipline_shares);
    out.push_back(source);
  }
  return out;
}

}  // namespace sim
