#include "studies/optimise/loss_values.hpp"

#include "analysis/measures/takeover_strain.hpp"
#include "analysis/statistics/estimate.hpp"
#include "studies/installation/simulator.hpp"

namespace studies {

std::vector<double> LossValues::of(std::size_t study, models::Id<models::Centre> room,
                                   const models::PartnerList& partners, Replications replications) {
  run_twins(replications);
  models::World world = world_;
  world.takeover.partners[room] = partners;
  const auto dimensions = dimensions_of_study(world, studies_[study].scenario);
  const LossFacts facts = loss_facts(
      world, studies_[study], {chance_.seed, replications.first, replications.count, chance_.jobs},
      false, pace_.follow());
  pace_.add(replications.count);
  std::vector<double> out;
  for (std::uint64_t i = 0; i < replications.count; ++i) {
    const auto& twin = twins_[replications.first + i];
    out.push_back(facts[i] && twin ? analysis::extra_lost_callers(dimensions, *facts[i], *twin)
                                   : analysis::undefined);
  }
  return out;
}

/// Those that are not there yet, in one go where they follow each other.
void LossValues::run_twins(Replications replications) {
  const std::uint64_t end = replications.first + replications.count;
  std::uint64_t first = replications.first;
  while (first < end) {
    std::uint64_t after = first;
    while (after < end && !twins_.contains(after))
      ++after;
    if (after == first) {
      ++first;
      continue;
    }
    LossFacts facts =
        loss_facts(world_, studies_.front(), {chance_.seed, first, after - first, chance_.jobs},
                   true, [&](const sim::Progress&) { return pace_.follow()({}); });
    for (std::uint64_t i = first; i < after && pace_.signal() == 0; ++i) {
      if (auto& twin = facts[i - first])
        twin->timeline = {};  // the largest part, and nobody asks for it
      twins_[i] = std::move(facts[i - first]);
    }
    first = after;
  }
}

}  // namespace studies
