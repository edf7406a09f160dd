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

/// From the first effect's begin to the last one's end or the last component's return.
Disturbed disturbed_time(const results::Facts& facts) {
  Disturbed time{std::numeric_limits<double>::infinity(), 0};
  for (const auto& event : facts.course) {
    if (event.kind == results::CourseKind::effect_begins)
      time.from_s = std::min(time.from_s, event.t_s);
    if (event.kind == results::CourseKind::effect_ends)
      time.until_s = std::max(time.until_s, event.t_s);
  }
  for (const auto& outage : facts.outages)
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

/// [cell][five minutes since the onset].
using Service = std::vector<std::vector<ServiceBin>>;

Service service_of(const PairedFates& disturbed, const PairedFates& twin, std::size_t cells,
                   double onset_s, double window_s) {
  const auto bins = static_cast<std::size_t>(std::ceil(std::max(0.0, window_s) / service_bin_s));
  Service out(cells, std::vector<ServiceBin>(bins));
  for_each_pair(disturbed, twin, [&](std::size_t i) {
    const double since_s = disturbed.first_attempt_s[i] - onset_s;
    if (since_s < 0 || !std::isfinite(twin.delay_s[i]))
      return;
    const auto at = static_cast<std::size_t>(since_s / service_bin_s);
    if (at >= bins)
      return;
    ServiceBin& bin = out[disturbed.cell[i]][at];
    ++bin.callers;
    bin.in_time += disturbed.delay_s[i] <= twin.delay_s[i] + in_time_s;
  });
  return out;
}

template <class Belongs>
std::vector<ServiceBin> sum_of(const Service& service, Belongs belongs) {
  std::vector<ServiceBin> out(service.empty() ? 0 : service.front().size());
  for (std::size_t cell = 0; cell < service.size(); ++cell)
    for (std::size_t i = 0; i < out.size() && belongs(cell); ++i) {
      out[i].callers += service[cell][i].callers;
      out[i].in_time += service[cell][i].in_time;
    }
  return out;
}

/// A centre without regions of its own serves all of them.
bool is_of_centre(const models::World& world, std::size_t cell, models::Id<models::Centre> centre) {
  const auto region = static_cast<std::uint32_t>(cell / world.disciplines.size());
  const bool has_regions = std::ranges::any_of(
      world.regions, [&](const models::Region& row) { return row.centre == centre; });
  return !has_regions || world.regions[{region}].centre == centre;
}

/// The recovery of the touched part, of the nation and of each meldkamer.
void add_recovery(results::Paired& paired, const Service& service, double looked_s,
                  const models::World& world) {
  const auto recovery = [&](auto belongs) {
    return recovery_s(sum_of(service, belongs), looked_s, paired.window_s);
  };
  paired.recover_nation_s = recovery([](std::size_t) { return true; });
  paired.recover_s = recovery([&](std::size_t cell) { return paired.touched[cell] > 0; });
  for (const auto centre : world.centres.ids())
    paired.recover_centre_s.push_back(
        recovery([&](std::size_t cell) { return is_of_centre(world, cell, centre); }));
}

/// [discipline][time_bins + never] of both worlds, for callers of this time. Whoever is alerted in
/// neither world needs no unit.
void add_delays(results::Paired& paired, const PairedFates& disturbed, const PairedFates& twin,
                const Disturbed& time, std::size_t disciplines) {
  constexpr std::size_t row = results::time_bins::count + 1;
  for (auto* delays : {&paired.answer_delay, &paired.answer_delay_twin, &paired.help_delay,
                       &paired.help_delay_twin})
    delays->resize(disciplines * row);
  const auto add = [&](std::vector<std::uint32_t>& delays, std::size_t i, float s) {
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
  for (std::size_t cell = 0; cell < cells; ++cell)
    paired.newly_lost.push_back(
        disturbed.callers[cell * counts + static_cast<std::size_t>(results::CallerCount::lost)]);
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
                     const PairedFates& twin_fates, const scenarios::Scenario& scenario,
                     const models::World& world) {
  const std::size_t cells = world.regions.size() * world.disciplines.size();
  results::Paired paired;
  add_lost(paired, disturbed, disturbed_fates, twin_fates);
  paired.late = late(disturbed_fates, twin_fates, cells, world.delayed_after_s);
  paired.late_help = late_help(disturbed_fates, twin_fates, cells);
  paired.touched = scenarios::touched_cells(world, scenario);
  const Disturbed time = disturbed_time(disturbed);
  add_delays(paired, disturbed_fates, twin_fates, time, world.disciplines.size());
  const bool began = std::isfinite(time.from_s);  // not in a year in which nothing struck
  if (began) {
    paired.onset_s = time.from_s;
    paired.window_s = scenario.window.end_s - time.from_s;
  }
  const Service service = service_of(disturbed_fates, twin_fates, cells, began ? time.from_s : 0,
                                     began ? paired.window_s : 0);
  add_recovery(paired, service, time.until_s + looked_after_s - time.from_s, world);
  return paired;
}

}  // namespace sim
