#pragma once

#include "studies/campaign/folder.hpp"
#include "studies/on_progress.hpp"

namespace studies {

/// Works off all tasks that nobody else works on, `jobs` processes at a time, and waits for those
/// of others. A worker that dies is replaced; its task is taken up again. The exit code.
int run_crew(const CampaignFolder& folder, int jobs, const OnProgress& on_progress);

}  // namespace studies
