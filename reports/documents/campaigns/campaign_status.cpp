#include "reports/documents/campaigns/campaign_status.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analysis/impact/rubricering.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::CampaignNamed;
using analysis::CampaignState;

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

std::string marking(const CampaignNamed& campaign, Language language) {
  return marking_line(analysis::highest_rubricering({campaign.rubricering}), language);
}

class StatusTeller {
public:
  StatusTeller(const CampaignNamed& campaign, const CampaignState& state, Language language)
      : campaign_(campaign), state_(state), language_(language) {}

  std::vector<std::string> lines() const {
    std::vector<std::string> out = {campaign_.name, marking(campaign_, language_)};
    add_done(out);
    if (!state_.complete())
      add_left(out);
    return out;
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<campaign_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }

  /// With a precision a row may stop before it has all of its replications.
  bool at_most() const { return !campaign_.precision.empty() && !state_.complete(); }

  void add_done(std::vector<std::string>& out) const {
    out.push_back(
        say("state.tasks", state_.tasks, state_.done, state_.running, state_.missing.size()));
    out.push_back(say("state.replications", state_.replications_done,
                      at_most() ? campaign_word("at_most", language_) : std::string(),
                      Count(state_.replications)));
    if (!campaign_.precision.empty())
      out.push_back(say("state.rows", campaign_.precision, Count(state_.rows_decided),
                        Count(state_.rows), state_.rows_early));
    if (!state_.not_precise.empty())
      out.push_back(say("not_precise", Count(campaign_.replications),
                        fmt::format("{}", fmt::join(state_.not_precise, ", "))));
  }

  void add_left(std::vector<std::string>& out) const {
    const std::string about =
        at_most() ? campaign_word("at_most_about", language_) : campaign_word("about", language_);
    const auto workers = static_cast<double>(std::max<std::size_t>(state_.running, 1));
    out.push_back(state_.running == 0 ? say("state.left", about, duration(state_.left_s))
                                      : say("state.time_left", about,
                                            duration(state_.left_s / workers), state_.running));
    if (!state_.missing.empty())
      out.push_back(say("state.missing", ranges(state_.missing)));
    for (const results::Claimant& who : state_.workers)
      out.push_back("  " + say("state.worker", who.host, who.pid));
  }

  const CampaignNamed& campaign_;
  const CampaignState& state_;
  Language language_;
};

}  // namespace

std::string campaign_status_text(const CampaignNamed& campaign, const CampaignState& state,
                                 Language language) {
  return fmt::format("{}\n", fmt::join(StatusTeller(campaign, state, language).lines(), "\n"));
}

Document campaign_status_document(const CampaignNamed& campaign, const CampaignState& state,
                                  Language language) {
  Grid grid;
  grid.name = "status";
  grid.headings = {Both{"what", "wat"}.in(language), Both{"number", "aantal"}.in(language)};
  const auto add = [&](const Both& what, std::size_t number) {
    grid.rows.push_back({what.in(language), whole_cell(number)});
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
  return {campaign.name, {marking(campaign, language)}, {grid}};
}

nlohmann::ordered_json campaign_status_json(const CampaignNamed& campaign,
                                            const CampaignState& state, Language language) {
  using json = nlohmann::ordered_json;
  json workers = json::array();
  for (const results::Claimant& who : state.workers)
    workers.push_back({{"host", who.host}, {"pid", who.pid}});
  return marked({{"schema", name_of(results::Schema::campaign_status)},
                 {"name", campaign.name},
                 {"rubricering", analysis::highest_rubricering({campaign.rubricering})},
                 {"digest", campaign.digest},
                 {"complete", state.complete()},
                 {"tasks", state.tasks},
                 {"done", state.done},
                 {"running", state.running},
                 {"missing", state.missing},
                 {"replications", state.replications},
                 {"replications_done", state.replications_done},
                 {"precision", campaign.precision.empty() ? json() : json(campaign.precision)},
                 {"rows", state.rows},
                 {"rows_decided", state.rows_decided},
                 {"rows_early", state.rows_early},
                 {"not_precise", state.not_precise},
                 {"processor_s_left", state.left_s},
                 {"workers", workers}},
                language);
}

}  // namespace reports
