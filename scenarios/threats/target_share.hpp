#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/world/world.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace scenarios {

/// The meldkamers that answer for a region: those that `random:K` draws from.
std::vector<std::string> meldkamers_of(const models::World& world);

/// The targets that a threat's national frequency is divided over, each as often: every one of
/// `meldkamers` when the catalogue draws one of them, else the catalogue's own target alone.
/// Several at once (`random:4`) are one target: no part of it is a loss of one meldkamer.
std::vector<std::string> targets_of(const CatalogueThreat& threat,
                                    const std::vector<std::string>& meldkamers);

/// Share of the nation's frequency that falls on the target: all of it on the catalogue's own, an
/// equal part on each of `targets_of`. None: nobody can say.
std::optional<double> target_share(const AimedThreat& aimed,
                                   const std::vector<std::string>& meldkamers);

}  // namespace scenarios
