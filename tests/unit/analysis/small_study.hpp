#pragma once

#include <algorithm>

#include "results/observations.hpp"

namespace analysis_test {

using results::CallerCount;
using results::GroupCount;
using results::GroupTime;
using results::Observations;
using results::Study;

/// Two regions, two meldkamers and a national first answer; a discipline that is not modelled.
/// Groups: hub.centralist (stage 0), north.politie (1), south.politie (1).
inline Study small_study() {
  Study study;
  study.dimensions.regions = {"north", "south"};
  study.dimensions.disciplines = {"politie", "kmar"};
  study.dimensions.centres = {"hub", "north_room", "south_room"};
  study.dimensions.stages = {"first_answer", "aanname"};
  study.dimensions.groups = {"hub.centralist", "north_room.politie", "south_room.politie"};
  study.dimensions.places = {{0, 0}, {1, 1}, {1, 2}};
  study.dimensions.region_centre = {1, 2};
  study.dimensions.region_share = {0.25, 0.75};
  study.dimensions.group_stage = {0, 1, 1};
  study.dimensions.group_centre = {0, 1, 2};
  study.dimensions.discipline_modelled = {1, 0};
  return study;
}

inline results::Facts empty_facts(const results::Dimensions& d) {
  results::Facts facts;
  const std::size_t regions = d.regions.size(), disciplines = d.disciplines.size();
  facts.callers.resize(regions * disciplines * results::size_of<CallerCount>);
  facts.groups.resize(d.groups.size() * results::size_of<results::CallClass> *
                      results::size_of<GroupCount>);
  facts.group_times.resize(d.groups.size() * results::size_of<GroupTime>);
  facts.waits.resize(d.places.size() * results::time_bins::count);
  facts.answer_delay.resize(disciplines * (results::time_bins::count + 1));
  facts.dispatch_delay.resize(disciplines * results::time_bins::count);
  for (auto* seconds : {&facts.unreachable_112_s, &facts.dispatch_impossible_s, &facts.degraded_s})
    seconds->resize(regions * disciplines);
  return facts;
}

inline std::uint32_t& callers(results::Facts& facts, std::size_t region, CallerCount count) {
  return facts.callers[region * 2 * results::size_of<CallerCount> + std::size_t(count)];
}

inline std::uint32_t& calls(results::Facts& facts, std::size_t group, GroupCount count,
                            results::CallClass of = results::CallClass::measured) {
  constexpr std::size_t classes = results::size_of<results::CallClass>;
  return facts.groups[(group * classes + std::size_t(of)) * results::size_of<GroupCount> +
                      std::size_t(count)];
}

inline double& times(results::Facts& facts, std::size_t group, GroupTime time) {
  return facts.group_times[group * results::size_of<GroupTime> + std::size_t(time)];
}

inline void add_wait(results::Facts& facts, std::size_t place, std::size_t group, double wait_s,
                     std::uint32_t times_over) {
  facts.waits[place * results::time_bins::count + results::time_bins::bin_of(wait_s)] += times_over;
  times(facts, group, GroupTime::wait_sum_s) += wait_s * times_over;
  times(facts, group, GroupTime::wait_max_s) =
      std::max(times(facts, group, GroupTime::wait_max_s), wait_s);
}

inline void add_replication(Study& study, std::uint32_t lost_north, std::uint32_t lost_twin) {
  Observations o;
  o.replication = study.replications.size();
  o.world = empty_facts(study.dimensions);
  o.twin = empty_facts(study.dimensions);
  callers(o.world, 0, CallerCount::lost) = lost_north;
  callers(*o.twin, 0, CallerCount::lost) = lost_twin;
  results::Paired& paired = o.paired.emplace();
  paired.newly_lost = {lost_north, 0, 0, 0};
  paired.newly_saved = {0, 0, 0, 0};
  paired.late = {3, 0, 1, 0};
  paired.late_help = {2, 0, 0, 0};
  paired.touched = {1, 0, 0, 0};
  paired.recover_centre_s = {600, 900, 0};
  paired.newly_unreached = lost_north;
  paired.recover_s = 900;
  paired.recover_nation_s = 600;
  study.replications.push_back(std::move(o));
}

}  // namespace analysis_test
