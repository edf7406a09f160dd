#include <fmt/format.h>

#include <optional>

#include "cli/campaign_commands.hpp"
#include "cli/options/count_bounds.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/plural.hpp"
#include "studies/campaign/crew.hpp"
#include "studies/campaign/folder.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/worker.hpp"
#include "studies/conduct.hpp"
#include "studies/exit_code.hpp"
#include "studies/interrupt.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

const Manual manual = {
    "Work off the tasks of a planned campaign, or what is left of them",
    "  uitwijk campaign run demo               all tasks, a process for each core\n"
    "  uitwijk campaign run demo -j 8          eight processes; start it on another machine too\n"
    "  uitwijk campaign run demo --task 17     one task, as a job of a cluster does\n",
    "Run it where the campaign was planned: names of files are seen from there. A task is\n"
    "claimed by one process at a time, among all machines that share the folder; a finished block\n"
    "of replications becomes a file in FOLDER/shards, whole or not at all, mode 0600. Killed or\n"
    "interrupted, it is run again and goes on with what is missing. Without --task it ends when\n"
    "the campaign is complete, also when others work on the last tasks. A task whose process is\n"
    "gone is taken up by another: at once on the same machine, after 10 min on others.\n"
    "\n"
    "With a precision a row stops at the first of 50, 100, 200, ... replications at which it is\n"
    "reached, judged when all of them are there. Blocks behind that are not run, and nobody\n"
    "begins one before the row is known to need it: a process that finds no other work waits.\n"
    "With --task it is run all the same when nobody can tell yet; that may be for nothing, but\n"
    "'merge' takes the same replications.\n"
    "\n"
    "Exit codes:\n"
    "  0  the campaign, or the task, is complete; 'status' and 'merge' say whether it is precise\n"
    "  1  our fault, or a shard cannot be written (no permission, disk full)\n"
    "  2  wrong usage\n"
    "  3  invalid input: no campaign, other files or another program than it was planned with\n"
    "  5  partial: workers died again and again; with --task: another process works on it\n"
    "  130, 143  interrupted; finished blocks are kept"};

class CampaignRun : public Command {
public:
  explicit CampaignRun(CLI::App& campaign) : Command(campaign, "run", manual) {
    app()
        .add_option("FOLDER", folder_, "That 'campaign plan' made")
        ->required()
        ->option_text("FOLDER REQUIRED");
    CLI::Option* const jobs =
        app()
            .add_option("-j,--jobs", jobs_,
                        "Processes at a time, at least 1; default: one per core")
            ->check(job_bounds)
            ->option_text("J");
    app()
        .add_option("--task", task_, "Work on this one only, numbered from 0")
        ->excludes(jobs)
        ->option_text("K");
  }

  int operator()() override {
    const studies::CampaignFolder folder(folder_);
    studies::check_program(folder.manifest(), folder.path());
    if (task_)
      return run_one(folder);
    const int code = [&] {
      ProgressBar bar(language(), progress());
      return studies::run_crew(folder, jobs_, bar.follow());
    }();
    if (!quiet())
      tell(folder, code);
    return code;
  }

private:
  void tell(const studies::CampaignFolder& folder, int code) const {
    if (code != studies::exit_code::done) {
      studies::say(
          "{}\n", reports::campaign_text("incomplete", language(), studies::shell_quoted(folder_)));
      return;
    }
    studies::say("{}\n", reports::campaign_word("complete", language()));
    if (const auto rows = studies::CampaignProgress(folder).state().not_precise; !rows.empty())
      studies::say("{}\n", reports::campaign_text("not_precise", language(),
                                                  reports::Count(folder.manifest().replications),
                                                  fmt::join(rows, ", ")));
  }

  int run_one(const studies::CampaignFolder& folder) const {
    require_task(folder);
    const studies::Interrupt interrupt;
    studies::CampaignProgress progress(folder);
    switch (studies::work_on(folder, progress, *task_, studies::Unjudged::run,
                             [&](std::uint64_t) { return interrupt.signal() == 0; })) {
      case studies::TaskEnd::done:
        return say(reports::campaign_text("task_done", language(), *task_),
                   studies::exit_code::done);
      case studies::TaskEnd::taken: {
        const auto who = results::claimant_of(folder.claim(*task_)).value_or(results::Claimant{});
        return say(reports::campaign_text("taken", language(), *task_, who.host, who.pid),
                   studies::exit_code::partial);
      }
      case studies::TaskEnd::stopped:
        break;
    }
    return interrupt.signal() != 0 ? studies::exit_code::interrupted(interrupt.signal())
                                   : studies::exit_code::partial;
  }

  void require_task(const studies::CampaignFolder& folder) const {
    if (*task_ >= folder.manifest().tasks.size())
      models::refuse({"--task", 0, 0}, fmt::format("must be less than {}, found {}",
                                                   folder.manifest().tasks.size(), *task_));
  }

  int say(const std::string& text, int code) const {
    if (!quiet())
      studies::say("{}\n", text);
    return code;
  }

  std::string folder_;
  std::optional<std::size_t> task_;
  int jobs_ = studies::cores_here();
};

}  // namespace

std::unique_ptr<Command> make_campaign_run(CLI::App& campaign) {
  return std::make_unique<CampaignRun>(campaign);
}

}  // namespace cli
