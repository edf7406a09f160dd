#pragma once

#include <optional>
#include <vector>

#include "analysis/trials/campaign_state.hpp"
#include "studies/campaign/survey.hpp"

namespace studies {

/// Makes a manifest whole with what was found out about its rows: inputs, rubricering, disk, and
/// tasks of so many processor seconds each (default: `usual_task_s`). Gives what all of it will
/// take, but for where and by how many it is run. Throws models::InvalidInput with the problems of
/// the rows at their places in the campaign.
analysis::CampaignCost complete(Manifest& manifest, const scenarios::Campaign& campaign,
                                const std::vector<RowSurvey>& rows, std::optional<double> task_s);

}  // namespace studies
