#pragma once

#include <span>
#include <string_view>

#include "analysis/measures/part.hpp"

namespace analysis {

enum class Unit { count, seconds, minutes, share };

/// A number that each replication has for a part of its world. NaN: it does not exist (a share of
/// nothing); infinite: it never came to that.
struct Measure {
  std::string_view name;
  Unit unit;
  double (*value)(const View&);
};

/// Measures of the whole world: every NAME of the `uitwijk/run/2` schema.
std::span<const Measure> world_measures();
/// Of the callers of a discipline, wherever they live.
std::span<const Measure> discipline_measures();
/// Of the callers of a region, and of those of a centre's regions.
std::span<const Measure> region_measures();
/// Of a centre: its regions' callers, then the calls at its own desks.
std::span<const Measure> centre_measures();
/// Of the calls at all desks of a stage.
std::span<const Measure> stage_measures();
/// Of the callers of a kind, and of the jobs of a flow of other work.
std::span<const Measure> kind_measures();
std::span<const Measure> other_work_measures();

}  // namespace analysis
