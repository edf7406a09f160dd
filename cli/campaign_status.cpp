#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/campaign_commands.hpp"
#include "cli/campaign_progress.hpp"
#include "cli/campaign_words.hpp"
#include "cli/exit_code.hpp"
#include "cli/json_text.hpp"
#include "cli/numbers.hpp"
#include "cli/plural.hpp"
#include "cli/schemas.hpp"

namespace cli {
namespace {

const Manual manual = {
    "How far a campaign is, and who works on it",
    "  uitwijk campaign status demo\n"
    "  watch uitwijk campaign status demo        while it runs elsewhere\n"
    "  uitwijk campaign status demo --json       for a program\n",
    "It reads and changes nothing. The time left is that of the plan for the blocks that have no\n"
    "shard yet, divided over the tasks that are running. With a precision both are upper bounds:\n"
    "rows that are not decided may stop early. A task that is missing is worked on by\n"
    "nobody: not begun, given back, or its process is gone.\n"
    "\n"
    "Exit codes:\n"
    "  0  complete\n"
    "  1  our fault, or FOLDER cannot be read\n"
    "  2  wrong usage\n"
    "  3  invalid input: no campaign\n"
    "  4  complete, but a row has not reached the precision with the most replications\n"
    "  5  not complete"};

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
  explicit CampaignStatus(CLI::App& campaign) : Command(campaign, "status", manual) {
    app()
        .add_option("FOLDER", folder_, "That 'campaign plan' made")
        ->required()
        ->option_text("FOLDER REQUIRED");
  }

  int operator()() override {
    const CampaignFolder folder(folder_);
    const CampaignState state = CampaignProgress(folder).state();
    if (json())
      show_json(folder.manifest(), state);
    else
      show(folder.manifest(), state);
    if (!state.complete())
      return exit_code::partial;
    return state.not_precise.empty() ? exit_code::done : exit_code::precision_not_reached;
  }

private:
  void show(const Manifest& manifest, const CampaignState& state) const {
    const auto line = [&](const std::string& text) { std::cout << text << '\n'; };
    line(manifest.name);
    line(campaign_text("state.tasks", language(), state.tasks, state.done, state.running,
                       state.missing.size()));
    const bool at_most = manifest.precision && !state.complete();
    line(campaign_text("state.replications", language(), state.replications_done,
                       at_most ? campaign_word("at_most", language()) : "",
                       Count(state.replications)));
    if (manifest.precision)
      line(campaign_text("state.rows", language(), manifest.precision->text,
                         Count(state.rows_decided), Count(state.rows), state.rows_early));
    if (!state.not_precise.empty())
      line(campaign_text("not_precise", language(), Count(manifest.replications),
                         fmt::join(state.not_precise, ", ")));
    if (state.complete())
      return;
    const std::string about = campaign_word(at_most ? "at_most_about" : "about", language());
    line(state.running == 0 ? campaign_text("state.left", language(), about, duration(state.left_s))
                            : campaign_text("state.time_left", language(), about,
                                            duration(left_s(state)), state.running));
    if (!state.missing.empty())
      line(campaign_text("state.missing", language(), ranges(state.missing)));
    for (const Claimant& who : state.workers)
      line("  " + campaign_text("state.worker", language(), who.host, who.pid));
  }

  static double left_s(const CampaignState& state) {
    return state.left_s / static_cast<double>(std::max<std::size_t>(state.running, 1));
  }

  static void show_json(const Manifest& manifest, const CampaignState& state) {
    nlohmann::ordered_json workers = nlohmann::ordered_json::array();
    for (const Claimant& who : state.workers)
      workers.push_back({{"host", who.host}, {"pid", who.pid}});
    const nlohmann::ordered_json out = {
        {"schema", name_of(Schema::campaign_status)},
        {"name", manifest.name},
        {"digest", digest_of(manifest)},
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
    std::cout << json_text(out);
  }

  std::string folder_;
};

}  // namespace

std::unique_ptr<Command> make_campaign_status(CLI::App& campaign) {
  return std::make_unique<CampaignStatus>(campaign);
}

}  // namespace cli
