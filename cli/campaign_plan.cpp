#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

#include "cli/campaign_commands.hpp"
#include "cli/options/count_bounds.hpp"
#include "models/text/file_reader.hpp"
#include "reports/documents/campaigns/campaign_cost.hpp"
#include "results/brief_folder.hpp"
#include "results/json_text.hpp"
#include "studies/campaign/folder.hpp"
#include "studies/campaign/manifest.hpp"
#include "studies/campaign/planned.hpp"
#include "studies/campaign/survey.hpp"
#include "studies/campaign/tasks.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/interrupt.hpp"
#include "studies/shipped_files.hpp"

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
      ProgressBar bar(language(), progress());
      return studies::survey(manifest, jobs_, scratch.path(), bar.follow(), interrupt);
    }();
    if (interrupt.signal() != 0)
      return studies::exit_code::interrupted(interrupt.signal());
    studies::throw_problems(campaign, problems_of(rows));
    complete(manifest, rows);
    if (!folder_.empty())
      manifest = studies::CampaignFolder::create(folder_, std::move(manifest)).manifest();
    show(manifest);
    return studies::exit_code::done;
  }

private:
  static std::vector<std::vector<models::Problem>> problems_of(
      const std::vector<studies::RowSurvey>& rows) {
    std::vector<std::vector<models::Problem>> out;
    for (const studies::RowSurvey& row : rows)
      out.push_back(row.problems);
    return out;
  }

  /// The highest marking cannot be told from texts, so all that occur are named.
  static std::string rubricering_of(const std::vector<studies::RowSurvey>& rows) {
    std::vector<std::string> found;
    for (const studies::RowSurvey& row : rows) {
      if (std::find(found.begin(), found.end(), row.rubricering) == found.end())
        found.push_back(row.rubricering);
    }
    return fmt::format("{}", fmt::join(found, "; "));
  }

  void complete(studies::Manifest& manifest, const std::vector<studies::RowSurvey>& rows) {
    std::set<studies::ManifestInput> inputs(manifest.inputs.begin(), manifest.inputs.end());
    for (const studies::RowSurvey& row : rows) {
      inputs.insert(row.inputs.begin(), row.inputs.end());
      costs_.push_back(row.cost);
    }
    manifest.inputs.assign(inputs.begin(), inputs.end());
    if (manifest.rubricering.empty())
      manifest.rubricering = rubricering_of(rows);
    if (!task_s_)
      task_s_ = studies::usual_task_s(costs_, manifest.replications);
    manifest.tasks = studies::cut(costs_, manifest.prefix_ends(), *task_s_);
    for (const studies::Task& task : manifest.tasks)
      for (const studies::Block& block : task.blocks) {
        const studies::RowCost& cost = costs_[block.row];
        const auto count = static_cast<double>(block.count);
        manifest.disk_bytes += cost.block_bytes + count * cost.replication_bytes;
        merge_s_ += cost.block_merge_s + count * cost.merge_s;
      }
  }

  double row_cost_s(const studies::Manifest& manifest, std::size_t row) const {
    return static_cast<double>(manifest.prefix_ends().size()) * costs_[row].block_s +
           static_cast<double>(manifest.replications) * costs_[row].replication_s;
  }

  analysis::CampaignCost cost_of(const studies::Manifest& manifest) const {
    analysis::CampaignCost out;
    for (std::size_t row = 0; row < manifest.rows.size(); ++row)
      out.rows.push_back(
          {manifest.rows[row].id, manifest.rows[row].command, row_cost_s(manifest, row)});
    out.prefix_ends = manifest.prefix_ends();
    out.replications_in_all = manifest.replications_in_all();
    out.tasks = manifest.tasks.size();
    out.task_s = *task_s_;
    out.processor_s = manifest.cost_s();
    out.merge_s = merge_s_;
    out.disk_bytes = manifest.disk_bytes;
    out.jobs = jobs_;
    out.folder = folder_;
    if (!folder_.empty())
      out.next =
          fmt::format("uitwijk campaign run {} -j {}", studies::shell_quoted(folder_), jobs_);
    return out;
  }

  void show(const studies::Manifest& manifest) const {
    const analysis::CampaignNamed campaign = named(manifest);
    const analysis::CampaignCost cost = cost_of(manifest);
    std::cout << (json() ? results::json_text(reports::campaign_cost_json(campaign, cost))
                         : reports::campaign_cost_text(campaign, cost, language()));
  }

  std::string file_, folder_, precision_;
  std::optional<std::uint64_t> replications_;
  std::optional<double> task_s_;
  int jobs_ = studies::cores_here();
  std::vector<studies::RowCost> costs_;
  double merge_s_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_campaign_plan(CLI::App& campaign) {
  return std::make_unique<CampaignPlan>(campaign);
}

}  // namespace cli
