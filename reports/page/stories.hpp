#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "analysis/impact/row.hpp"
#include "reports/fields/json_keys.hpp"
#include "results/study.hpp"

namespace reports {

/// The outages that a report tells from beginning to end: of the rows that lose most callers under
/// the measures there are. More would make a page that nobody reads and no mail takes.
class ReportStories {
public:
  static constexpr std::size_t most = 3;

  /// Takes what is told of a study, if it is one of them so far.
  void add(const results::Study& study, const analysis::Row& row);

  /// The key `outages` of uitwijk/report/3: `stories`, heaviest first, and how many were
  /// `left_out`.
  nlohmann::ordered_json json() const;
  static JsonKeys keys(const std::set<std::string>& disciplines);

private:
  struct Story {
    double lost_callers;
    nlohmann::ordered_json json;
  };
  std::vector<Story> stories_;  ///< heaviest first
  std::size_t left_out_ = 0;
};

}  // namespace reports
