#pragma once

#include "analysis/comparisons/comparison.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// An interval that also says whether its two sides were paired, and whether it leaves out zero.
template <>
struct Shape<analysis::Difference> {
  static constexpr bool has_column = false;
  static nlohmann::ordered_json json(const analysis::Difference& difference, Language language);
  static JsonKeys keys();
  static std::string type() { return "Difference"; }
};

/// A row of which two criteria say other class shares or another level.
template <>
struct Table<analysis::Disagreement> {
  static constexpr std::string_view name = "Disagreement";
  static Fields<analysis::Disagreement> fields();
};

/// What a package of measures does to one row.
template <>
struct Table<analysis::Effect> {
  static constexpr std::string_view name = "Effect";
  static Fields<analysis::Effect> fields();
};

template <>
struct Table<analysis::PackageEffect> {
  static constexpr std::string_view name = "PackageEffect";
  static Fields<analysis::PackageEffect> fields();
};

template <>
struct Table<analysis::BreakEven> {
  static constexpr std::string_view name = "BreakEven";
  static Fields<analysis::BreakEven> fields();
};

/// Two measures, and both at once.
template <>
struct Table<analysis::Together> {
  static constexpr std::string_view name = "Together";
  static Fields<analysis::Together> fields();
};

}  // namespace reports
