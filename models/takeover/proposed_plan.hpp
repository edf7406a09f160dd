#pragma once

#include <string>

#include "models/takeover/takeover_capacity.hpp"

/// A takeover plan that follows from the rosters: whoever has the most room takes the most.
namespace models {

/// For every centre whose work is done elsewhere too. What one other centre could carry alone is a
/// maximum flow (takeover_capacity); the least share of any stage and discipline, in the worst hour
/// of the week, is what it can take. Work is divided in proportion to that, in whole per cent, and
/// nobody is asked for less than 5 %. Who has rehearsed in any plan comes first, then the largest.
/// No pair is marked as rehearsed: `takeover.rehearsed` does that in every plan. Authority is as in
/// the plans of the world (known_pair).
PartnersOfAll plan_by_maximum_flow(const World& world, const OfferedLoad& load);

/// The plan as an overlay, one line for each centre, `kind: derived`. Shares have four digits.
std::string plan_as_yaml(const World& world, const TakeoverPlan& plan,
                         const std::string& source = "uitwijk plan --propose");

}  // namespace models
