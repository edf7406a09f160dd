#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "results/task_claim.hpp"
#include "studies/campaign/manifest.hpp"

namespace studies {

/// A folder of a campaign, mode 0700: what is in it is as confidential as the world. It may be
/// there. Throws results::ResultError.
void make_folder(const std::filesystem::path& folder);

/// A planned campaign on disk: `manifest.json`, `shards/` with a study for each finished block,
/// `claims/` with who works on what.
class CampaignFolder {
public:
  /// Throws models::InvalidInput when there is no such campaign.
  explicit CampaignFolder(std::filesystem::path folder);
  /// A new one with this manifest, mode 0700. Throws models::InvalidInput when there is one.
  static CampaignFolder create(const std::filesystem::path& folder, Manifest manifest);

  const Manifest& manifest() const { return manifest_; }
  const std::string& digest() const { return digest_; }  ///< of the manifest
  const std::filesystem::path& path() const { return folder_; }
  std::filesystem::path shard(const Block& block) const;
  std::filesystem::path claim(std::size_t task) const;
  std::filesystem::path claims() const { return folder_ / "claims"; }

  /// Throws results::ResultError when that file would stand among the shards.
  void refuse_own(const std::filesystem::path& output) const;
  /// It has a shard that was written to its end: the seal is its last line.
  bool is_done(const Block& block) const;
  /// Blocks of each row, in order.
  std::vector<std::vector<Block>> blocks_by_row() const;

private:
  CampaignFolder(std::filesystem::path folder, Manifest manifest);

  std::filesystem::path folder_;
  Manifest manifest_;
  std::string digest_;
  mutable std::set<Block> sealed_;  ///< shards whose seal was seen
};

}  // namespace studies
