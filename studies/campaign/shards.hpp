#pragma once

#include "results/study.hpp"
#include "studies/campaign/progress.hpp"

namespace studies {

/// Puts the replications of a part behind those that are there. Of a part in which all failed
/// nobody knows how long its windows were.
void append(results::Study& all, results::Study part);

/// A row, or a part of it, put together from the shards of these blocks, in order, whoever wrote
/// them. Throws models::InvalidInput for a shard that is damaged or belongs to
/// another campaign.
results::Study merged_row(const CampaignFolder& folder, std::size_t row,
                          const std::vector<Block>& blocks);

/// Throws models::InvalidInput when the row as it is here would have stopped elsewhere: what was
/// kept beside the shards is not theirs.
void check_end(const CampaignFolder& folder, std::size_t row, const results::Study& study,
               const RowEnd& end);

/// How a row ended that was put together: as `uitwijk run` of it would say.
results::Ending ending_of(const Manifest& manifest, const results::Study& study, const RowEnd& end);

}  // namespace studies
