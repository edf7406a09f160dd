#pragma once

#include <string>
#include <vector>

#include "models/chance/random_stream.hpp"
#include "models/world/draft.hpp"

namespace scenarios {

using Centres = std::vector<models::Id<models::Centre>>;

/// Who draws: everything below is a function of (key, threat, meldkamer), so that K + 1 keeps the K
/// and two effects of one threat hit the same meldkamers.
struct Lottery {
  const models::Draft& draft;
  models::ReplicationKey key;
  std::string threat;
};

/// K of these meldkamers, each as likely.
Centres by_lot(const Lottery& lottery, const Centres& of, std::size_t count);

/// Each of these meldkamers with that probability; `correlation` is that of the one factor (normal)
/// which all have in common: 0 is each for itself, 1 all or none.
Centres each_by_chance(const Lottery& lottery, const Centres& of, double probability,
                       double correlation);

/// These, and behind each the first takeover partner that it has.
Centres with_partners(const models::World& world, const Centres& centres);

/// Meldkamers that answer for a region.
Centres centres_with_regions(const models::World& world);

/// Uniform again: Phi(sqrt(r) z + sqrt(1 - r) e) of a common and an own uniform, the one-factor
/// Gaussian copula.
double correlated_uniform(double common, double own, double correlation);

/// Where an effect says `at: {random: K, of: [..]|all, partners: true}` or `at: {each: P, of: ..,
/// correlation: R}` there stand the names that were drawn.
models::Node with_places_drawn(const models::Place& effect, const Lottery& lottery);
/// The meldkamers of such a map.
Centres draw_places(const models::Place& place, const Lottery& lottery);
/// Somewhere an `at` is to be drawn.
bool draws_places(const models::Node& node);

}  // namespace scenarios
