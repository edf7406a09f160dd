#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "models/text/reading.hpp"
#include "scenarios/campaigns/campaign.hpp"

namespace scenarios {

/// One word or a list of them.
std::vector<Word> read_words(const models::Place& place);

/// What rows differ in besides the threat and its target.
struct CampaignAxes {
  std::vector<Word> packages, plans;
  std::vector<Word> durations;    ///< of threats; none: the campaign's
  std::vector<Word> backgrounds;  ///< of threats: files of scenarios; an empty one: none
  std::vector<Word> variations;   ///< "takeover.decide=5 min", each beside the rows as they stand
};

/// `packages`, `plans`, `durations`, `backgrounds` (files seen from `base`) and `vary`. Ranges that
/// the model declares are looked up in `world`. Problems are added to the reading.
CampaignAxes read_axes(models::Fields& sections, const std::filesystem::path& base,
                       const std::filesystem::path& world);

/// The rows of a campaign, each id once.
class CampaignRows {
public:
  CampaignRows(const models::Place& place, CampaignAxes axes);

  /// The row on every axis; durations and backgrounds are of threats only.
  void add(const PlannedRow& row);
  std::vector<PlannedRow> take() { return std::move(rows_); }

private:
  void add_threat(const PlannedRow& row);
  void add_varied(const PlannedRow& row);
  void add_once(const PlannedRow& row);

  const models::Place& place_;
  CampaignAxes axes_;
  std::set<std::string> ids_;
  std::vector<PlannedRow> rows_;
};

}  // namespace scenarios
