#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace analysis {

/// The texts of the inputs that results were made from, by name.
using InputTexts = std::map<std::string, std::string>;

/// What stands at an address of an input; the source and the kind may be those of the part around
/// it.
struct Said {
  std::string value, source, kind;
  bool operator==(const Said&) const = default;
};

/// An address at which the inputs of two sets of results differ; none: only the other has it.
struct NumberChange {
  std::string input, address;  ///< input: of the later set when both have it
  std::optional<Said> before, after;
};

/// By input and address. An input of the same name in another folder is the same input when there
/// is no other of that name. Inputs that are no YAML (rosters in CSV) are left out; what a campaign
/// sets for all rows (`set`) has the addresses that it sets.
std::vector<NumberChange> changed_numbers(const InputTexts& before, const InputTexts& after);

}  // namespace analysis
