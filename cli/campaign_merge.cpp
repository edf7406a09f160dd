#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/campaign_commands.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/written.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/plural.hpp"
#include "results/campaign_file.hpp"
#include "results/json_text.hpp"
#include "results/result_file.hpp"
#include "results/schemas.hpp"
#include "studies/campaign/progress.hpp"
#include "studies/campaign/shards.hpp"
#include "studies/exit_code.hpp"
#include "studies/interrupt.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

class CampaignMerge : public Command {
public:
  explicit CampaignMerge(CLI::App& campaign) : Command(campaign, "merge") {
    app()
        .add_option("FOLDER", folder_, "That 'campaign plan' made")
        ->required()
        ->option_text("FOLDER REQUIRED");
    app()
        .add_option("-o,--output", output_, "The result file")
        ->check(ends_in(".h5"))
        ->required()
        ->option_text("FILE.h5 REQUIRED");
    app().add_flag("--partial", partial_, "Write what is there, also when something is missing");
  }

  int operator()() override {
    const studies::CampaignFolder folder(folder_);
    folder.refuse_own(output_);
    studies::CampaignProgress campaign(folder);
    const studies::CampaignState state = campaign.state();
    if (state.missing_for_sure > 0 && !partial_) {
      const reports::Count missing(state.missing_for_sure);
      studies::say("{}\n", folder.manifest().precision
                               ? reports::campaign_text("missing.or_more", language(), missing)
                               : reports::campaign_text("missing", language(), missing));
      return studies::exit_code::partial;
    }
    const studies::Interrupt interrupt;
    if (!write(folder, campaign, interrupt))
      return studies::exit_code::interrupted(interrupt.signal());
    show(folder.manifest());
    if (missing() > 0 || failed_ > 0)
      return studies::exit_code::partial;
    return not_precise_.empty() ? studies::exit_code::done
                                : studies::exit_code::precision_not_reached;
  }

private:
  bool write(const studies::CampaignFolder& folder, studies::CampaignProgress& campaign,
             const studies::Interrupt& interrupt) {
    const studies::Manifest& manifest = folder.manifest();
    results::CampaignWriter file(
        output_, {manifest.name, manifest.rubricering, studies::canonical_text(manifest),
                  studies::digest_of(manifest)});
    auto bar = progress_bar();
    bar.show(0, manifest.rows.size());
    for (std::size_t row = 0; row < manifest.rows.size(); ++row) {
      if (interrupt.signal() != 0)
        return false;
      const auto [end, blocks] = campaign.find(row);
      results::Study study = studies::merged_row(folder, row, blocks);
      studies::check_end(folder, row, study, end);
      study.ending = studies::ending_of(manifest, study, end);
      finished_ += study.replications.size();
      failed_ += study.failures.size();
      asked_ += end.end;
      if (!end.precise)
        not_precise_.push_back(manifest.rows[row].id);
      file.add(manifest.rows[row].id, end.end, study);
      bar.show(row + 1, manifest.rows.size());
    }
    file.commit();
    return true;
  }

  std::uint64_t missing() const { return asked_ - finished_ - failed_; }

  void show(const studies::Manifest& manifest) const {
    if (json())
      show_json(manifest);
    else if (!quiet())
      studies::say("{}\n", reports::campaign_text("merged", language(), output_,
                                                  reports::Count(manifest.rows.size()), finished_,
                                                  reports::Count(asked_), failed_));
    if (!quiet())
      say_who_reads(output_, language());
    if (missing() > 0)
      studies::say("{}\n",
                   reports::campaign_text("partial", language(), reports::Count(missing())));
    if (!not_precise_.empty() && !quiet())
      studies::say("{}\n", reports::campaign_text("not_precise", language(),
                                                  reports::Count(manifest.replications),
                                                  fmt::join(not_precise_, ", ")));
  }

  void show_json(const studies::Manifest& manifest) const {
    const auto precision = manifest.precision ? nlohmann::ordered_json(manifest.precision->text)
                                              : nlohmann::ordered_json();
    const nlohmann::ordered_json out = {{"schema", name_of(results::Schema::campaign_merge)},
                                        {"name", manifest.name},
                                        {"file", output_},
                                        {"digest", studies::digest_of(manifest)},
                                        {"complete", missing() == 0},
                                        {"rows", manifest.rows.size()},
                                        {"replications", finished_},
                                        {"failed", failed_},
                                        {"missing", missing()},
                                        {"precision", precision},
                                        {"not_precise", not_precise_}};
    std::cout << results::json_text(out);
  }

  std::string folder_, output_;
  bool partial_ = false;
  std::uint64_t asked_ = 0, finished_ = 0, failed_ = 0;
  std::vector<std::string> not_precise_;
};

}  // namespace

std::unique_ptr<Command> make_campaign_merge(CLI::App& campaign) {
  return std::make_unique<CampaignMerge>(campaign);
}

}  // namespace cli
