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

class CampaignRun : public Command {
public:
  explicit CampaignRun(CLI::App& campaign) : Command(campaign, "run") {
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
      auto bar = progress_bar();
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
