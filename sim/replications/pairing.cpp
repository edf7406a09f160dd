#include "sim/replications/pairing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scenarios/effects/touched.hpp"
#include "sim/replications/recovery.hpp"

namespace sim {

namespace {

constexpr double in_time_s = 60;         ///< later than in the twin is still in time
constexpr double late_help_s = 300;      ///< later than in the twin is late
constexpr double looked_after_s = 3600;  ///< the last effect has ended

/// When the threats were at work, in seconds since start.
struct Disturbed {
  double from_s, until_s;
};

/// By effect: of a background, which both worlds have, or of a decision.
std::vector<bool> effects_of_no_threat(const scenarios::Scenario& scenario) {
  std::vector<bool> out;
  for (const auto& threat : scenario.threats)
    out.insert(out.end(), threat.effects.size(), threat.background || threat.decision);
  return out;
}

/// From the first effect's begin to the last one's end or the last component's return; an effect
/// that does not end is at work to the end of the window. Those of a background or a decision do
/// not count, nor do outages that the twin has too.
Disturbed disturbed_time(const results::Facts& facts, const results::Facts& twin,
                         const scenarios::Scenario& scenario) {
  Disturbed time{std::numeric_limits<double>::infinity(), 0};
  int at_work = 0;
  const std::vector<bool> of_no_threat = effects_of_no_threat(scenario);
  for (const auto& event : facts.course) {
    if (event.subject < of_no_threat.size() && of_no_threat[event.subject])
      continue;
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
    time.until_s = std::max(time.until_s, scenario.window.end_s);
  for (const auto& outage : facts.outages)
    if (std::ranges::find(twin.outages, outage) == twin.outages.end())
      time.until_s = std::max(time.until_s, outage.to_s);
  return time;
}

/// Calls `use` with the place of each background caller who needs help and calls in both worlds.
template <class Use>
void for_each_pair(const PairedFates& disturbed, const PairedFates& twin, Use use) {
  constexpr auto both = PairedFates::done | PairedFates::genuine;
  for (std::size_t i = 0; i < disturbed.fate.size(); ++i) {
    const auto here = disturbed.fate[i], there = twin.fate[i];
    if ((here & there & both) == both && !(here & PairedFates::stayed_away))
      use(i);
  }
}

/// Never in both worlds: infinite less infinite is no more than any bound.
std::vector<std::uint32_t> later(const PairedFates& disturbed, const PairedFates& twin,
                                 std::span<float> PairedFates::*time_s, std::size_t cells,
                                 double bound_s) {
  std::vector<std::uint32_t> out(cells);
  for_each_pair(disturbed, twin, [&](std::size_t i) {
    if ((disturbed.*time_s)[i] - (twin.*time_s)[i] > bound_s)
      ++out[disturbed.cell[i]];
  });
  return out;
}

using Service = std::vector<ServiceBin>;

/// The centre whose regions' callers these are; one without regions of its own has none.
std::uint32_t centre_of(const models::World& world, std::uint16_t cell) {
  const auto region = static_cast<std::uint32_t>(cell / world.disciplines.size());
  return world.regions[{region}].centre.index;
}

bool has_regions(const models::World& world, models::Id<models::Centre> centre) {
  return std::ranges::any_of(world.regions,
                             [&](const models::Region& row) { return row.centre == centre; });
}

/// The recovery of the touched part, of the nation and of each meldkamer; a centre without regions
/// serves the nation.
void add_recovery(results::Paired& paired, const PairedFates& disturbed, const PairedFates& twin,
                  double looked_s, const models::World& world) {
  const bool began = std::isfinite(paired.window_s);  // not in a year in which nothing struck
  const Service none(
      began ? static_cast<std::size_t>(std::ceil(std::max(0.0, paired.window_s) / service_bin_s))
            : 0);
  Service nation = none, touched = none;
  std::vector<Service> centres(world.centres.size(), none);
  for_each_pair(disturbed, twin, [&](std::size_t i) {
    const double since_s = disturbed.first_attempt_s[i] - paired.onset_s;
    const auto at = static_cast<std::size_t>(std::max(0.0, since_s) / service_bin_s);
    if (!(since_s >= 0) || at >= none.size() || !std::isfinite(twin.delay_s[i]))
      return;
    const auto cell = disturbed.cell[i];
    const bool in_time = disturbed.delay_s[i] <= twin.delay_s[i] + in_time_s;
    const auto add = [&](Service& service) {
      ++service[at].callers;
      service[at].in_time += in_time;
    };
    add(nation);
    add(centres[centre_of(world, cell)]);
    if (paired.touched[cell] > 0)
      add(touched);
  });
  const auto recovery = [&](const Service& service) {
    return recovery_s(service, looked_s, began ? paired.window_s : 0);
  };
  paired.recover_nation_s = recovery(nation);
  paired.recover_s = recovery(touched);
  for (const auto centre : world.centres.ids())
    paired.recover_centre_s.push_back(
        recovery(has_regions(world, centre) ? centres[centre.index] : nation));
}

/// [discipline][time_bins + never] of both worlds, for callers of this time. Whoever is alerted in
/// neither world needs no unit.
void add_delays(results::Paired& paired, const PairedFates& disturbed, const PairedFates& twin,
                const Disturbed& time, std::size_t disciplines) {
  constexpr std::size_t row = results::time_bins::count + 1;
  for (auto* delays : {&paired.answer_delay, &paired.answer_delay_twin, &paired.help_delay,
                       &paired.help_delay_twin})
    delays->resize(disciplines * row);
  const auto add = [&](results::CountList& delays, std::size_t i, float s) {
    const std::size_t bin =
        std::isfinite(s) ? results::time_bins::bin_of(s) : results::time_bins::count;
    ++delays[disturbed.cell[i] % disciplines * row + bin];
  };
  for_each_pair(disturbed, twin, [&](std::size_t i) {
    if (disturbed.first_attempt_s[i] < time.from_s ||
        disturbed.first_attempt_s[i] >= time.until_s + looked_after_s)
      return;
    add(paired.answer_delay, i, disturbed.delay_s[i]);
    add(paired.answer_delay_twin, i, twin.delay_s[i]);
    if (!std::isfinite(disturbed.help_s[i]) && !std::isfinite(twin.help_s[i]))
      return;
    add(paired.help_delay, i, disturbed.help_s[i]);
    add(paired.help_delay_twin, i, twin.help_s[i]);
  });
}

/// Of those who are lost, takes away the ones whom the twin lost too: what stays was lost because
/// of the threats, the callers of a surge among them.
void add_lost(results::Paired& paired, const results::Facts& disturbed,
              const PairedFates& disturbed_fates, const PairedFates& twin_fates) {
  constexpr auto counts = results::size_of<results::CallerCount>;
  const std::size_t cells = disturbed.callers.size() / counts;
  paired.newly_saved.resize(cells);
  paired.newly_lost.resize(cells);
  for (std::size_t cell = 0; cell < cells; ++cell)
    paired.newly_lost[cell] =
        disturbed.callers[cell * counts + static_cast<std::size_t>(results::CallerCount::lost)];
  for (std::size_t i = 0; i < disturbed_fates.fate.size(); ++i) {
    const auto here = disturbed_fates.fate[i], there = twin_fates.fate[i];
    const bool lost_here = here & PairedFates::lost, lost_there = there & PairedFates::lost;
    if (lost_here && lost_there)
      --paired.newly_lost[disturbed_fates.cell[i]];
    if (lost_there && !lost_here)
      ++paired.newly_saved[twin_fates.cell[i]];
    paired.newly_unreached += (here & PairedFates::unreached) && !(there & PairedFates::unreached);
  }
}

/// What was seen is kept for long, and beside that of many other replications.
void pack(results::Paired& paired) {
  for (auto* counts : {&paired.newly_lost, &paired.newly_saved, &paired.late, &paired.late_help,
                       &paired.touched, &paired.answer_delay, &paired.answer_delay_twin,
                       &paired.help_delay, &paired.help_delay_twin})
    counts->pack();
}

}  // namespace

std::vector<std::uint32_t> late(const PairedFates& disturbed, const PairedFates& twin,
                                std::size_t cells, double bound_s) {
  return later(disturbed, twin, &PairedFates::delay_s, cells, bound_s);
}

std::vector<std::uint32_t> late_help(const PairedFates& disturbed, const PairedFates& twin,
                                     std::size_t cells) {
  return later(disturbed, twin, &PairedFates::help_s, cells, late_help_s);
}

results::Paired pair(const results::Facts& disturbed, const PairedFates& disturbed_fates,
                     const results::Facts& twin, const PairedFates& twin_fates,
                     const scenarios::Scenario& scenario, const models::World& world) {
  const std::size_t cells = world.regions.size() * world.disciplines.size();
  results::Paired paired;
  add_lost(paired, disturbed, disturbed_fates, twin_fates);
  paired.late = late(disturbed_fates, twin_fates, cells, world.delayed_after_s);
  paired.late_help = late_help(disturbed_fates, twin_fates, cells);
  paired.touched = scenarios::touched_cells(world, scenario);
  const Disturbed time = disturbed_time(disturbed, twin, scenario);
  add_delays(paired, disturbed_fates, twin_fates, time, world.disciplines.size());
  if (std::isfinite(time.from_s)) {
    paired.onset_s = time.from_s;
    paired.window_s = scenario.window.end_s - time.from_s;
  }
  add_recovery(paired, disturbed_fates, twin_fates, time.until_s + looked_after_s - time.from_s,
               world);
  pack(paired);
  return paired;
}

}  // namespace sim
