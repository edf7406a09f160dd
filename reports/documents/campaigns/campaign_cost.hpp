#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/trials/campaign_state.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What `uitwijk campaign plan` tells: rows and sentences, for a page; JSON.
std::string campaign_cost_text(const analysis::CampaignNamed& campaign,
                               const analysis::CampaignCost& cost, Language language);
nlohmann::ordered_json campaign_cost_json(const analysis::CampaignNamed& campaign,
                                          const analysis::CampaignCost& cost);

}  // namespace reports
