#include <fmt/format.h>

#include <iostream>

#include "cli/campaign_commands.hpp"
#include "cli/options/count_bounds.hpp"
#include "models/text/file_reader.hpp"
#include "reports/documents/campaigns/campaign_cost.hpp"
#include "results/brief_folder.hpp"
#include "results/json_text.hpp"
#include "studies/campaign/costed.hpp"
#include "studies/campaign/folder.hpp"
#include "studies/campaign/manifest.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/campaign/survey.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/interrupt.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

class CampaignPlan : public Command {
public:
  explicit CampaignPlan(CLI::App& campaign) : Command(campaign, "plan") {
    app()
        .add_option("CAMPAIGN", file_, "The campaign file (scenarios/*.campaign.yaml)")
        ->required()
        ->option_text("FILE REQUIRED");
    app()
        .add_option("-o,--output", folder_,
                    "Make this folder with the manifest [only say the cost]")
        ->option_text("FOLDER");
    app()
        .add_option("-n,--replications", replications_, "Of each row; default: the file's")
        ->check(replication_bounds)
        ->option_text("N");
    app()
        .add_option("--precision", precision_,
                    "Stop a row when measure C is known to a share R of its mean:\n"
                    "0.05@lost_callers or 5%@lost_callers; several with commas, all\n"
                    "of them; -n is then the most; default: the file's")
        ->check(studies::check_precision)
        ->option_text("R@C");
    app()
        .add_option("--task-seconds", task_s_,
                    "Processor seconds that a task is worth; default: 30,\n"
                    "less in a campaign of few minutes")
        ->check(CLI::Range(0.01, 1e6))
        ->option_text("S");
    app()
        .add_option("-j,--jobs", jobs_, "Processes at a time; default: one per core")
        ->check(job_bounds)
        ->option_text("J");
  }

  int operator()() override {
    studies::require_there(file_);
    if (!folder_.empty() && models::is_there(fs::path(folder_) / "manifest.json"))
      studies::CampaignFolder::create(folder_, {});  // says that it is there
    const scenarios::Campaign campaign = scenarios::read_campaign(file_);
    studies::Manifest manifest = studies::manifest_of(campaign, precision_, replications_);
    const studies::Interrupt interrupt;
    const results::BriefFolder scratch;
    const std::vector<studies::RowSurvey> rows = [&] {
      auto bar = progress_bar();
      return studies::survey(manifest, jobs_, scratch.path(), bar.follow(), interrupt);
    }();
    if (interrupt.signal() != 0)
      return studies::exit_code::interrupted(interrupt.signal());
    analysis::CampaignCost cost = complete(manifest, campaign, rows, task_s_);
    if (!folder_.empty())
      manifest = studies::CampaignFolder::create(folder_, std::move(manifest)).manifest();
    show(manifest, std::move(cost));
    return studies::exit_code::done;
  }

private:
  void show(const studies::Manifest& manifest, analysis::CampaignCost cost) const {
    const analysis::CampaignNamed campaign = named(manifest);
    cost.jobs = jobs_;
    cost.folder = folder_;
    if (!folder_.empty())
      cost.next =
          fmt::format("uitwijk campaign run {} -j {}", studies::shell_quoted(folder_), jobs_);
    std::cout << (json() ? results::json_text(reports::campaign_cost_json(campaign, cost))
                         : reports::campaign_cost_text(campaign, cost, language()));
  }

  std::string file_, folder_, precision_;
  std::optional<std::uint64_t> replications_;
  std::optional<double> task_s_;
  int jobs_ = studies::cores_here();
};

}  // namespace

std::unique_ptr<Command> make_campaign_plan(CLI::App& campaign) {
  return std::make_unique<CampaignPlan>(campaign);
}

}  // namespace cli
