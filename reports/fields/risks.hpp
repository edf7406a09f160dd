#pragma once

#include "analysis/register/register_view.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// A risk of the register with its figures.
template <>
struct Table<analysis::AssessedRisk> {
  static constexpr std::string_view name = "RegisteredRisk";
  static Fields<analysis::AssessedRisk> fields();
};

template <>
struct Table<analysis::Decision> {
  static constexpr std::string_view name = "Decision";
  static Fields<analysis::Decision> fields();
};

template <>
struct Table<analysis::Treatment> {
  static constexpr std::string_view name = "Treatment";
  static Fields<analysis::Treatment> fields();
};

template <>
struct Table<analysis::Finding> {
  static constexpr std::string_view name = "Finding";
  static Fields<analysis::Finding> fields();
};

template <>
struct Table<analysis::RoleShare> {
  static constexpr std::string_view name = "RoleShare";
  static Fields<analysis::RoleShare> fields();
};

}  // namespace reports
