#include "analysis/trials/optimise_trials.hpp"

#include <algorithm>
#include <limits>

namespace analysis {
bool OptimiseTrials::is_other_plan() const {
  return std::ranges::any_of(rooms, &RoomAnswer::changes);
}

std::vector<double> OptimiseTrials::lost(std::size_t loss, std::size_t plan) const {
  const LossTrial& trial = valued.losses[loss];
  std::vector<double> out = trial.plans[plan].values[valued.measure("extra_lost_callers")];
  if (plan < shipped())
    return out;
  for (const RoomAnswer& answer : rooms)
    if (answer.room == trial.lost.front())
      for (double& value : out)
        value += rehearsal_price * static_cast<double>(answer.rehearsals);
  return out;
}

std::vector<double> OptimiseTrials::mean_over_losses(std::size_t plan) const {
  std::vector<double> out = lost(0, plan);
  for (std::size_t loss = 1; loss < valued.losses.size(); ++loss) {
    const std::vector<double> more = lost(loss, plan);
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] += more[i];
  }
  for (double& value : out)
    value /= static_cast<double>(valued.losses.size());
  return out;
}

std::size_t OptimiseTrials::worst_loss(std::size_t plan) const {
  std::size_t out = 0;
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t loss = 0; loss < valued.losses.size(); ++loss)
    if (const double mean = estimate(lost(loss, plan)).mean; mean > most) {
      out = loss;
      most = mean;
    }
  return out;
}

Estimate OptimiseTrials::value(std::size_t plan) const {
  return objective == Objective::expected ? estimate(mean_over_losses(plan))
                                          : estimate(lost(worst_loss(plan), plan));
}

Estimate OptimiseTrials::saved(std::size_t worse, std::size_t better) const {
  if (objective == Objective::expected)
    return estimate(paired_differences(mean_over_losses(worse), mean_over_losses(better)));
  const std::vector<double> most = lost(worst_loss(worse), worse);
  std::optional<Estimate> out;
  for (std::size_t loss = 0; loss < valued.losses.size(); ++loss) {
    const Estimate less = estimate(paired_differences(most, lost(loss, better)));
    if (!out || less.low < out->low)
      out = less;
  }
  return *out;
}

std::size_t OptimiseTrials::best_shipped() const {
  std::size_t out = 0;
  for (std::size_t plan = 1; plan < shipped(); ++plan)
    if (value(plan).mean < value(out).mean)
      out = plan;
  return out;
}

bool OptimiseTrials::is_better() const {
  return is_valued() && is_other_plan() && saved(best_shipped(), shipped()).low > 0;
}

std::size_t OptimiseTrials::winner() const {
  return is_better() ? shipped() : best_shipped();
}

Estimate OptimiseTrials::saved_in(std::size_t loss) const {
  const std::size_t lost = valued.measure("extra_lost_callers");
  return estimate(
      paired_differences(valued.losses[loss].plans.front().values[lost],
                         valued.losses[loss].plans[valued.plans.size() - 1].values[lost]));
}

}  // namespace analysis
