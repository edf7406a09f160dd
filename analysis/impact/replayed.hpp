#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/impact/history.hpp"
#include "results/study.hpp"

namespace analysis {

/// What the model makes of a count of a past outage, when the outage is replayed many times. The
/// past happened once: it is held against where single replications fall, not against their mean.
struct Replayed {
  std::string outage, measure, stage;  ///< as history.yaml has them
  double count = 0;                    ///< that was published
  std::string scenario;
  std::uint64_t replications = 0;
  double mean = 0;
  double low = 0, high = 0;  ///< 95 % of the replications: their P2.5 and P97.5, order statistics

  bool holds_count() const { return count >= low && count <= high; }
};

/// Throws std::out_of_range when the count has no measure, or the study no such stage.
Replayed replayed(const HistoricalCount& count, const results::Study& study);

/// As results/reference/history.csv has them: a line of names, then a line for each, rounded to
/// one decimal.
std::string csv_of(const std::vector<Replayed>& all);
/// Throws models::InvalidInput with everything that is wrong.
std::vector<Replayed> read_replayed(const std::filesystem::path& file);

/// Counts of past outages, each on its own definition, and what the model makes of them.
struct PastOutages {
  History history;
  std::vector<Replayed> replayed;

  /// Nothing when the count is replayed by no scenario.
  const Replayed* replay_of(const HistoricalCount& count) const;
};

}  // namespace analysis
