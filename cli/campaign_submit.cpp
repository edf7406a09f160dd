#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/campaign_commands.hpp"
#include "cli/options/file_endings.hpp"
#include "reports/words/campaign_words.hpp"
#include "results/json_text.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"
#include "studies/campaign/progress.hpp"
#include "studies/campaign/row.hpp"
#include "studies/campaign/slurm_script.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

class CampaignSubmit : public Command {
public:
  explicit CampaignSubmit(CLI::App& campaign) : Command(campaign, "submit") {
    app()
        .add_option("FOLDER", folder_, "That 'campaign plan' made")
        ->required()
        ->option_text("FOLDER REQUIRED");
    const auto text = [&](const char* name, std::string& value, const char* help,
                          const char* form) {
      return app().add_option(name, value, help)->option_text(form);
    };
    text("-o,--output", output_, "What the merge job writes", "FILE.h5 REQUIRED")
        ->check(ends_in(".h5"))
        ->required();
    text("--time", jobs_.time, "Most time of one job, as Slurm writes it: minutes or\nHH:MM:SS",
         "TIME REQUIRED")
        ->required();
    text("--merge-time", jobs_.merge_time, "The same of the merge job [that of --time]", "TIME");
    text("--mem", jobs_.memory, "Memory of one job [2G]", "SIZE");
    text("--partition", jobs_.partition, "[the cluster's default]", "P");
    text("--account", jobs_.account, "[yours]", "A");
    app()
        .add_option("--at-once", jobs_.at_once, "Most jobs of the array at a time [no limit]")
        ->check(CLI::Range(1, 1'000'000))
        ->option_text("N");
    app().add_flag("--dry-run", dry_run_, "Write the scripts and submit nothing");
  }

  int operator()() override {
    const studies::CampaignFolder folder(folder_);
    studies::check_program(folder.manifest(), folder.path());
    folder.refuse_own(output_);
    results::check_writable(output_);
    prepare(folder);
    const fs::path array = jobs_.folder / "campaign.sbatch", merge = jobs_.folder / "merge.sbatch";
    if (!jobs_.tasks.empty())
      write(array, studies::array_script(jobs_));
    write(merge, studies::merge_script(jobs_));
    if (dry_run_) {
      if (json())
        show("", "");
      return studies::exit_code::done;
    }
    const std::string array_job = jobs_.tasks.empty() ? "" : studies::submit("", array);
    const std::string merge_job =
        studies::submit(array_job.empty() ? "" : "--dependency=afterany:" + array_job + " ", merge);
    show(array_job, merge_job);
    return studies::exit_code::done;
  }

private:
  void prepare(const studies::CampaignFolder& folder) {
    const studies::Manifest& manifest = folder.manifest();
    jobs_.program = fs::read_symlink("/proc/self/exe");
    jobs_.folder = fs::absolute(folder.path()).lexically_normal();
    if (!jobs_.folder.has_filename())  // "nl/"
      jobs_.folder = jobs_.folder.parent_path();
    jobs_.output = fs::absolute(output_).lexically_normal();
    jobs_.directory = manifest.folder;
    jobs_.name = "uitwijk-" + jobs_.folder.filename().string();
    if (jobs_.merge_time.empty())
      jobs_.merge_time = jobs_.time;
    studies::CampaignProgress progress(folder);
    for (std::size_t task = 0; task < manifest.tasks.size(); ++task)
      if (!progress.is_done(manifest.tasks[task]))
        jobs_.tasks.push_back(task);
    studies::make_folder(jobs_.folder / "logs");
  }

  void write(const fs::path& file, const std::string& text) const {
    results::PartFile part(file);
    part.append(text);
    part.commit();
    if (!quiet())
      studies::say("{}\n", reports::campaign_text("wrote", language(), file.string()));
  }

  static nlohmann::ordered_json or_null(const std::string& job) {
    return job.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(job);
  }

  void show(const std::string& array_job, const std::string& merge_job) const {
    if (json()) {
      const nlohmann::ordered_json out = {{"schema", name_of(results::Schema::campaign_submit)},
                                          {"array_job", or_null(array_job)},
                                          {"merge_job", or_null(merge_job)},
                                          {"tasks", jobs_.tasks.size()}};
      std::cout << results::json_text(out);
    } else
      std::cout << reports::campaign_text("submitted", language(),
                                          array_job.empty() ? "-" : array_job, merge_job)
                << '\n';
  }

  std::string folder_, output_;
  bool dry_run_ = false;
  studies::SlurmJobs jobs_ = [] {
    studies::SlurmJobs out;
    out.memory = "2G";
    return out;
  }();
};

}  // namespace

std::unique_ptr<Command> make_campaign_submit(CLI::App& campaign) {
  return std::make_unique<CampaignSubmit>(campaign);
}

}  // namespace cli
