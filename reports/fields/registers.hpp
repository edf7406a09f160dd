#pragma once

#include "analysis/register/register_view.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// The register itself.
template <>
struct Table<analysis::Register> {
  static constexpr std::string_view name = "RegisterFile";
  static Fields<analysis::Register> fields();
};

/// Who may accept which level.
template <>
struct Table<analysis::Mandate> {
  static constexpr std::string_view name = "Mandate";
  static Fields<analysis::Mandate> fields();
};

/// Whose view somebody may ask for.
template <>
struct Table<analysis::RegisterRole> {
  static constexpr std::string_view name = "RegisterRole";
  static Fields<analysis::RegisterRole> fields();
};

/// What the results have and the register has not.
template <>
struct Table<analysis::NewRisk> {
  static constexpr std::string_view name = "NewRisk";
  static Fields<analysis::NewRisk> fields();
};

}  // namespace reports
