#include "reports/page/loss_curves.hpp"

#include <algorithm>
#include <array>

#include "analysis/impact/impact.hpp"
#include "analysis/statistics/estimate.hpp"
#include "reports/fields/loss_curves.hpp"

namespace reports {
namespace {

using analysis::TableRow;
using nlohmann::ordered_json;

/// As far apart as a curve needs on a logarithmic axis.
constexpr std::array<double, 13> counts = {1,   3,    10,   30,   100,   200,  300,
                                           500, 1000, 2000, 5000, 10000, 30000};

/// A quantile dot plot (Kay et al., CHI 2016): so many fit a drawing, and each is an equal share.
constexpr std::size_t most_dots = 50;

std::vector<double> dots_of(std::vector<double> losses) {
  std::ranges::sort(losses);
  if (losses.size() <= most_dots)
    return losses;
  std::vector<double> out;
  for (std::size_t dot = 0; dot < most_dots; ++dot)
    out.push_back(analysis::order_statistic(
        losses, (static_cast<double>(dot) + 0.5) / static_cast<double>(most_dots)));
  return out;
}

LossCurve curve_of(const TableRow& row, const analysis::Criteria& criteria) {
  const std::vector<double> losses = analysis::lost_callers(row.row, criteria);
  LossCurve out = {row, {}, dots_of(losses)};
  for (const double count : counts) {
    const auto hits = static_cast<std::size_t>(
        std::count_if(losses.begin(), losses.end(), [&](double lost) { return lost >= count; }));
    out.points.push_back({count, analysis::proportion(hits, losses.size())});
    if (hits == 0)
      break;
  }
  return out;
}

}  // namespace

ordered_json loss_curves_json(const analysis::ImpactTable& table) {
  ordered_json out = ordered_json::array();
  for (const auto* const rows : {&table.annual, &table.conditional})
    for (const TableRow& row : *rows)
      out.push_back(json_of(curve_of(row, table.criteria), any_language));
  return out;
}

}  // namespace reports
