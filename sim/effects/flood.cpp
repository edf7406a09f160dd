#include "sim/effects/flood.hpp"

namespace sim {

std::vector<Source> AtWork<scenarios::Flood>::sources(const Origin& origin,
                                                      const scenarios::Flood& flood) {
  const auto& [world, key, drawn] = origin;
  std::vector<Source> out;
  for (const auto region : world.regions.ids()) {
    const auto& row = world.regions[region];
    Source source = source_in(world, region, Source::Sort::flood);
    source.name = stream_name(source.sort, drawn.effect->id, row.id);
    source.flood = &flood;
    source.rate_per_s = flood.calls_per_s * row.weight;
    source.extra = {drawn.from_s, drawn.until_s};
    out.push_back(source);
  }
  return out;
}

}  // namespace sim
