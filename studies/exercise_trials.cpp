#include "studies/exercise_trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/impact/rubricering.hpp"

namespace studies {
namespace {

using models::World;
using scenarios::ObservedTakeover;

World world_with(const std::filesystem::path& folder, const WorldReader& options,
                 const std::vector<analysis::ChangedClock>& changes) {
  WorldReader changed = options;
  for (const analysis::ChangedClock& change : changes)
    changed.more.push_back({change.address, to_yaml(change.value), {"the exercise", 0, 0}});
  return models::read_world(folder, changed.settings(), changed.overlays()).world;
}

/// What the replications of the model as it is say of a clock.
analysis::ClockSeen against(const std::string& clock, const std::vector<double>& predicted,
                            double observed_s) {
  std::vector<double> finite;
  std::copy_if(predicted.begin(), predicted.end(), std::back_inserter(finite),
               [](double value) { return std::isfinite(value); });
  std::sort(finite.begin(), finite.end());
  const auto below = std::lower_bound(finite.begin(), finite.end(), observed_s) - finite.begin();
  return {clock,
          analysis::order_statistic(finite, 0.05),
          analysis::order_statistic(finite, 0.5),
          analysis::order_statistic(finite, 0.95),
          observed_s,
          finite.empty() ? analysis::undefined
                         : static_cast<double>(below) / static_cast<double>(finite.size()),
          predicted.size() - finite.size()};
}

/// The same of a clock that the run may end before: from its distribution.
analysis::ClockSeen against(const std::string& clock, const models::Distribution& model,
                            double observed_s) {
  double low = 0, high = 1;
  for (int i = 0; i < 30; ++i) {
    const double middle = (low + high) / 2;
    (models::quantile(model, middle) < observed_s ? low : high) = middle;
  }
  return {clock,
          models::quantile(model, 0.05),
          models::quantile(model, 0.5),
          models::quantile(model, 0.95),
          observed_s,
          low};
}

std::vector<analysis::ClockSeen> compare(const World& world, const ObservedTakeover& seen,
                                         const analysis::LossTrials& trials) {
  std::vector<analysis::ClockSeen> out;
  const auto simulated = [&](const char* clock, const std::optional<double>& observed_s) {
    const auto measure = trials.measure(std::string(clock) + "_s");
    if (observed_s)
      out.push_back(
          against(clock, trials.losses.front().plans.front().values[measure], *observed_s));
  };
  simulated("detect", seen.detect_s);
  simulated("decide", seen.decide_s);
  simulated("switch", seen.switch_s);
  if (seen.verify_s)
    out.push_back(against("verify", world.takeover.verify_s, *seen.verify_s));
  if (seen.return_s)
    out.push_back(against("return", world.takeover.return_s, *seen.return_s));
  return out;
}

}  // namespace

analysis::ExerciseResult try_exercise(const std::filesystem::path& folder,
                                      const WorldReader& options,
                                      const scenarios::Exercise& exercise,
                                      const analysis::ExerciseQuestion& question,
                                      const OnProgress& on_progress) {
  analysis::ExerciseResult out;
  const World model = world_with(folder, options, {});
  out.rubricering = analysis::highest_given_rubricering({exercise.rubricering, model.rubricering});
  out.observed = analysis::as_observed(model, exercise.takeovers.front());
  out.updated = analysis::updated(model, exercise.takeovers, question.prior_weight);
  for (const ObservedTakeover& seen : exercise.takeovers) {
    analysis::LossQuestion loss;
    loss.at = seen.at;
    loss.duration = fmt::format("{} s", seen.lost_for_s);
    loss.replications = question.replications;
    loss.seed = question.seed;
    loss.jobs = question.jobs;
    analysis::RoomExercised room{seen, {}, {}};
    room.trials.world = model;
    room.trials.plans = {"as_modelled", "as_observed", "updated"};
    room.trials.losses = {{{seen.lost}, {}}};
    const std::vector<scenarios::ScenarioInWorld> studies = {scenarios::read_scenario(
        loss_of(model, {seen.lost}, loss, folder), options.settings(), options.overlays())};
    run_trials(room.trials,
               {model, world_with(folder, options, analysis::as_observed(model, seen)),
                world_with(folder, options, out.updated)},
               studies, loss, on_progress);
    out.signal = room.trials.signal;
    if (out.signal != 0)
      break;
    room.clocks = compare(model, seen, room.trials);
    out.rooms.push_back(std::move(room));
  }
  return out;
}

}  // namespace studies
