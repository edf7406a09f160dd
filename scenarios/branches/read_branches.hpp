#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "scenarios/branches/branch.hpp"
#include "scenarios/moments.hpp"

namespace scenarios {

/// Adds the options of a section `branches:`. What people cannot change at that moment is a
/// problem. When the clock is drawn, moments are from the onset or from detection.
void read_branches(const models::Place& section, const models::Draft& draft, const Clock& clock,
                   std::vector<Branch>& all);

/// The address is of something that people can change while it happens: rosters, call-in, the
/// takeover plan, and how long they take to decide, to move and to return.
bool is_act(const std::string& address);

/// The settings of an option and of those that it goes on from, the earliest first.
std::vector<models::Setting> settings_until(const std::vector<Branch>& branches,
                                            std::size_t branch);

/// The world that each option leaves behind; none when it changes no setting. `read_again` reads
/// the world once more, with these settings too. Throws models::InvalidInput with all that is wrong
/// with them: rosters of people who are not there without the option among it.
using ReadAgain = std::function<models::World(const std::vector<models::Setting>&)>;
std::vector<std::shared_ptr<const models::World>> decided_worlds(
    const std::vector<Branch>& branches, const models::World& world, const ReadAgain& read_again);

}  // namespace scenarios
