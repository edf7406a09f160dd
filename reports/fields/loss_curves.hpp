#pragma once

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// Share of the events of a row with at least so many extra lost callers.
struct LossPoint {
  double lost_callers = 0;
  analysis::Proportion share;
};

struct LossCurve {
  const analysis::TableRow& row;
  std::vector<LossPoint> points;
  std::vector<double> dots;  ///< ascending
};

template <>
struct Table<LossPoint> {
  static constexpr std::string_view name = "LossPoint";
  static Fields<LossPoint> fields();
};

template <>
struct Table<LossCurve> {
  static constexpr std::string_view name = "LossCurve";
  static Fields<LossCurve> fields();
};

}  // namespace reports
