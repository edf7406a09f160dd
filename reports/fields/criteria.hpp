#pragma once

#include "analysis/impact/criteria.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// Which criteria they are. Neither the file nor where it lies is for the board.
template <>
struct Table<analysis::Criteria> {
  static constexpr std::string_view name = "Criteria";
  static Fields<analysis::Criteria> fields();
};

/// A point of the F-N line.
template <>
struct Table<analysis::ExceedancePoint> {
  static constexpr std::string_view name = "LinePoint";
  static Fields<analysis::ExceedancePoint> fields();
};

/// What the criteria hold a row against.
Fields<analysis::Criteria> bounds_fields();

}  // namespace reports
