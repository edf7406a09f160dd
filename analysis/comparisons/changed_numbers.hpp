#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace analysis {

/// The texts of the inputs that results were made from, by name; the rows of one name may have had
/// several.
using InputTexts = std::map<std::string, std::set<std::string>>;

/// Names of two sets of inputs that are the same input: of one name; or of one file name in other
/// folders, when each set has one such name that the other has not.
std::map<std::string, std::string> same_inputs(const std::set<std::string>& before,
                                               const std::set<std::string>& after);

/// What stands at an address of an input; the source and the kind may be those of the part around
/// it. Where texts of one input say different things, all of them, joined by " | ".
struct Said {
  std::string value, source, kind;
  auto operator<=>(const Said&) const = default;
};

/// An address at which the inputs of two sets of results differ; none: only the other has it.
struct NumberChange {
  std::string input, address;  ///< input: of the later set when both have it
  std::optional<Said> before, after;
};

/// By input and address, of inputs that are the same. Inputs that are no YAML (rosters in CSV) are
/// left out; what a campaign sets for all rows (`set`) has the addresses that it sets.
std::vector<NumberChange> changed_numbers(const InputTexts& before, const InputTexts& after);

}  // namespace analysis
