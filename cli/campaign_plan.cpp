#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/brief_folder.hpp"
#include "cli/campaign_commands.hpp"
#include "cli/campaign_folder.hpp"
#include "cli/campaign_manifest.hpp"
#include "cli/campaign_survey.hpp"
#include "cli/campaign_tasks.hpp"
#include "cli/campaign_words.hpp"
#include "cli/conduct.hpp"
#include "cli/count_bounds.hpp"
#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_text.hpp"
#include "cli/numbers.hpp"
#include "cli/plural.hpp"
#include "cli/schemas.hpp"
#include "cli/shipped_files.hpp"
#include "cli/text_table.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

const Manual manual = {
    "Cut a campaign into tasks and say what it will cost",
    "  uitwijk campaign plan scenarios/demo.campaign.yaml              rows and cost only\n"
    "  uitwijk campaign plan scenarios/demo.campaign.yaml -o demo      and a folder to run it in\n"
    "  uitwijk campaign plan scenarios/national.campaign.yaml -o nl --task-seconds 120\n"
    "  uitwijk campaign plan scenarios/demo.campaign.yaml -n 50 --json  numbers for a program\n"
    "  uitwijk campaign plan scenarios/demo.campaign.yaml -o demo -n 1600 --precision "
    "5%@lost_callers\n",
    "Every row is read, and whatever is wrong with any of them is said. Then three replications "
    "of\n"
    "each are run, a short, a middling and a long one, and the cost of all follows from the "
    "windows\n"
    "that are drawn. It is the processor time of this machine, now: another one differs. Three\n"
    "replications compress less than many, so what is said of merging and disk is an upper bound.\n"
    "\n"
    "FOLDER gets manifest.json: rows, tasks, seed, version and commit of this program and the\n"
    "SHA-256 of every file that was read. 'run' refuses files and programs that are not these.\n"
    "How the rows are cut into tasks changes no result.\n"
    "\n"
    "With a precision, of the file or of --precision, a row stops as soon as half the 95 % "
    "interval\n"
    "of measure C is at most R of its mean; several must all be. It is judged after 50, 100, 200,\n"
    "... replications, never in between, the file's or -n at most. The cost is then an upper "
    "bound:\n"
    "that of rows which never get so far. A mean of zero is never precise.\n"
    "\n"
    "Exit codes:\n"
    "  0  done\n"
    "  1  our fault, or FOLDER cannot be written\n"
    "  2  wrong usage\n"
    "  3  invalid input: every problem as file:line:column: message; or FOLDER has a campaign\n"
    "  130, 143  interrupted; nothing was written"};

class CampaignPlan : public Command {
public:
  explicit CampaignPlan(CLI::App& campaign) : Command(campaign, "plan", manual) {
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
        ->check(check_precision)
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
    require_there(file_);
    if (!folder_.empty() && fs::exists(fs::path(folder_) / "manifest.json"))
      CampaignFolder::create(folder_, {});  // says that it is there
    const scenarios::Campaign campaign = scenarios::read_campaign(file_);
    Manifest manifest = manifest_of(campaign, precision_, replications_);
    const Interrupt interrupt;
    const BriefFolder scratch;
    const std::vector<RowSurvey> rows = [&] {
      ProgressBar bar(language(), progress());
      return survey(manifest, jobs_, scratch.path(), bar, interrupt);
    }();
    if (interrupt.signal() != 0)
      return exit_code::interrupted(interrupt.signal());
    throw_problems(campaign, problems_of(rows));
    complete(manifest, rows);
    if (!folder_.empty())
      manifest = CampaignFolder::create(folder_, std::move(manifest)).manifest();
    show(manifest);
    return exit_code::done;
  }

private:
  static std::vector<std::vector<models::Problem>> problems_of(const std::vector<RowSurvey>& rows) {
    std::vector<std::vector<models::Problem>> out;
    for (const RowSurvey& row : rows)
      out.push_back(row.problems);
    return out;
  }

  /// The highest marking cannot be told from texts, so all that occur are named.
  static std::string rubricering_of(const std::vector<RowSurvey>& rows) {
    std::vector<std::string> found;
    for (const RowSurvey& row : rows) {
      if (std::find(found.begin(), found.end(), row.rubricering) == found.end())
        found.push_back(row.rubricering);
    }
    return fmt::format("{}", fmt::join(found, "; "));
  }

