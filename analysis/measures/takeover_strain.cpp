#include "analysis/measures/takeover_strain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/measures/losses.hpp"
#include "analysis/measures/part.hpp"
#include "analysis/measures/short_time.hpp"
#include "analysis/statistics/estimate.hpp"

namespace analysis {
namespace {

using results::Facts;
using results::GroupTime;
using results::TimelineCount;

constexpr int week_s = 7 * 86400;
constexpr std::size_t shifts_told = 3;

}  // namespace

TakeoverStrain::TakeoverStrain(const models::World& world, const results::Dimensions& dimensions,
                               std::vector<models::Id<models::Centre>> lost,
                               StrainQuestion question)
    : world_(world),
      dimensions_(dimensions),
      lost_(std::move(lost)),
      question_(question),
      calendar_(world.zone),
      measures_{{"extra_lost_callers", Unit::count}, {"extra_delayed_callers", Unit::count},
                {"answered_again_s", Unit::seconds}, {"detect_s", Unit::seconds},
                {"decide_s", Unit::seconds},         {"switch_s", Unit::seconds}} {
  for (const auto& discipline : world.disciplines)
    if (discipline.modelled)
      measures_.push_back({"short_min." + discipline.id, Unit::minutes});
  measures_.push_back({"occupancy_this_shift", Unit::share});
  measures_.push_back({"occupancy_next_shift", Unit::share});
  measures_.push_back({"occupancy_third_shift", Unit::share});
  measures_.push_back({"hours_over_busy", Unit::count});
  measures_.push_back({"next_shift_enough", Unit::share});
}

/// Centres that answered for another one.
std::vector<std::uint32_t> TakeoverStrain::receivers(const Facts& facts) const {
  constexpr auto counts = results::size_of<TimelineCount>;
  std::vector<std::uint32_t> out;
  for (const auto centre : world_.centres.ids()) {
    bool receives = false;
    for (std::size_t at = centre.index * counts; at < facts.timeline.size();
         at += world_.centres.size() * counts)
      receives |=
          facts.timeline[at + static_cast<std::size_t>(TimelineCount::answered_for_others)] > 0;
    if (receives && std::find(lost_.begin(), lost_.end(), centre) == lost_.end())
      out.push_back(centre.index);
  }
  return out;
}

/// Onset to the moment from which callers of all disciplines of the lost rooms are answered
/// elsewhere; endless when those of one are not. Of the first loss of each room.
double TakeoverStrain::answered_again_s(const Facts& facts) const {
  std::map<std::uint32_t, double> onset_s;  // by centre
  double latest_s = undefined;
  for (const results::Loss& loss : facts.losses) {
    const auto lost =
        std::find(lost_.begin(), lost_.end(), models::Id<models::Centre>{loss.centre});
    if (lost == lost_.end() || !world_.stages[{loss.stage}].caller_on_line)
      continue;
    if (loss.onset_s > onset_s.try_emplace(loss.centre, loss.onset_s).first->second)
      continue;
    latest_s =
        std::fmax(latest_s, is_answered_elsewhere(loss) ? loss.elsewhere_s - loss.onset_s
                                                        : std::numeric_limits<double>::infinity());
  }
  return latest_s;
}

/// Loss to knowing, knowing to ordering, ordering to a partner answering, of the first episode.
std::array<double, 3> TakeoverStrain::first_clocks_s(const Facts& facts) const {
  for (const results::Episode& e : facts.episodes)
    for (const auto centre : lost_)
      if (e.centre == centre.index)
        return {e.detected_s - e.onset_s, e.decided_s - e.detected_s, e.switched_s - e.decided_s};
  return {undefined, undefined, undefined};
}

/// Since the start: the first time that a partner answered; infinite when none did.
double TakeoverStrain::taken_from_s(const Facts& facts) const {
  double first_s = std::numeric_limits<double>::infinity();
  for (const results::Episode& episode : facts.episodes)
    if (std::isfinite(episode.switched_s))
      first_s = std::min(first_s, episode.switched_s);
  return first_s;
}

bool TakeoverStrain::changes_shift(std::uint32_t centre, models::UtcSeconds from,
                                   models::UtcSeconds to) const {
  const int before = calendar_.second_of_week(from), after = calendar_.second_of_week(to);
  const int passed = (after - before + week_s) % week_s;
  for (const models::AgentGroup& group : world_.groups) {
    if (group.centre.index != centre || group.roster.steps.size() < 2)
      continue;
    for (const auto& step : group.roster.steps)
      if (const int ahead = (step.second_of_week - before + week_s) % week_s;
          ahead > 0 && ahead <= passed)
        return true;
  }
  return false;
}

/// The shifts at a receiving room from the takeover to the end of the counted time.
std::vector<TakeoverStrain::Shift> TakeoverStrain::shifts(const Facts& facts, std::uint32_t centre,
                                                          double from_s,
                                                          const scenarios::Window& window) const {
  constexpr auto counts = results::size_of<TimelineCount>;
  const double bin_s = dimensions_.timeline_bin_s;
  const auto bins = std::min(facts.timeline.size() / (world_.centres.size() * counts),
                             static_cast<std::size_t>(window.end_s / bin_s));
  std::vector<Shift> out;
  std::vector<std::size_t> counted;
  auto last = window.start + static_cast<models::UtcSeconds>(from_s);
  for (auto bin = static_cast<std::size_t>(from_s / bin_s) + 1; bin < bins; ++bin) {
    const auto now =
        window.start + static_cast<models::UtcSeconds>(static_cast<double>(bin + 1) * bin_s);
    if (out.empty() || changes_shift(centre, last, now - 1)) {
      out.push_back({});
      counted.push_back(0);
    }
    last = now - 1;
    const auto count = [&](TimelineCount what) {
      return facts.timeline[(bin * world_.centres.size() + centre) * counts +
                            static_cast<std::size_t>(what)];
    };
    const double on_duty = count(TimelineCount::on_duty);
    if (on_duty <= 0)
      continue;
    const double busy = count(TimelineCount::talking) / on_duty;
    out.back().occupancy += busy;
    out.back().over_h += busy > question_.most_busy ? bin_s / 3600 : 0;
    ++counted.back();
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i].occupancy =
        counted[i] > 0 ? out[i].occupancy / static_cast<double>(counted[i]) : undefined;
  return out;
}

/// Of the busiest receiving room, shift by shift.
void TakeoverStrain::add_strain(const Facts& facts, const scenarios::Window& window,
                                std::vector<double>& values) const {
  std::array<double, shifts_told> occupancy;
  occupancy.fill(undefined);
  double over_h = undefined;
  const double from_s = taken_from_s(facts);
  if (std::isfinite(from_s))
    for (const auto centre : receivers(facts)) {
      double over_here_h = 0;
      const auto here = shifts(facts, centre, from_s, window);
      for (std::size_t i = 0; i < here.size(); ++i) {
        over_here_h += here[i].over_h;
        if (i < shifts_told)
          occupancy[i] = std::fmax(occupancy[i], here[i].occupancy);
      }
      over_h = std::fmax(over_h, over_here_h);
    }
  values.insert(values.end(), occupancy.begin(), occupancy.end());
  values.push_back(over_h);
  values.push_back(std::isnan(occupancy[1]) ? undefined
                                            : (occupancy[1] <= question_.most_busy ? 1 : 0));
}

namespace {

template <class Callers>
double more_than_twin(const Callers& callers, const results::Dimensions& dimensions,
                      const Facts& disturbed, const Facts& twin) {
  const Part all = whole_world(dimensions);
  return callers({dimensions, all, disturbed}) - callers({dimensions, all, twin});
}

}  // namespace

double extra_lost_callers(const results::Dimensions& dimensions, const Facts& disturbed,
                          const Facts& twin) {
  return more_than_twin(value_of("lost_callers"), dimensions, disturbed, twin);
}

TakeoverStrain::Values TakeoverStrain::of(const Facts& disturbed, const Facts& twin,
                                          const scenarios::Window& window) const {
  Values out;
  for (const auto callers : {value_of("lost_callers"), value_of("delayed_callers")})
    out.measures.push_back(more_than_twin(callers, dimensions_, disturbed, twin));
  out.measures.push_back(answered_again_s(disturbed));
  for (const double clock_s : first_clocks_s(disturbed))
    out.measures.push_back(clock_s);
  out.short_min_of_group.assign(world_.groups.size(), 0);
  const auto receiving = receivers(disturbed);
  for (const auto group : world_.groups.ids())
    if (std::find(receiving.begin(), receiving.end(), world_.groups[group].centre.index) !=
        receiving.end())
      out.short_min_of_group[group.index] =
          group_short_min(disturbed, group.index) - group_short_min(twin, group.index);
  for (const auto discipline : world_.disciplines.ids()) {
    if (!world_.disciplines[discipline].modelled)
      continue;
    double sum = 0;
    for (const auto group : world_.groups.ids()) {
      const auto& served = world_.roles[world_.groups[group].role].disciplines;
      if (std::find(served.begin(), served.end(), discipline) != served.end())
        sum += out.short_min_of_group[group.index];
    }
    out.measures.push_back(sum);
  }
  add_strain(disturbed, window, out.measures);
  return out;
}

}  // namespace analysis
