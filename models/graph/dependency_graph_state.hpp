#pragma once

#include <cstdint>
#include <vector>

#include "models/world/world.hpp"

/// What still works when components are lost, without time and chance: the same rule as the
/// simulator's (greatest fixed point of the needs).
namespace models {

/// Those standbys that need time to start: not yet there, or all started.
enum class ColdStandbys { off, running };

using Working = Table<Component, std::uint8_t>;

/// A standby counts as there whether its primary works or not, so what works only shrinks when
/// more is lost; an expression `any: [primary, standby]` is then judged as the simulator does.
Working what_works(const World& world, const std::vector<Id<Component>>& lost,
                   ColdStandbys standbys);

bool met(const Needs& needs, const Working& working);

/// Places in `world.functions_at` whose needs are not met, ascending.
std::vector<std::size_t> functions_lost(const World& world, const Working& working);

/// Components that the needs reach, directly or by others and standbys not counted, ascending.
std::vector<Id<Component>> reached_by(const World& world, const Needs& needs);

}  // namespace models
