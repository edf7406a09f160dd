#include "analysis/comparisons/outage_duration.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/impact/row_mean.hpp"
#include "analysis/impact/table_row.hpp"
#include "models/text/units.hpp"

namespace analysis {
namespace {

/// Of "4 h"; nothing of a distribution or of what the catalogue draws.
std::optional<double> fixed_duration(const Row& row) {
  models::Node node;
  node.type = models::Node::Type::scalar;
  node.text = row.labels.duration;
  const models::Quantity quantity = models::read_quantity(node, models::time_dimension);
  return quantity.error.empty() ? std::optional(quantity.value) : std::nullopt;
}

DurationPoint point_of(const Row& row, double duration_s, const Criteria& criteria) {
  DurationPoint out;
  out.duration_s = duration_s;
  out.text = row.labels.duration;
  out.events = row.replications.size();
  out.lost = mean_over_week(row, lost_callers(row, criteria));
  const Impact impact = impact_of(row, criteria);
  out.median_class = median_class(impact);
  out.over = impact.at_least.at(static_cast<std::size_t>(criteria.tolerable_class));
  out.over_if_worse = at_least_if_worse(row, impact, criteria.tolerable_class + 1);
  for (const Consequence& one : row.replications) {
    out.capped += std::isnan(one.window_capped_s) ? 0 : 1;
    out.capped_s = std::fmin(out.capped_s, one.window_capped_s);
  }
  return out;
}

/// The last point before the first for which it may be that `over` is more than the tolerable
/// share.
std::optional<double> longest(const std::vector<DurationPoint>& points, const Criteria& criteria,
                              double Proportion::*over) {
  std::optional<double> out;
  for (const DurationPoint& point : points) {
    if (!(point.over_if_worse.*over <= criteria.tolerable_share))
      break;
    out = point.duration_s;
  }
  return out;
}

}  // namespace

std::vector<DurationCurve> duration_curves(const std::vector<Row>& rows, const Criteria& criteria) {
  std::map<std::string, DurationCurve> curves;
  for (const Row& row : rows) {
    const auto duration_s = fixed_duration(row);
    if (!duration_s || row.labels.draw > 0 || !row.labels.varied.empty())
      continue;
    DurationCurve& curve = curves[row.id() + '\n' + row.labels.package + '\n' + row.labels.plan];
    curve.row = row.id();
    curve.package = row.labels.package;
    curve.voorzieningen = row.labels.voorzieningen;
    curve.points.push_back(point_of(row, *duration_s, criteria));
  }
  std::vector<DurationCurve> out;
  for (auto& [key, curve] : curves) {
    if (curve.points.size() < 2)
      continue;
    std::stable_sort(curve.points.begin(), curve.points.end(),
                     [](const auto& a, const auto& b) { return a.duration_s < b.duration_s; });
    curve.longest_s = longest(curve.points, criteria, &Proportion::share);
    curve.longest_shown_s = longest(curve.points, criteria, &Proportion::high);
    out.push_back(std::move(curve));
  }
  return out;
}

}  // namespace analysis
