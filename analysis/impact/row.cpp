#include "analysis/impact/row.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <stdexcept>

#include "analysis/impact/frequency.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/measures/summary.hpp"
#include "analysis/statistics/estimate.hpp"
#include "models/world/calendar.hpp"
#include "scenarios/threats/onset.hpp"

namespace analysis {
namespace {

using results::Facts;
using results::Observations;
using results::Study;

/// Genuine callers of the part without contact after each edge of the time-to-contact histogram.
std::array<double, 6> no_contact_after(const View& view) {
  constexpr std::size_t bins = results::contact_bins::count;
  std::array<double, 6> out{};
  for (std::size_t edge = 0; edge < out.size(); ++edge)
    for (std::size_t bin = edge + 1; bin < bins; ++bin)
      out[edge] += view.sum_of_cells(
          [&](std::size_t cell) { return view.facts.contact_time.at(cell * bins + bin); });
  return out;
}

/// Of nothing: none.
double or_zero(double share) {
  return std::isnan(share) ? 0 : share;
}

/// Disturbed world less twin.
Harm harm_of(const View& world, const View& twin) {
  Harm out;
  const auto less = [&](auto measure) { return measure(world) - measure(twin); };
  out.lost_callers = less(value_of("lost_callers"));
  const auto without = no_contact_after(world), without_twin = no_contact_after(twin);
  for (std::size_t edge = 0; edge < without.size(); ++edge)
    out.no_contact_after[edge] = without[edge] - without_twin[edge];
  out.late_help = value_of("late_help")(world);
  out.late_callers = value_of("late_callers")(world);
  const auto seconds = [&](std::vector<double> Facts::*of) {
    return less([&](const View& view) { return view.national_s(view.facts.*of); });
  };
  out.unreachable_112_s = seconds(&Facts::unreachable_112_s);
  out.dispatch_impossible_s = seconds(&Facts::dispatch_impossible_s);
  out.degraded_s = seconds(&Facts::degraded_s);
  out.wrong_dispatch_share =
      less([](const View& v) { return or_zero(value_of("wrong_dispatch_share")(v)); });
  out.callers = value_of("genuine_callers")(twin);
  return out;
}

Harm harm_of(const Study& study, const Observations& o, const Part& part) {
  const results::Paired* const paired = o.paired ? &*o.paired : nullptr;
  return harm_of({study.dimensions, part, o.world, paired},
                 {study.dimensions, part, *o.twin, paired, Side::twin});
}

/// The stages at which meldkamers lose what others can do: the first that they share, and the last
/// one when that is another.
struct LossStages {
  std::uint32_t intake, dispatch;
};
std::optional<LossStages> loss_stages(const results::Dimensions& d) {
  const Part all = whole_world(d);
  if (all.shared_groups.empty())
    return std::nullopt;
  return LossStages{d.group_stage[all.shared_groups.front()],
                    static_cast<std::uint32_t>(d.stages.size() - 1)};
}

void look_at_losses(Consequence& out, const Study& study, const Facts& world, const Part& part) {
  out.losses_told = std::isfinite(world.seen_until_s);
  const auto stages = loss_stages(study.dimensions);
  const auto here = [&](std::uint32_t centre) {
    return std::find(part.centres.begin(), part.centres.end(), centre) != part.centres.end();
  };
  for (const results::Loss& loss : world.losses) {
    if (!stages || !here(loss.centre))
      continue;
    const Spell spell = spell_of(loss, world.seen_until_s, out.replication);
    if (loss.stage == stages->intake)
      out.intake_losses.push_back(spell);
    else if (loss.stage == stages->dispatch)
      out.dispatch_losses.push_back(spell);
  }
  for (const results::Episode& episode : world.episodes) {
    const bool tried = std::isfinite(episode.switched_s) || episode.failed_switches > 0;
    if (!here(episode.centre) || !tried)
      continue;
    ++out.first_switches;
    out.first_switches_failed += episode.failed_switches > 0 ? 1 : 0;
  }
}

/// A file of before has one, by another definition, for the nation only.
double recovery_of(const Study& study, const results::Paired& paired, const Part& part) {
  const bool old = paired.touched.empty();
  if (is_whole(part, study.dimensions))
    return results::endless_if_never(old ? paired.recover_s : paired.recover_nation_s);
  return old ? undefined
             : results::endless_if_never(paired.recover_centre_s.at(part.centres.front()));
}

void judge_touched_part(Consequence& out, const Study& study, const Observations& o) {
  if (!o.paired || o.paired->touched.empty())
    return;
  out.touched = harm_of(study, o, part_touched(study.dimensions, *o.paired));
  out.touched->recover_s = results::endless_if_never(o.paired->recover_s);
}

Consequence consequence_of(const Study& study, const Observations& o, const Part& part) {
  Consequence out;
  out.replication = o.replication;
  out.callers = value_of("genuine_callers")({study.dimensions, part, o.world});
  if (!o.twin)
    return out;
  static_cast<Harm&>(out) = harm_of(study, o, part);
  if (o.paired) {
    out.recover_s = recovery_of(study, *o.paired, part);
    out.window_s = o.paired->window_s;
  }
  judge_touched_part(out, study, o);
  if (is_whole_years(study.provenance.row)) {  // from the first event to the last is no recovery
    out.recover_s = undefined;
    if (out.touched)
      out.touched->recover_s = undefined;
  }
  out.truncated = is_truncated(study, part, o);
  out.late_return = ends_before_return(o, part.centres);
  out.window_capped_s = o.window_capped_s;
  look_at_losses(out, study, o.world, part);
  return out;
}

/// Drawn onsets depend on seed and replication only, so the file need not hold them.
void set_hours(Row& row, const results::Provenance& provenance) {
  if (row.labels.onset_rule != "any_hour")
    return;
  const models::Calendar calendar(provenance.zone);
  for (Consequence& one : row.replications)
    one.hour_of_week = calendar.second_of_week(
                           scenarios::Onset{}.at({provenance.seed, one.replication}, calendar)) /
                       3600;
}

void copy_provenance(Row& row, const results::Provenance& from) {
  row.labels = from.row;
  row.scenario = from.scenario;
  row.scenario_name = from.scenario_name;
  row.world_name = from.world_name;
  row.world_as_of = from.world_as_of;
  row.rubricering = from.rubricering;
  row.version = from.version;
  row.commit = from.commit;
  row.command = from.command;
  row.start_local = from.start_local;
  row.seed = from.seed;
  row.asked = from.replications_asked;
  row.parameters = from.parameters;
  row.parameters_assumed = from.parameters_assumed;
  row.definitions = from.definitions;
  row.lost_after_s = from.lost_after_s;
  row.window_s = from.end_s - from.warm_up_s;
  for (const auto& input : from.inputs)
    row.inputs.emplace_back(input.path, input.sha256);
}

Part part_of(const results::Dimensions& dimensions, const std::string& meldkamer) {
  if (meldkamer.empty())
    return whole_world(dimensions);
  const auto found = std::find(dimensions.centres.begin(), dimensions.centres.end(), meldkamer);
  if (found == dimensions.centres.end())
    throw std::out_of_range("no meldkamer is called " + meldkamer);
  return part_of_centre(dimensions, static_cast<std::uint32_t>(found - dimensions.centres.begin()));
}

double callers_of(const Row& row) {
  return std::accumulate(row.replications.begin(), row.replications.end(), 0.0,
                         [](double sum, const Consequence& one) { return sum + one.callers; });
}

void count_errors(Row& row, const Study& study) {
  for (const Observations& o : study.replications)
    row.conservation_error +=
        o.world.conservation_error + (o.twin ? o.twin->conservation_error : 0);
}

}  // namespace

std::string Row::id() const {
  return labels.background.empty() ? aim() : aim() + " " + over_background(labels.background, "");
}

std::string Row::aim() const {
  if (labels.threat.empty())
    return scenario;
  return labels.target.empty() || is_together(labels) ? labels.threat
                                                      : labels.threat + "@" + labels.target;
}

Row reduce(const Study& study, const std::string& meldkamer) {
  const Part part = part_of(study.dimensions, meldkamer);
  Row row;
  copy_provenance(row, study.provenance);
  row.failed = study.failures.size();
  row.meldkamer = meldkamer;
  row.has_twin = !study.replications.empty() && study.replications.front().twin.has_value();
  for (const Observations& o : study.replications)
    row.replications.push_back(consequence_of(study, o, part));
  count_errors(row, study);
  set_hours(row, study.provenance);
  if (!meldkamer.empty()) {
    const double nation = callers_of(reduce(study));
    row.share_of_callers = nation > 0 ? callers_of(row) / nation : 0;
  }
  return row;
}

}  // namespace analysis
