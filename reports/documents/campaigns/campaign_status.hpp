#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/trials/campaign_state.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// What `uitwijk campaign status` tells: sentences; the same numbers, one a row; JSON.
std::string campaign_status_text(const analysis::CampaignNamed& campaign,
                                 const analysis::CampaignState& state, Language language);
Document campaign_status_document(const analysis::CampaignNamed& campaign,
                                  const analysis::CampaignState& state, Language language);
nlohmann::ordered_json campaign_status_json(const analysis::CampaignNamed& campaign,
                                            const analysis::CampaignState& state,
                                            Language language);

}  // namespace reports
