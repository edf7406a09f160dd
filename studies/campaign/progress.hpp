#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/trials/campaign_state.hpp"
#include "studies/campaign/folder.hpp"
#include "studies/precision.hpp"

namespace studies {

/// Where a row ends. With a precision that is judged by complete prefixes, in order, so it does not
/// depend on who ran what first.
struct RowEnd {
  /// Replications of the row; while it is not decided, of the prefix that has to be complete before
  /// anybody can tell.
  std::uint64_t end = 0;
  bool decided = false;  ///< all of them are there, and no more are needed
  bool precise = true;   ///< false: it has the most replications and has not reached its precision
};

/// Whether a block belongs to the row; unknown: an earlier prefix is not complete.
enum class Need { yes, no, unknown };

using analysis::CampaignState;

/// Follows a campaign by its shards; remembers what it has judged. Throws what `values_of` throws.
class CampaignProgress {
public:
  explicit CampaignProgress(const CampaignFolder& folder);

  RowEnd end_of(std::size_t row);
  Need need_of(const Block& block);
  /// It has a shard, or is not needed.
  bool is_done(const Block& block);
  bool is_done(const Task& task);
  /// A block without a shard is known to be needed.
  bool has_work(const Task& task);
  /// What is there of a row and belongs to it for sure, in order. Not all, unless `end` is decided;
  /// also while others work on it.
  struct Found {
    RowEnd end;
    std::vector<Block> blocks;
  };
  Found find(std::size_t row);
  bool is_complete();
  CampaignState state();

private:
  struct Row {
    std::vector<Block> blocks;
    std::size_t judged_blocks = 0, prefix = 0;
    TargetValues values;
    RowEnd end;
  };

  bool prefix_is_there(const Row& row) const;
  void judge(Row& row);
  void add_task(CampaignState& state, std::size_t task);

  const CampaignFolder& folder_;
  std::vector<std::uint64_t> ends_;
  std::vector<Row> rows_;
};

}  // namespace studies
