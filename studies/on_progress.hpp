#pragma once

#include <cstdint>
#include <functional>

namespace studies {

/// Steps that are done. A number of them stands for it where nothing more is known.
struct Done {
  std::uint64_t steps = 0;
  double under_way = 0;  ///< steps, of those that have begun

  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  Done(std::uint64_t all, double begun = 0) : steps(all), under_way(begun) {}
  Done after(std::uint64_t before) const { return {before + steps, under_way}; }
};

/// Told how far a study is, in steps that all cost about the same; returns whether to go on.
using OnProgress = std::function<bool(Done done, std::uint64_t total)>;

}  // namespace studies
