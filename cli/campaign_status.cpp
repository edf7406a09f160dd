#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/impact/rubricering.hpp"
#include "cli/campaign_commands.hpp"
#include "cli/options/format_options.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"
#include "studies/campaign/progress.hpp"
#include "studies/exit_code.hpp"

namespace cli {
namespace {

/// "0-3, 7".
std::string ranges(const std::vector<std::size_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1)
      ++end;
    out += out.empty() ? "" : ", ";
    out +=
        end == i ? fmt::format("{}", numbers[i]) : fmt::format("{}-{}", numbers[i], numbers[end]);
    i = end + 1;
  }
  return out;
}

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
    const studies::Manifest& manifest = folder.manifest();
    const int shown =
        format_.show({.document = [&](reports::Names) { return document_of(manifest, state); },
                      .json = [&] { return reports::marked(json_of(manifest, state), language()); },
                      .text = [&] { return text_of(manifest, state); }},
                     json(), quiet(), language());
    if (shown != studies::exit_code::done)
      return shown;
    if (!state.complete())
      return studies::exit_code::partial;
    return state.not_precise.empty() ? studies::exit_code::done
                                     : studies::exit_code::precision_not_reached;
  }

private:
  std::string marking(const studies::Manifest& manifest) const {
    return reports::marking_line(analysis::highest_rubricering({manifest.rubricering}), language());
  }

  /// What text tells in sentences, a number a row.
  reports::Document document_of(const studies::Manifest& manifest,
                                const studies::CampaignState& state) const {
    using reports::Both;
    reports::Grid grid;
    grid.name = "status";
    grid.headings = {Both{"what", "wat"}.in(language()), Both{"number", "aantal"}.in(language())};
    const auto add = [&](const Both& what, std::size_t number) {
      grid.rows.push_back({what.in(language()), reports::whole_cell(number)});
    };
    add({"tasks", "taken"}, state.tasks);
    add({"tasks done", "taken klaar"}, state.done);
    add({"tasks running", "taken bezig"}, state.running);
    add({"tasks missing", "taken die ontbreken"}, state.missing.size());
    add({"replications", "replicaties"}, state.replications);
    add({"replications done", "replicaties klaar"}, state.replications_done);
    add({"rows", "rijen"}, state.rows);
    add({"rows decided", "rijen beslist"}, state.rows_decided);
    add({"rows that stopped early", "rijen die eerder stopten"}, state.rows_early);
    add({"rows not precise", "rijen niet precies"}, state.not_precise.size());
    return {manifest.name, {marking(manifest)}, {grid}};
  }

  std::string text_of(const studies::Manifest& manifest,
                      const studies::CampaignState& state) const {
    std::string out;
    const auto line = [&](const std::string& text) { out += text + "\n"; };
    line(manifest.name);
    line(marking(manifest));
    line(reports::campaign_text("state.tasks", language(), state.tasks, state.done, state.running,
                                state.missing.size()));
    const bool at_most = manifest.precision && !state.complete();
    line(reports::campaign_text("state.replications", language(), state.replications_done,
                                at_most ? reports::campaign_word("at_most", language()) : "",
                                reports::Count(state.replications)));
    if (manifest.precision)
      line(reports::campaign_text("state.rows", language(), manifest.precision->text,
                                  reports::Count(state.rows_decided), reports::Count(state.rows),
                                  state.rows_early));
    if (!state.not_precise.empty())
      line(reports::campaign_text("not_precise", language(), reports::Count(manifest.replications),
                                  fmt::join(state.not_precise, ", ")));
    if (state.complete())
      return out;
    const std::string about = at_most ? reports::campaign_word("at_most_about", language())
                                      : reports::campaign_word("about", language());
    line(state.running == 0
             ? reports::campaign_text("state.left", language(), about,
                                      reports::duration(state.left_s))
             : reports::campaign_text("state.time_left", language(), about,
                                      reports::duration(left_s(state)), state.running));
    if (!state.missing.empty())
      line(reports::campaign_text("state.missing", language(), ranges(state.missing)));
    for (const results::Claimant& who : state.workers)
      line("  " + reports::campaign_text("state.worker", language(), who.host, who.pid));
    return out;
  }

  static double left_s(const studies::CampaignState& state) {
    return state.left_s / static_cast<double>(std::max<std::size_t>(state.running, 1));
  }

  static nlohmann::ordered_json json_of(const studies::Manifest& manifest,
                                        const studies::CampaignState& state) {
    nlohmann::ordered_json workers = nlohmann::ordered_json::array();
    for (const results::Claimant& who : state.workers)
      workers.push_back({{"host", who.host}, {"pid", who.pid}});
    return {{"schema", name_of(results::Schema::campaign_status)},
            {"name", manifest.name},
            {"rubricering", analysis::highest_rubricering({manifest.rubricering})},
            {"digest", studies::digest_of(manifest)},
            {"complete", state.complete()},
            {"tasks", state.tasks},
            {"done", state.done},
            {"running", state.running},
            {"missing", state.missing},
            {"replications", state.replications},
            {"replications_done", state.replications_done},
            {"precision", manifest.precision ? nlohmann::ordered_json(manifest.precision->text)
                                             : nlohmann::ordered_json()},
            {"rows", state.rows},
            {"rows_decided", state.rows_decided},
            {"rows_early", state.rows_early},
            {"not_precise", state.not_precise},
            {"processor_s_left", state.left_s},
            {"workers", workers}};
  }

  std::string folder_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_campaign_status(CLI::App& campaign) {
  return std::make_unique<CampaignStatus>(campaign);
}

}  // namespace cli