  void complete(Manifest& manifest, const std::vector<RowSurvey>& rows) {
    std::set<ManifestInput> inputs(manifest.inputs.begin(), manifest.inputs.end());
    for (const RowSurvey& row : rows) {
      inputs.insert(row.inputs.begin(), row.inputs.end());
      costs_.push_back(row.cost);
    }
    manifest.inputs.assign(inputs.begin(), inputs.end());
    if (manifest.rubricering.empty())
      manifest.rubricering = rubricering_of(rows);
    if (!task_s_)
      task_s_ = usual_task_s(costs_, manifest.replications);
    manifest.tasks = cut(costs_, manifest.prefix_ends(), *task_s_);
    for (const Task& task : manifest.tasks)
      for (const Block& block : task.blocks) {
        const RowCost& cost = costs_[block.row];
        const auto count = static_cast<double>(block.count);
        manifest.disk_bytes += cost.block_bytes + count * cost.replication_bytes;
        merge_s_ += cost.block_merge_s + count * cost.merge_s;
      }
  }

  double row_cost_s(const Manifest& manifest, std::size_t row) const {
    return static_cast<double>(manifest.prefix_ends().size()) * costs_[row].block_s +
           static_cast<double>(manifest.replications) * costs_[row].replication_s;
  }

  void show(const Manifest& manifest) const {
    if (json())
      return show_json(manifest);
    std::cout << emphasised(manifest.name, bold_wanted()) << '\n';
    const std::string most = manifest.precision ? "≤ " : "";
    TextTable table({campaign_word("row", language()), campaign_word("replications", language()),
                     campaign_word("processor", language())},
                    24);
    for (std::size_t row = 0; row < manifest.rows.size(); ++row)
      table.row({manifest.rows[row].id, most + std::to_string(manifest.replications),
                 most + duration(row_cost_s(manifest, row))});
    table.print(std::cout, bold_wanted());
    const double all_s = manifest.cost_s();
    const auto line = [&](const std::string& text) { std::cout << text << '\n'; };
    line("");
    line(campaign_text("cost", language(), Count(manifest.rows.size()), most,
                       Count(manifest.replications), manifest.tasks.size(), *task_s_));
    if (manifest.precision)
      line(campaign_text("cost.precision", language(), fmt::join(manifest.prefix_ends(), ", "),
                         manifest.precision->text));
    line(campaign_text("cost.time", language(),
                       campaign_word(manifest.precision ? "at_most_about" : "about", language()),
                       duration(all_s), duration(all_s / jobs_), jobs_, duration(merge_s_)));
    line(campaign_text("cost.disk", language(), manifest.disk_bytes / 1e6,
                       folder_.empty() ? "FOLDER" : folder_));
    line(campaign_word("cost.measured", language()));
    if (!folder_.empty())
      line(campaign_text(
          "next", language(),
          fmt::format("uitwijk campaign run {} -j {}", shell_quoted(folder_), jobs_)));
  }

  void show_json(const Manifest& manifest) const {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t row = 0; row < manifest.rows.size(); ++row)
      rows.push_back({{"id", manifest.rows[row].id},
                      {"command", manifest.rows[row].command},
                      {"replications", manifest.replications},
                      {"cost_s", row_cost_s(manifest, row)}});
    const nlohmann::ordered_json out = {
        {"schema", name_of(Schema::campaign_plan)},
        {"name", manifest.name},
        {"rubricering", manifest.rubricering},
        {"digest", digest_of(manifest)},
        {"folder", folder_.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(folder_)},
        {"rows", rows},
        {"replications", manifest.replications_in_all()},
        {"precision", manifest.precision ? nlohmann::ordered_json(manifest.precision->text)
                                         : nlohmann::ordered_json()},
        {"tasks", manifest.tasks.size()},
        {"task_s", *task_s_},
        {"cost_s", manifest.cost_s()},
        {"merge_s", merge_s_},
        {"disk_bytes", manifest.disk_bytes}};
    std::cout << json_text(out);
  }

  std::string file_, folder_, precision_;
  std::optional<std::uint64_t> replications_;
  std::optional<double> task_s_;
  int jobs_ = cores_here();
  std::vector<RowCost> costs_;
  double merge_s_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_campaign_plan(CLI::App& campaign) {
  return std::make_unique<CampaignPlan>(campaign);
}

}  // namespace cli
