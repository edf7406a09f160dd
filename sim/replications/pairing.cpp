#include "sim/replications/pairing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/calls/fact_shape.hpp"

namespace sim {

namespace {

/// From the first effect's begin to the last one's end or the last component's return; an effect
/// that does not end is at work to the end of the window.
Disturbed disturbed_time(const results::Facts& facts, const scenarios::Window& window) {
  Disturbed time{std::numeric_limits<double>::infinity(), 0};
  int at_work = 0;
  for (const auto& event : facts.course) {
    if (event.kind == results::CourseKind::effect_begins) {
      time.from_s = std::min(time.from_s, event.t_s);
      ++at_work;
    }
    if (event.kind == results::CourseKind::effect_ends) {
      time.until_s = std::max(time.until_s, event.t_s);
      --at_work;
    }
  }
  if (at_work > 0)
    time.until_s = std::max(time.until_s, window.end_s);
  for (const auto& outage : facts.outages)
    time.until_s = std::max(time.until_s, outage.to_s);
  return time;
}

/// Centres whose callers were hit: those with a takeover, all of them when there was none or when a
/// centre without regions of its own (the national first answer) was lost.
std::vector<std::size_t> hit_centres(const results::Facts& facts, const models::World& world) {
  std::vector<std::size_t> hit;
  bool all = facts.episodes.empty();
  for (const auto& episode : facts.episodes) {
    hit.push_back(episode.centre);
    all |= std::none_of(world.regions.begin(), world.regions.end(),
                        [&](const auto& region) { return region.centre.index == episode.centre; });
  }
  if (all) {
    hit.resize(world.centres.size());
    std::iota(hit.begin(), hit.end(), std::size_t{0});
  }
  return hit;
}

/// Callers of these centres' regions answered by the right discipline, per timeline bin.
std::vector<double> answered_by_bin(const results::Facts& facts, std::size_t centres,
                                    const std::vector<std::size_t>& which) {
  constexpr auto counts = results::size_of<results::TimelineCount>;
  std::vector<double> answered(facts.timeline.size() / (centres * counts));
  for (std::size_t bin = 0; bin < answered.size(); ++bin)
    for (const auto centre : which)
      answered[bin] +=
          facts.timeline[(bin * centres + centre) * counts +
                         static_cast<std::size_t>(results::TimelineCount::answered_of_regions)];
  return answered;
}

}  // namespace

double recover_s(const std::vector<double>& here, const std::vector<double>& there,
                 const Disturbed& disturbed, double bin_s) {
  if (!std::isfinite(disturbed.from_s))  // a year in which nothing struck
    return 0;
  const auto width = static_cast<std::size_t>(std::max(1.0, std::round(900 / bin_s)));
  const auto first = static_cast<std::size_t>(disturbed.from_s / bin_s);
  std::size_t back = first;  // the first window that is served after the last one that was not
  bool fell = false;
  for (std::size_t bin = first; bin + width <= here.size(); ++bin) {
    const bool over = static_cast<double>(bin) * bin_s >= disturbed.until_s;
    if (over && back != bin)
      break;
    double sum_here = 0, sum_there = 0;
    for (std::size_t i = bin; i < bin + width; ++i) {
      sum_here += here[i];
      sum_there += there[i];
    }
    // The backlog fills the quarter in which it is answered: service is not back in a bin of which
    // it served less, whatever follows.
    const bool still_down = fell && back == bin && here[bin] < 0.9 * there[bin];
    if (sum_here < 0.9 * sum_there || still_down) {
      back = bin + 1;
      fell = true;
    }
  }
  if (!fell)
    return 0;
  return back + width > here.size() ? results::never
                                    : static_cast<double>(back) * bin_s - disturbed.from_s;
}

std::vector<std::uint32_t> late(const PairedFates& disturbed, const PairedFates& twin,
                                std::size_t cells, double bound_s) {
  constexpr auto both = PairedFates::done | PairedFates::genuine;
  std::vector<std::uint32_t> out(cells);
  for (std::size_t i = 0; i < disturbed.fate.size(); ++i) {
    const auto here = disturbed.fate[i], there = twin.fate[i];
    const bool counts = (here & there & both) == both && !(here & PairedFates::stayed_away);
    // Never in both worlds: infinite less infinite is no more than any bound.
    if (counts && disturbed.delay_s[i] - twin.delay_s[i] > bound_s)
      ++out[disturbed.cell[i]];
  }
  return out;
}

results::Paired pair(const results::Facts& disturbed, const results::Facts& twin,
                     const PairedFates& disturbed_fates, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, const models::World& world) {
  constexpr auto counts = results::size_of<results::CallerCount>;
  const std::size_t cells = disturbed.callers.size() / counts;
  results::Paired paired;
  paired.newly_saved.resize(cells);
  paired.newly_lost.resize(cells);
  for (std::size_t cell = 0; cell < cells; ++cell)
    paired.newly_lost[cell] =
        disturbed.callers[cell * counts + static_cast<std::size_t>(results::CallerCount::lost)];
  // Of those who are lost, take away the ones whom the twin lost too: what stays was lost because
  // of the threats, the callers of a surge among them.
  for (std::size_t i = 0; i < disturbed_fates.fate.size(); ++i) {
    const auto here = disturbed_fates.fate[i], there = twin_fates.fate[i];
    const bool lost_here = here & PairedFates::lost, lost_there = there & PairedFates::lost;
    if (lost_here && lost_there)
      --paired.newly_lost[disturbed_fates.cell[i]];
    if (lost_there && !lost_here)
      ++paired.newly_saved[twin_fates.cell[i]];
    paired.newly_unreached += (here & PairedFates::unreached) && !(there & PairedFates::unreached);
  }
  paired.late = late(disturbed_fates, twin_fates, cells, world.delayed_after_s);
  const auto centres = world.centres.size();
  const auto which = hit_centres(disturbed, world);
  const Disturbed time = disturbed_time(disturbed, scenario.window);
  if (std::isfinite(time.from_s))
    paired.onset_s = time.from_s;
  paired.recover_s =
      recover_s(answered_by_bin(disturbed, centres, which), answered_by_bin(twin, centres, which),
                time, timeline_shape(scenario.window).bin_s);
  return paired;
}

}  // namespace sim
