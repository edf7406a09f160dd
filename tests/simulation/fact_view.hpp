#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "results/observations.hpp"

/// Sums over the flat arrays of facts.
namespace fact_sums {

using results::CallClass;
using results::CallerCount;
using results::GroupCount;
using results::size_of;
using results::TimelineCount;

inline std::uint64_t person(const results::Facts& facts, std::size_t cell, CallerCount what) {
  return facts.callers[cell * size_of<CallerCount> + static_cast<std::size_t>(what)];
}

inline std::uint64_t persons(const results::Facts& facts, CallerCount what) {
  std::uint64_t sum = 0;
  for (std::size_t cell = 0; cell < facts.callers.size() / size_of<CallerCount>; ++cell)
    sum += person(facts, cell, what);
  return sum;
}

inline std::uint64_t calls(const results::Facts& facts, std::size_t group, CallClass call_class,
                           GroupCount what) {
  return facts.groups[(group * size_of<CallClass> + static_cast<std::size_t>(call_class)) *
                          size_of<GroupCount> +
                      static_cast<std::size_t>(what)];
}

inline std::size_t events(const results::Facts& facts, results::CourseKind kind) {
  return static_cast<std::size_t>(
      std::ranges::count(facts.course, kind, &results::CourseEvent::kind));
}

template <class Counts>
std::uint64_t total(const Counts& counts) {
  std::uint64_t sum = 0;
  for (const auto count : counts)
    sum += count;
  return sum;
}

/// Row `row` of an array with rows of `width`.
inline std::vector<std::uint32_t> row_of(const results::CountList& array, std::size_t row,
                                         std::size_t width) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < width; ++i)
    out.push_back(array.at(row * width + i));
  return out;
}

/// Of one centre over all bins.
inline std::uint64_t over_time(const results::Facts& facts, std::size_t centres, std::size_t centre,
                               TimelineCount what) {
  constexpr auto width = size_of<TimelineCount>;
  std::uint64_t sum = 0;
  for (std::size_t at = centre * width + static_cast<std::size_t>(what); at < facts.timeline.size();
       at += centres * width)
    sum += facts.timeline[at];
  return sum;
}

/// Notes when the two sides differ.
inline void same(std::vector<std::string>& misses, const std::string& what, std::uint64_t left,
                 std::uint64_t right) {
  if (left != right)
    misses.push_back(fmt::format("{}: {} is not {}", what, left, right));
}

inline void at_most(std::vector<std::string>& misses, const std::string& what, double left,
                    double right) {
  if (!(left <= right))
    misses.push_back(fmt::format("{}: {} is more than {}", what, left, right));
}

}  // namespace fact_sums
