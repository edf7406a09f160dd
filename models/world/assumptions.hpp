#pragma once

#include <string>
#include <vector>

#include "models/text/reading.hpp"
#include "models/world/parameter.hpp"
#include "models/world/read_world.hpp"

namespace models {

/// How one assumption moves the numbers that stand on it.
enum class Spread {
  own_ranges,  ///< each over the range that it declares
  factor,      ///< all by one factor; of a share its odds, p / (1 - p); counts are rounded
  power        ///< all to one power: a profile around 1 becomes flatter or steeper
};

/// One assumption behind many numbers, as a section `assumptions` declares it. `*` in a pattern
/// stands for any text. Numbers that were measured, reported or confirmed move over a range of
/// their own only.
struct AssumptionGroup {
  std::string id, name, source, note;
  std::vector<std::string> of;  ///< patterns of addresses: the numbers that it moves
  /// Those that give what `of` takes, so that all of them add up to the same as before.
  std::vector<std::string> balance;
  std::vector<std::string> covers;  ///< those that a number of `of` is a factor on
  Spread spread = Spread::own_ranges;
  double low = 1, high = 1;  ///< of the factor or power, both above 0
  Mark mark;
};

/// The section of a world, an overlay, a catalogue or a scenario. Records no parameters.
std::vector<AssumptionGroup> read_assumptions(const Place& section);

/// The same of the files that were read, in their order; of two with one id the later one holds.
/// Nothing is wrong with the sections, for the reader of each file has judged them.
std::vector<AssumptionGroup> assumption_groups(const std::vector<InputFile>& inputs);

/// One number of an assumption, and how it gets from u to a value.
struct MovedNumber {
  enum class How { range, with_leader, factor, power, balance };

  Parameter number;
  How how = How::range;
  double low = 0, high = 0;  ///< of the range in SI, the factor or the power
  std::size_t leader = 0;    ///< `with_leader`: whose ratio to its base it keeps
};

/// What one uniform number moves: a group, or a number with a range that is in no group.
struct Assumption {
  std::string id;            ///< of the group, or the address of the number
  std::string name, reason;  ///< the group's, or the address and the note of the number
  std::vector<MovedNumber> numbers;

  /// Somebody stands behind each of its numbers.
  bool confirmed() const;
};

/// All that can be moved: groups in their order, then single numbers in theirs. A number belongs to
/// the first group that names it. The times of a distribution keep their ratio to the one that
/// declares a range, and all of them to their mean when the distribution does. T_lost is left out:
/// it is part of the question.
std::vector<Assumption> assumptions_of(const std::vector<AssumptionGroup>& groups,
                                       const std::vector<Parameter>& parameters);

/// Settings that put its numbers where `u` in [0, 1] has them: 0 at the low ends, 1 at the high
/// ones; uniform over a range, log-uniform over a factor or power.
std::vector<Setting> moved(const Assumption& assumption, double u);

/// Nobody knows better: its kind is `assumed`, or it has none. A date needs no kind.
bool is_assumed(const Parameter& parameter);

/// Assumed numbers that no assumption moves or covers. True, 0, and a share of 1 are choices, which
/// have no range.
std::vector<Parameter> without_range(const std::vector<AssumptionGroup>& groups,
                                     const std::vector<Parameter>& parameters);

/// A pattern that names no number.
struct IdlePattern {
  std::string pattern;
  Warning warning;
};
std::vector<IdlePattern> idle_patterns(const std::vector<AssumptionGroup>& groups,
                                       const std::vector<Parameter>& parameters);

}  // namespace models
