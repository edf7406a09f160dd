#pragma once

#include <cstddef>

#include "results/study.hpp"

namespace analysis {

/// Minutes in which somebody waited for the group and nobody of it was free.
inline double group_short_min(const results::Facts& facts, std::size_t group) {
  return facts.group_times[group * results::size_of<results::GroupTime> +
                           static_cast<std::size_t>(results::GroupTime::short_s)] /
         60;
}

}  // namespace analysis
