#include "reports/documents/campaigns/campaign_cost.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/printed.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/campaign_words.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {

using analysis::CampaignCost;
using analysis::CampaignNamed;

namespace {

constexpr std::size_t row_width = 24;

class CostTeller {
public:
  CostTeller(const CampaignNamed& campaign, const CampaignCost& cost, Language language)
      : campaign_(campaign), cost_(cost), language_(language) {}

  void rows(std::ostream& out) const {
    TextTable table({campaign_word("row", language_), campaign_word("replications", language_),
                     campaign_word("processor", language_)},
                    row_width);
    for (const CampaignCost::Row& row : cost_.rows)
      table.row({row.id, most() + std::to_string(campaign_.replications),
                 most() + duration(row.processor_s)});
    table.print(out, bold_wanted());
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> out = {say("cost", Count(cost_.rows.size()), most(),
                                        Count(campaign_.replications), cost_.tasks, cost_.task_s)};
    if (is_precise())
      out.push_back(say("cost.precision", fmt::format("{}", fmt::join(cost_.prefix_ends, ", ")),
                        campaign_.precision));
    out.push_back(say("cost.time", about(), duration(cost_.processor_s),
                      duration(cost_.processor_s / cost_.jobs), cost_.jobs,
                      duration(cost_.merge_s)));
    out.push_back(say("cost.disk", cost_.disk_bytes / 1e6,
                      cost_.folder.empty() ? std::string("FOLDER") : cost_.folder));
    out.push_back(campaign_word("cost.measured", language_));
    if (!cost_.next.empty())
      out.push_back(say("next", cost_.next));
    return out;
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<campaign_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }
  std::string about() const {
    return is_precise() ? campaign_word("at_most_about", language_)
                        : campaign_word("about", language_);
  }
  bool is_precise() const { return !campaign_.precision.empty(); }
  std::string most() const { return is_precise() ? "≤ " : ""; }

  const CampaignNamed& campaign_;
  const CampaignCost& cost_;
  Language language_;
};

}  // namespace

std::string campaign_cost_text(const CampaignNamed& campaign, const CampaignCost& cost,
                               Language language) {
  const CostTeller teller(campaign, cost, language);
  return models::printed([&](std::ostream& out) {
    out << emphasised(campaign.name, bold_wanted()) << '\n';
    teller.rows(out);
    out << '\n' << fmt::format("{}\n", fmt::join(teller.lines(), "\n"));
  });
}

nlohmann::ordered_json campaign_cost_json(const CampaignNamed& campaign, const CampaignCost& cost) {
  using json = nlohmann::ordered_json;
  json rows = json::array();
  for (const CampaignCost::Row& row : cost.rows)
    rows.push_back({{"id", row.id},
                    {"command", row.command},
                    {"replications", campaign.replications},
                    {"cost_s", row.processor_s}});
  return {{"schema", name_of(results::Schema::campaign_plan)},
          {"name", campaign.name},
          {"rubricering", campaign.rubricering},
          {"digest", campaign.digest},
          {"folder", cost.folder.empty() ? json() : json(cost.folder)},
          {"rows", rows},
          {"replications", cost.replications_in_all},
          {"precision", campaign.precision.empty() ? json() : json(campaign.precision)},
          {"tasks", cost.tasks},
          {"task_s", cost.task_s},
          {"cost_s", cost.processor_s},
          {"merge_s", cost.merge_s},
          {"disk_bytes", cost.disk_bytes}};
}

}  // namespace reports
