#pragma once

#include "analysis/impact/row.hpp"
#include "reports/fields/table.hpp"
#include "results/study.hpp"

namespace reports {

/// A result file that went into a report.
struct ReportedStudy {
  const results::Study& study;
  const analysis::Row& row;
};

template <>
struct Table<results::Provenance::Input> {
  static constexpr std::string_view name = "Input";
  static Fields<results::Provenance::Input> fields();
};

template <>
struct Table<ReportedStudy> {
  static constexpr std::string_view name = "Study";
  static Fields<ReportedStudy> fields();
};

}  // namespace reports
