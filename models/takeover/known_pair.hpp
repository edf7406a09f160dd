#pragma once

#include <optional>
#include <vector>

#include "models/world/world.hpp"

/// Who could take over from whom, whatever the plan in force says.
namespace models {

/// The centres whose work others take over.
std::vector<Id<Centre>> centres_taken_over(const World& world);

/// What the world says of this pair: it has rehearsed when any plan says so; it is authorised as in
/// the plan in force, else as in the first plan that names the pair, else for all disciplines. Its
/// share is 1.
Partner known_pair(const World& world, Id<Centre> home, Id<Centre> partner);

/// Great-circle distance between their cities, km (haversine formula, mean radius of the earth).
double distance_km(const Centre& one, const Centre& other);

/// As `known_pair`, those that may and can do some of the work of `home`: they have people of a
/// role for it, the authority and a triage system. `within_km`: none farther away.
std::vector<Partner> possible_partners(const World& world, Id<Centre> home,
                                       std::optional<double> within_km = {});

/// Whether all of them may and can do all of the work of `home`, so that who comes behind one that
/// takes everything is never asked as long as that one stands.
bool can_all_do_all(const World& world, Id<Centre> home, const std::vector<Partner>& partners);

}  // namespace models
