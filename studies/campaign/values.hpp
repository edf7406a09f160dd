#pragma once

#include "results/study.hpp"
#include "studies/campaign/folder.hpp"
#include "studies/precision.hpp"

namespace studies {

/// Keeps beside a shard, SHARD.values.json, what the precision is judged by, so that nobody has to
/// read whole shards for that. It goes before the shard; without a precision there is none.
void keep_values(const CampaignFolder& folder, const Block& block, const results::Study& study);

/// What was kept, or what the shard itself says when that is gone, damaged or of another campaign.
/// Throws what `merged_row` throws.
TargetValues values_of(const CampaignFolder& folder, const Block& block);

}  // namespace studies
