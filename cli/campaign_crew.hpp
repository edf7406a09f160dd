#pragma once

#include "cli/campaign_folder.hpp"
#include "cli/progress_bar.hpp"

namespace cli {

/// Works off all tasks that nobody else works on, `jobs` processes at a time, and waits for those
/// of others. A worker that dies is replaced; its task is taken up again. The exit code.
int run_crew(const CampaignFolder& folder, int jobs, ProgressBar& bar);

}  // namespace cli
