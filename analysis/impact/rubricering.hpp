#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace analysis {

/// What stands in for a rubricering that nobody has given.
inline constexpr std::string_view no_rubricering =
    "Rubricering niet vastgesteld: behandelen als vertrouwelijk";

/// The highest wins: public, then confidential (also what nobody has marked), staatsgeheim
/// confidentieel, geheim, zeer geheim. Those of one height are joined, and a marking that is none
/// of these stands beside them: nobody can say that it asks less.
std::string highest_rubricering(const std::vector<std::string>& all);
/// The same of those that say something: what nobody has marked is as the others beside it.
std::string highest_given_rubricering(std::vector<std::string> all);

}  // namespace analysis
