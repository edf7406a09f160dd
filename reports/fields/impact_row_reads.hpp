#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/impact/impact_table.hpp"
#include "reports/fields/shape.hpp"

namespace reports {

/// What decided the class of an event: a criterion, or one of two words more.
struct Decider {
  std::string by;
};

template <>
struct Shape<Decider> {
  static std::string word(const Decider& decider) { return decider.by; }
  static inline const std::vector<std::string> words = [] {
    std::vector<std::string> out = {"recovery", "none"};
    for (const std::string& criterion : Shape<analysis::Criterion>::words)
      out.push_back(criterion);
    return out;
  }();
  static std::string type() { return "string"; }
};

/// What a line of the impact table says that is no member of it. The name is the threat's; of a row
/// without one the scenario's.
std::string name_of(const analysis::TableRow& row, const std::string& name);
std::optional<std::uint64_t> other_definitions(const analysis::TableRow& row);
ByWord<Decider, std::size_t> decided_by(const analysis::TableRow& row);
/// Per replication, of the part that the row is about; where there is a twin, the twin's.
double genuine_callers(const analysis::TableRow& row);
/// Of history: none.
ByWord<analysis::Criterion, std::array<double, analysis::n_classes>> classes_by_criterion(
    const analysis::TableRow& row);
ByWord<analysis::Level, double> levels(const analysis::TableRow& row);
/// Share that is answered elsewhere at one of `losses_told_s`.
analysis::Interval elsewhere(const std::vector<analysis::Incidence>& losses, std::size_t at);

}  // namespace reports
