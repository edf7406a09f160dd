#pragma once

#include "analysis/impact/replayed.hpp"
#include "reports/fields/table.hpp"

namespace reports {

/// A count of a past outage, on a definition of its own, and the outage replayed.
struct PastOutage {
  const analysis::HistoricalCount& count;
  const analysis::Replayed* model;  ///< none when nothing replays it
};

template <>
struct Table<analysis::Replayed> {
  static constexpr std::string_view name = "Replay";
  static Fields<analysis::Replayed> fields();
};

template <>
struct Table<PastOutage> {
  static constexpr std::string_view name = "PastOutage";
  static Fields<PastOutage> fields();
};

}  // namespace reports
