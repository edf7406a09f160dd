#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/documents/document_head.hpp"
#include "reports/documents/graph_text.hpp"
#include "reports/documents/plan_result.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

constexpr std::size_t name_width = 16, groups_told = 2;
constexpr double worth_telling_min = 1;

class Printer {
public:
  Printer(std::ostream& out, const analysis::LossTrials& trials,
          const analysis::LossQuestion& question, Language language)
      : out_(out),
        trials_(trials),
        question_(question),
        language_(language),
        numbers_(language),
        bold_(bold_wanted()) {}

  void header() {
    out_ << emphasised(fmt::format(fmt::runtime(say("plan.title")), trials_.world.name), bold_)
         << '\n';
    print_wrapped(out_, marking_line(trials_.rubricering, language_), 0);
    print_wrapped(out_, plans_asked(question_, language_), 0);
    print_wrapped(out_,
                  fmt::format(fmt::runtime(say("plan.how")),
                              numbers_.plain(100 * question_.strain.most_busy, 0)),
                  0);
    out_ << '\n';
    for (const std::string& id : trials_.plans)
      for (const auto& plan : trials_.world.takeover_plans)
        if (plan.id == id)
          print_wrapped(out_, fmt::format("{}: {} - {}", id, plan.name, plan.description), 2);
  }

  void losses() {
    TextTable table(headings(), name_width);
    for (const analysis::LossTrial& loss : trials_.losses) {
      table.heading(name_of(trials_.world, loss.lost));
      for (std::size_t plan = 0; plan < trials_.plans.size(); ++plan) {
        table.row(cells(loss, plan));
        if (const std::string who = who_ran_short(loss.plans[plan]); !who.empty())
          table.heading("      " + fmt::format(fmt::runtime(say("plan.shortest")), who));
      }
    }
    out_ << '\n';
    table.print(out_, bold_);
  }

  void all_together() {
    if (trials_.losses.size() < 2)
      return;
    const std::size_t lost = trials_.measure("extra_lost_callers"),
                      late = trials_.measure("extra_delayed_callers");
    TextTable table({fmt::format(fmt::runtime(say("plan.total")), Count(trials_.losses.size())),
                     say("col.more_lost"), against(), say("col.late"), against()},
                    name_width);
    for (std::size_t plan = 0; plan < trials_.plans.size(); ++plan)
      table.row({"  " + trials_.plans[plan], number(trials_.total(plan, lost), lost),
                 plan == 0 ? "" : number(trials_.total_difference(plan, lost), lost, true),
                 number(trials_.total(plan, late), late),
                 plan == 0 ? "" : number(trials_.total_difference(plan, late), late, true)});
    out_ << '\n';
    table.print(out_, bold_);
    for (std::size_t plan = 1; plan < trials_.plans.size(); ++plan)
      verdict(plan, trials_.total_difference(plan, lost), lost);
  }

private:
  std::string say(std::string_view key) const { return planning_word_at(key, language_); }
  std::string against() const {
    return fmt::format(fmt::runtime(say("col.against")), trials_.plans.front());
  }
  std::string number(const analysis::Estimate& e, std::size_t measure, bool sign = false) const {
    return numbers_.estimate(e, trials_.measures[measure].unit, question_.replications, sign);
  }
  double mean(const analysis::LossTrial& loss, std::size_t plan, const std::string& name) const {
    return trials_.estimate(loss, plan, trials_.measure(name)).mean;
  }
  std::string percent(double share) const {
    return std::isfinite(share) ? numbers_.plain(100 * share, 0) : dash;
  }

  /// Disciplines that are modelled, as in the measures.
  std::vector<std::size_t> short_measures() const {
    std::vector<std::size_t> out;
    for (std::size_t m = 0; m < trials_.measures.size(); ++m)
      if (trials_.measures[m].name.starts_with("short_min."))
        out.push_back(m);
    return out;
  }

