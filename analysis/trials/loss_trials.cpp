#include "analysis/trials/loss_trials.hpp"

#include <algorithm>
#include <stdexcept>

namespace analysis {
namespace {

std::vector<double> sum_over(const std::vector<LossTrial>& losses, std::size_t plan,
                             std::size_t measure) {
  std::vector<double> sum(losses.front().plans[plan].values[measure].size(), 0);
  for (const LossTrial& loss : losses)
    for (std::size_t i = 0; i < sum.size(); ++i)
      sum[i] += loss.plans[plan].values[measure][i];
  return sum;
}

}  // namespace

Estimate LossTrials::estimate(const LossTrial& loss, std::size_t plan, std::size_t measure) const {
  return analysis::estimate(loss.plans[plan].values[measure]);
}

Estimate LossTrials::difference(const LossTrial& loss, std::size_t plan,
                                std::size_t measure) const {
  return analysis::estimate(analysis::paired_differences(loss.plans[plan].values[measure],
                                                         loss.plans.front().values[measure]));
}

Estimate LossTrials::total(std::size_t plan, std::size_t measure) const {
  return analysis::estimate(sum_over(losses, plan, measure));
}

Estimate LossTrials::total_difference(std::size_t plan, std::size_t measure) const {
  return analysis::estimate(
      analysis::paired_differences(sum_over(losses, plan, measure), sum_over(losses, 0, measure)));
}

std::size_t LossTrials::measure(const std::string& name) const {
  const auto at = std::find_if(measures.begin(), measures.end(),
                               [&](const auto& measure) { return measure.name == name; });
  if (at == measures.end())
    throw std::logic_error("no measure of takeover strain: " + name);
  return static_cast<std::size_t>(at - measures.begin());
}

std::size_t LossTrials::failed() const {
  std::size_t out = 0;
  for (const LossTrial& loss : losses)
    for (const PlanTrial& plan : loss.plans)
      out += plan.failed;
  return out;
}

}  // namespace analysis
