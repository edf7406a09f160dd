#pragma once

#include "analysis/impact/coverage.hpp"
#include "reports/fields/table.hpp"

namespace reports {

template <>
struct Table<analysis::CoverageCell> {
  static constexpr std::string_view name = "CoverageCell";
  static Fields<analysis::CoverageCell> fields();
};

template <>
struct Table<analysis::CoverageRow> {
  static constexpr std::string_view name = "CoverageRow";
  static Fields<analysis::CoverageRow> fields();
};

template <>
struct Table<analysis::CoverageWorld> {
  static constexpr std::string_view name = "CoverageWorld";
  static Fields<analysis::CoverageWorld> fields();
};

/// Schema uitwijk/coverage/1.
template <>
struct Table<analysis::Coverage> {
  static constexpr std::string_view name = "Coverage";
  static Fields<analysis::Coverage> fields();
};

/// "simulated", "recorded" or "not_analysed".
std::string word_of(analysis::Analysed how);

}  // namespace reports
