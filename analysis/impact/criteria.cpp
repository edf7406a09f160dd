#include "analysis/impact/criteria.hpp"

#include <algorithm>
#include <stdexcept>

#include "results/histogram.hpp"

namespace analysis {

std::string_view word_of(Criterion criterion) {
  constexpr std::array<std::string_view, n_criteria> words = {
      "lost_callers",    "late_help",           "late_callers",
      "unreachable_112", "dispatch_impossible", "wrong_dispatch"};
  return words.at(static_cast<std::size_t>(criterion));
}

int class_of(const Bounds& bounds, double value) {
  const auto above =
      std::count_if(bounds.begin(), bounds.end(), [&](double bound) { return value > bound; });
  return static_cast<int>(above) + 1;
}

std::size_t Criteria::lost_edge() const {
  const auto& edges = results::contact_bins::upper_s;
  const auto found = std::find(edges.begin(), edges.end(), lost_after_s);
  if (found == edges.end())
    throw std::logic_error("T_lost of the criteria is no edge of the histogram");
  return static_cast<std::size_t>(found - edges.begin());
}

Criteria local_variant(Criteria criteria, double share_of_callers) {
  for (const Criterion of_callers :
       {Criterion::lost_callers, Criterion::late_help, Criterion::late_callers})
    for (double& bound : criteria.impact[static_cast<std::size_t>(of_callers)])
      bound *= share_of_callers;
  for (ExceedancePoint& point : criteria.line)
    point.callers *= share_of_callers;
  return criteria;
}

}  // namespace analysis
