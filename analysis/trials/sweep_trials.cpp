#include "analysis/trials/sweep_trials.hpp"

#include <algorithm>

namespace analysis {

SweepAnswer answer_of(const std::vector<SweepPoint>& points) {
  const auto holds = [&](std::size_t i) { return points[i].verdict == Verdict::holds; };
  std::vector<std::size_t> changes;
  for (std::size_t i = 1; i < points.size(); ++i)
    if (holds(i) != holds(i - 1))
      changes.push_back(i);
  if (points.empty() || (changes.empty() && !holds(0)))
    return {};
  if (changes.empty())
    return {SweepAnswer::Kind::everywhere, points.front().value, 0};
  const std::size_t at = changes.front();
  if (changes.size() > 1)
    return {SweepAnswer::Kind::mixed, points[holds(at) ? at : at - 1].value,
            points[holds(at) ? at - 1 : at].value};
  return holds(at) ? SweepAnswer{SweepAnswer::Kind::from, points[at].value, points[at - 1].value}
                   : SweepAnswer{SweepAnswer::Kind::up_to, points[at - 1].value, points[at].value};
}

std::optional<double> between_holding_and_failing(const std::vector<SweepPoint>& points,
                                                  bool whole) {
  const SweepAnswer answer = answer_of(points);
  if (answer.kind != SweepAnswer::Kind::from && answer.kind != SweepAnswer::Kind::up_to)
    return {};
  const double middle = SweepRange::middle(answer.holds, answer.fails, whole);
  const bool known = std::any_of(points.begin(), points.end(),
                                 [&](const SweepPoint& point) { return point.value == middle; });
  return known ? std::nullopt : std::optional(middle);
}

}  // namespace analysis
