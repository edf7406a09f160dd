#include "sim/effects/surge.hpp"

#include <algorithm>

namespace sim {

namespace {

using scenarios::Surge;

/// How many of so many callers live in each of the surge's regions: a lot for each of them.
std::vector<std::uint32_t> shared_out(const Origin& origin, const Surge& surge, int callers) {
  std::vector<double> weights;
  for (const auto region : surge.regions)
    weights.push_back(origin.world.regions[region].weight);
  const auto below = cumulative(weights);
  const auto lot = stream_name(Source::Sort::surge, origin.drawn.effect->id, "region");
  std::vector<std::uint32_t> out(surge.regions.size());
  for (int k = 0; k < callers; ++k) {
    const double u = models::uniform(origin.key, models::Purpose::caller_detail,
                                     {lot, static_cast<std::uint64_t>(k), 0});
    const auto region = std::ranges::upper_bound(below, u) - below.begin();
    ++out[std::min(static_cast<std::size_t>(region), out.size() - 1)];
  }
  return out;
}

}  // namespace

std::vector<Source> AtWork<Surge>::sources(const Origin& origin, const Surge& surge) {
  const auto& [world, key, drawn] = origin;
  const auto callers = shared_out(origin, surge, surge.callers.value_or(0));
  std::vector<Source> out;
  for (std::size_t i = 0; i < surge.regions.size(); ++i) {
    const auto& row = world.regions[surge.regions[i]];
    Source source = source_in(world, surge.regions[i], Source::Sort::surge);
    source.name = stream_name(source.sort, drawn.effect->id, row.id);
    source.rate_per_s = world.demand.calls_per_s * row.weight * surge.extra_rate;
    source.extra = {drawn.from_s, drawn.until_s, {}, surge.decay_s};
    if (surge.callers)
      source.extra->callers = callers[i];
    if (!surge.kind_shares.empty())
      source.kinds = cumulative(surge.kind_shares);
    if (!surge.discipline_shares.empty())
      source.disciplines = cumulative(surge.discipline_shares);
    out.push_back(source);
  }
  return out;
}

}  // namespace sim
