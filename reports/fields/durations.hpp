#pragma once

#include "analysis/comparisons/outage_duration.hpp"
#include "reports/fields/table.hpp"

namespace reports {

template <>
struct Table<analysis::DurationPoint> {
  static constexpr std::string_view name = "DurationPoint";
  static Fields<analysis::DurationPoint> fields();
};

/// Impact against outage duration of one thing that fails.
template <>
struct Table<analysis::DurationCurve> {
  static constexpr std::string_view name = "DurationCurve";
  static Fields<analysis::DurationCurve> fields();
};

}  // namespace reports
