#include "reports/page/bounds.hpp"

#include <algorithm>
#include <array>

#include "analysis/impact/impact.hpp"
#include "analysis/statistics/estimate.hpp"
#include "reports/formats/json_shapes.hpp"

namespace reports {
namespace {

using analysis::TableRow;
using nlohmann::ordered_json;

/// As far apart as a curve needs on a logarithmic axis.
constexpr std::array<double, 13> counts = {1,   3,    10,   30,   100,   200,  300,
                                           500, 1000, 2000, 5000, 10000, 30000};

ordered_json curve_of(const TableRow& row, const analysis::Criteria& criteria) {
  const std::vector<double> losses = analysis::lost_callers(row.row, criteria);
  ordered_json points = ordered_json::array();
  for (const double count : counts) {
    const auto hits = static_cast<std::size_t>(
        std::count_if(losses.begin(), losses.end(), [&](double lost) { return lost >= count; }));
    points.push_back({{"lost_callers", count},
                      {"share", share_json(analysis::proportion(hits, losses.size()))}});
    if (hits == 0)
      break;
  }
  const results::RowLabels& labels = row.row.labels;
  return {{"row", row.row.id()},         {"package", labels.package}, {"plan", labels.plan},
          {"duration", labels.duration}, {"varied", labels.varied},   {"points", points}};
}

}  // namespace

ordered_json bounds_json(const analysis::Criteria& criteria) {
  ordered_json matrix = ordered_json::array(), impact = ordered_json::object();
  for (const auto& likelihood : criteria.matrix) {
    ordered_json row = ordered_json::array();
    for (const analysis::Level level : likelihood)
      row.push_back(analysis::level_words.at(static_cast<std::size_t>(level)));
    matrix.push_back(row);
  }
  for (std::size_t i = 0; i < analysis::n_criteria; ++i)
    impact[std::string(analysis::word_of(static_cast<analysis::Criterion>(i)))] =
        criteria.impact.at(i);
  return {{"matrix", matrix},
          {"impact", impact},
          {"recovery_s", criteria.recovery_s},
          {"recovery_raises_by", criteria.recovery_raises_by},
          {"likelihood_per_y", criteria.likelihood_per_y},
          {"tolerable_class", criteria.tolerable_class},
          {"tolerable_share", criteria.tolerable_share},
          {"stated", criteria.stated}};
}

ordered_json loss_curves_json(const analysis::ImpactTable& table) {
  ordered_json out = ordered_json::array();
  for (const auto* const rows : {&table.annual, &table.conditional})
    for (const TableRow& row : *rows)
      out.push_back(curve_of(row, table.criteria));
  return out;
}

}  // namespace reports
