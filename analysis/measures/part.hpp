#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "results/study.hpp"

namespace analysis {

/// The rows of a replication's facts that belong to a part of the world: to a centre, a
/// discipline, a region, a stage, or to all of it.
struct Part {
  std::vector<std::uint32_t> regions, disciplines, centres;  ///< whose callers
  /// [region][discipline] 0: these callers are not of it; empty: all of its regions and
  /// disciplines.
  std::vector<std::uint32_t> touched;
  std::vector<std::uint32_t> groups;  ///< the desks where its calls are first answered
  std::vector<std::uint32_t> places;  ///< the queues before those desks
  /// Its desks at the first stage that several centres share: where one answers for another.
  /// Later stages would count the same call again.
  std::vector<std::uint32_t> shared_groups;
  std::uint32_t flow = 0;  ///< the kind of callers, or the flow of other work; for its own measures
};

Part whole_world(const results::Dimensions& dimensions);
/// Of all centres.
bool is_whole(const Part& part, const results::Dimensions& dimensions);
/// Callers of the regions that the centre answers for: a national centre has none of its own. Its
/// desks are those of the first stage that it works at.
Part part_of_centre(const results::Dimensions& dimensions, std::uint32_t centre);
Part part_of_discipline(const results::Dimensions& dimensions, std::uint32_t discipline);
Part part_of_region(const results::Dimensions& dimensions, std::uint32_t region);
Part part_of_stage(const results::Dimensions& dimensions, std::uint32_t stage);
/// Regions and disciplines whose way an effect touched in a replication; all of them when it does
/// not say.
Part part_touched(const results::Dimensions& dimensions, const results::Paired& paired);
/// A kind of callers, or a flow of other work: only for the measures of those.
Part part_of_flow(const results::Dimensions& dimensions, std::uint32_t flow);

enum class Side { here, twin };

/// A part of one world of one replication: what a measure is taken from.
struct View {
  const results::Dimensions& dimensions;
  const Part& part;
  const results::Facts& facts;
  const results::Paired* paired = nullptr;  ///< none without a twin
  Side side = Side::here;

  double callers(results::CallerCount count) const;
  double kind(results::KindCount count) const;
  double other_work(results::WorkCount count) const;
  /// Calls whose first attempt lies in the window, at the part's first desks.
  double calls(results::GroupCount count) const;
  double calls_taken_over() const;
  double group_time(results::GroupTime time) const;
  double longest_wait_s() const;
  /// Of a [region][discipline] array: weighted by the people of the regions, each modelled
  /// discipline alike, so that a second of everything is 1. NaN in a file that has none.
  double national_s(const std::vector<double>& seconds) const;
  std::vector<std::uint64_t> waits() const;
  // With one more bin for those who were never answered, or alerted: of the callers whom the
  // pairing has looked at, of all of the window without one.
  std::vector<std::uint64_t> answer_delays() const;
  std::vector<std::uint64_t> dispatch_delays() const;
  /// Sum of a [region][discipline] array of the paired comparison.
  double paired_callers(const results::CountList& array) const;
  /// Sum over the places of [region][discipline] arrays that belong to the part.
  template <class Of>
  double sum_of_cells(Of of) const {
    double sum = 0;
    for (const std::uint32_t region : part.regions)
      for (const std::uint32_t discipline : part.disciplines) {
        const std::size_t cell = region * dimensions.disciplines.size() + discipline;
        if (part.touched.empty() || part.touched[cell] != 0)
          sum += of(cell);
      }
    return sum;
  }
};

/// Value below which a share p lies, when the last bin counts those that never happened; NaN when
/// there are none, infinite when the share falls in that bin.
double quantile_with_never_s(std::span<const std::uint64_t> counts, double p);

}  // namespace analysis
