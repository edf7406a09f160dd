#pragma once

#include <nlohmann/json.hpp>

#include "analysis/replayed.hpp"
#include "cli/table_document.hpp"

namespace cli {

/// Counts of past outages, each on its own definition, and what the model makes of them.
struct PastOutages {
  analysis::History history;
  std::vector<analysis::Replayed> replayed;

  /// Nothing when the count is replayed by no scenario.
  const analysis::Replayed* replay_of(const analysis::HistoricalCount& count) const;
};

/// What is shipped. Throws models::InvalidInput, also when it is not there.
PastOutages past_outages();
/// To be seen beside the exceedance curve.
Grid history_grid(const PastOutages& past, Language language);
/// `history` of schema uitwijk/table/2.
nlohmann::ordered_json history_json(const PastOutages& past);

}  // namespace cli
