#include "sim/calls/source.hpp"

namespace sim {

Source source_in(const models::World& world, models::Id<models::Region> region, Source::Sort sort) {
  std::vector<double> kinds, disciplines;
  for (const auto& kind : world.kinds)
    kinds.push_back(kind.share);
  for (const auto& discipline : world.disciplines)
    disciplines.push_back(discipline.modelled ? discipline.share : 0.0);
  Source source;
  source.sort = sort;
  source.region = region;
  source.kinds = cumulative(kinds);
  source.disciplines = cumulative(disciplines);
  return source;
}

std::uint64_t stream_name(Source::Sort sort, std::string_view first, std::string_view second) {
  return models::name_of(first) ^ (models::name_of(second) * static_cast<std::uint64_t>(sort));
}

std::vector<double> cumulative(const std::vector<double>& shares) {
  std::vector<double> sums(shares.size());
  double total = 0;
  for (std::size_t i = 0; i < shares.size(); ++i)
    sums[i] = total += shares[i];
  for (double& sum : sums)
    sum /= total;
  return sums;
}

}  // namespace sim
