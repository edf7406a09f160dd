#pragma once

#include "cli/campaign_folder.hpp"
#include "results/study.hpp"

namespace cli {

/// A row put together from those of its shards that are there, in the order of their replications,
/// whoever wrote them. Throws models::InvalidInput for a shard that is damaged or belongs to
/// another campaign.
results::Study merged_row(const CampaignFolder& folder, std::size_t row,
                          const std::vector<Block>& blocks);

}  // namespace cli