  std::vector<std::string> headings() const {
    std::string disciplines;
    for (const std::size_t m : short_measures())
      disciplines += (disciplines.empty() ? "" : "/") + trials_.measures[m].name.substr(10, 1);
    return {say("col.lost_room"),
            say("col.more_lost"),
            against(),
            say("col.late"),
            say("col.again"),
            fmt::format(fmt::runtime(say("col.short")), disciplines),
            say("col.busy"),
            say("col.over"),
            say("col.enough")};
  }

  std::vector<std::string> cells(const analysis::LossTrial& loss, std::size_t plan) const {
    const std::size_t lost = trials_.measure("extra_lost_callers"),
                      again = trials_.measure("answered_again_s");
    std::string shorts;
    for (const std::size_t m : short_measures())
      shorts += (shorts.empty() ? "" : "/") +
                numbers_.plain(std::max(0.0, trials_.estimate(loss, plan, m).mean), 0);
    return {"  " + trials_.plans[plan],
            number(trials_.estimate(loss, plan, lost), lost),
            plan == 0 ? "" : number(trials_.difference(loss, plan, lost), lost, true),
            numbers_.plain(mean(loss, plan, "extra_delayed_callers"), 0),
            numbers_.value(trials_.estimate(loss, plan, again).mean, analysis::Unit::seconds),
            shorts,
            fmt::format("{}/{} %", percent(mean(loss, plan, "occupancy_this_shift")),
                        percent(mean(loss, plan, "occupancy_next_shift"))),
            numbers_.plain(mean(loss, plan, "hours_over_busy"), 1) + " h",
            percent(mean(loss, plan, "next_shift_enough")) + " %"};
  }

  /// "oost_nederland.ambulance 34 min, ...": the groups with the longest shortage.
  std::string who_ran_short(const analysis::PlanTrial& trial) const {
    std::vector<std::size_t> order(trial.short_min_of_group.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return trial.short_min_of_group[a] > trial.short_min_of_group[b];
    });
    std::string out;
    for (std::size_t i = 0; i < std::min(groups_told, order.size()); ++i)
      if (const double minutes = trial.short_min_of_group[order[i]]; minutes >= worth_telling_min)
        out += fmt::format("{}{} {} min", out.empty() ? "" : ", ",
                           trials_.world.groups.rows()[order[i]].id, numbers_.plain(minutes, 0));
    return out;
  }

  void verdict(std::size_t plan, const analysis::Estimate& difference, std::size_t measure) {
    const char* key = "plan.same";
    if (difference.high < 0)
      key = "plan.better";
    else if (difference.low > 0)
      key = "plan.worse";
    print_wrapped(out_,
                  fmt::format(fmt::runtime(say(key)), trials_.plans[plan], trials_.plans.front(),
                              number(difference, measure, true)),
                  0);
  }

  std::ostream& out_;
  const analysis::LossTrials& trials_;
  const analysis::LossQuestion& question_;
  Language language_;
  Numbers numbers_;
  bool bold_;
};

}  // namespace

std::string name_of(const models::World& world,
                    const std::vector<models::Id<models::Centre>>& lost) {
  std::string out;
  for (const auto centre : lost)
    out += (out.empty() ? "" : "+") + world.centres[centre].id;
  return out;
}

std::string plans_asked(const analysis::LossQuestion& question, Language language) {
  const std::string when =
      question.at.empty()
          ? planning_word("plan.any_hour", language)
          : fmt::format(fmt::runtime(planning_word("plan.at", language)), question.at);
  return fmt::format(fmt::runtime(planning_word("plan.asked", language)), question.duration, when,
                     Count(question.replications), question.seed);
}

void print_plans(std::ostream& out, const analysis::LossTrials& trials,
                 const analysis::LossQuestion& question, Language language) {
  Printer printer(out, trials, question, language);
  printer.header();
  printer.losses();
  printer.all_together();
}

}  // namespace reports
