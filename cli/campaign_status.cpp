#include "reports/documents/campaigns/campaign_status.hpp"
#include "cli/campaign_commands.hpp"
#include "cli/options/format_options.hpp"
#include "studies/campaign/progress.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

class CampaignStatus : public Command {
public:
  explicit CampaignStatus(CLI::App& campaign) : Command(campaign, "status") {
    app()
        .add_option("FOLDER", folder_, "That 'campaign plan' made")
        ->required()
        ->option_text("FOLDER REQUIRED");
    format_.add_to(app());
  }

  int operator()() override {
    const studies::CampaignFolder folder(folder_);
    const studies::CampaignState state = studies::CampaignProgress(folder).state();
    const analysis::CampaignNamed campaign = named(folder.manifest());
    const int shown = format_.show(
        {.document =
             [&](reports::Names) {
               return reports::campaign_status_document(campaign, state, language());
             },
         .json = [&] { return reports::campaign_status_json(campaign, state, language()); },
         .text = [&] { return reports::campaign_status_text(campaign, state, language()); }},
        json(), quiet(), language());
    if (shown != studies::exit_code::done)
      return shown;
    if (!state.complete())
      return studies::exit_code::partial;
    return state.not_precise.empty() ? studies::exit_code::done
                                     : studies::exit_code::precision_not_reached;
  }

private:
  std::string folder_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_campaign_status(CLI::App& campaign) {
  return std::make_unique<CampaignStatus>(campaign);
}

}  // namespace cli
