#include "sim/calls/fact_shape.hpp"

#include <cmath>
#include <set>

#include "models/text/read_values.hpp"

namespace sim {

using namespace results;

TimelineShape timeline_shape(const scenarios::Window& window) {
  const double horizon_s = window.end_s + window.drain_s;
  const double by_length_s = horizon_s > 60 * models::day_s   ? models::day_s
                             : horizon_s > 14 * models::day_s ? models::hour_s
                                                              : 300;
  const double bin_s = window.timeline_bin_s.value_or(by_length_s);
  return {static_cast<std::size_t>(std::ceil(horizon_s / bin_s)), bin_s};
}

std::vector<Dimensions::Place> places_of(const models::World& world) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& group : world.groups)
    pairs.insert({group.stage.index, group.centre.index});
  std::vector<Dimensions::Place> places;
  for (const auto& [stage, centre] : pairs)
    places.push_back({stage, centre});
  return places;
}

Facts empty_facts(const models::World& world, const scenarios::Window& window) {
  const auto regions = world.regions.size(), disciplines = world.disciplines.size(),
             centres = world.centres.size(), groups = world.groups.size();
  Facts facts;
  facts.callers.resize(regions * disciplines * size_of<CallerCount>);
  facts.kinds.resize(world.kinds.size() * size_of<KindCount>);
  facts.other_work.resize(world.demand.other_work.size() * size_of<WorkCount>);
  facts.contacts.resize(centres * regions * disciplines);
  facts.contact_time.resize(regions * disciplines * contact_bins::count);
  facts.groups.resize(groups * size_of<CallClass> * size_of<GroupCount>);
  facts.group_times.resize(groups * size_of<GroupTime>);
  facts.waits.resize(places_of(world).size() * time_bins::count);
  facts.answer_delay.resize(disciplines * (time_bins::count + 1));
  facts.dispatch_delay.resize(disciplines * time_bins::count);
  facts.timeline.resize(timeline_shape(window).bins * centres * size_of<TimelineCount>);
  for (auto* seconds : {&facts.unreachable_112_s, &facts.dispatch_impossible_s, &facts.degraded_s})
    seconds->resize(regions * disciplines);
  return facts;
}

}  // namespace sim
