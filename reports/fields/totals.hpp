#pragma once

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// How much of what was asked for is there.
template <>
struct Table<analysis::Extent> {
  static constexpr std::string_view name = "Extent";
  static Fields<analysis::Extent> fields();
};

template <>
struct Table<analysis::ExceedanceRow> {
  static constexpr std::string_view name = "CurvePoint";
  static Fields<analysis::ExceedanceRow> fields();
};

template <>
struct Table<analysis::TailRisk> {
  static constexpr std::string_view name = "Tail";
  static Fields<analysis::TailRisk> fields();
};

/// What a package of measures leaves, summed over its threats.
template <>
struct Table<analysis::PackageTotal> {
  static constexpr std::string_view name = "Total";
  static Fields<analysis::PackageTotal> fields();
};

/// Of packages of which no row is one of a year: other durations or settings only.
Fields<analysis::PackageTotal> without_total_fields();

}  // namespace reports
