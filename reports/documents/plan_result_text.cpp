#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/documents/document_head.hpp"
#include "reports/documents/graph/text.hpp"
#include "reports/documents/plan_result.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

constexpr std::size_t room_name_width = 16, losses_told = 2;
constexpr double worth_telling_min = 1;

class PlanTeller {
public:
  PlanTeller(const analysis::LossTrials& trials, const analysis::LossQuestion& question,
             Language language)
      : trials_(trials), question_(question), language_(language), numbers_(language) {}

  std::string title() const { return say("plan.title", trials_.world.name); }

  /// What the numbers are of, and what each plan is.
  std::string how() const {
    return say("plan.how", numbers_.plain(100 * question_.strain.most_busy, 0));
  }
  std::vector<std::string> plans() const {
    std::vector<std::string> out;
    for (const std::string& id : trials_.plans)
      for (const auto& plan : trials_.world.takeover_plans)
        if (plan.id == id)
          out.push_back(fmt::format("{}: {} - {}", id, plan.name, plan.description));
    return out;
  }

  Grid losses() const {
    Grid out;
    out.name = "losses";
    out.headings = headings();
    for (const analysis::LossTrial& loss : trials_.losses) {
      out.group(name_of(trials_.world, loss.lost));
      for (std::size_t plan = 0; plan < trials_.plans.size(); ++plan) {
        out.rows.push_back(cells(loss, plan));
        if (const std::string who = who_ran_short(loss.plans[plan]); !who.empty())
          out.remark("      " + say("plan.shortest", who));
      }
    }
    return out;
  }

  /// No rows for a single loss.
  Grid all_together() const {
    Grid out;
    out.name = "total";
    if (trials_.losses.size() < 2)
      return out;
    const std::size_t lost = trials_.measure("extra_lost_callers"),
                      late = trials_.measure("extra_delayed_callers");
    out.headings = {say("plan.total", Count(trials_.losses.size())), say("col.more_lost"),
                    against(), say("col.late"), against()};
    for (std::size_t plan = 0; plan < trials_.plans.size(); ++plan)
      out.rows.push_back(
          {"  " + trials_.plans[plan], number(trials_.total(plan, lost), lost),
           plan == 0 ? Cell() : number(trials_.total_difference(plan, lost), lost, true),
           number(trials_.total(plan, late), late),
           plan == 0 ? Cell() : number(trials_.total_difference(plan, late), late, true)});
    for (std::size_t plan = 1; plan < trials_.plans.size(); ++plan)
      out.notes.push_back(verdict(plan, trials_.total_difference(plan, lost), lost));
    return out;
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<planning_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }
  std::string against() const { return say("col.against", trials_.plans.front()); }
  Cell number(const analysis::Estimate& e, std::size_t measure, bool sign = false) const {
    return estimate_cell(e, trials_.measures[measure].unit, question_.replications, numbers_, sign);
  }
  Cell plain(double value, int decimals, const char* unit = "") const {
    return {numbers_.plain(value, decimals) + unit, {value}, analysis::Unit::count};
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
    return {say("col.lost_room"), say("col.more_lost"), against(),
            say("col.late"),      say("col.again"),     say("col.short", disciplines),
            say("col.busy"),      say("col.over"),      say("col.enough")};
  }

  GridRow cells(const analysis::LossTrial& loss, std::size_t plan) const {
    const std::size_t lost = trials_.measure("extra_lost_callers"),
                      again = trials_.measure("answered_again_s");
    std::string shorts;
    for (const std::size_t m : short_measures())
      shorts += (shorts.empty() ? "" : "/") +
                numbers_.plain(std::max(0.0, trials_.estimate(loss, plan, m).mean), 0);
    return {
        "  " + trials_.plans[plan],
        number(trials_.estimate(loss, plan, lost), lost),
        plan == 0 ? Cell() : number(trials_.difference(loss, plan, lost), lost, true),
        plain(mean(loss, plan, "extra_delayed_callers"), 0),
        number_cell(trials_.estimate(loss, plan, again).mean, numbers_, analysis::Unit::seconds),
        shorts,
        fmt::format("{}/{} %", percent(mean(loss, plan, "occupancy_this_shift")),
                    percent(mean(loss, plan, "occupancy_next_shift"))),
        plain(mean(loss, plan, "hours_over_busy"), 1, " h"),
        Cell(percent(mean(loss, plan, "next_shift_enough")) + " %",
             {mean(loss, plan, "next_shift_enough")}, analysis::Unit::share)};
  }

  /// "oost_nederland.ambulance 34 min, ...": the groups with the longest shortage.
  std::string who_ran_short(const analysis::PlanTrial& trial) const {
    std::vector<std::size_t> order(trial.short_min_of_group.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return trial.short_min_of_group[a] > trial.short_min_of_group[b];
    });
    std::string out;
    for (std::size_t i = 0; i < std::min(losses_told, order.size()); ++i)
      if (const double minutes = trial.short_min_of_group[order[i]]; minutes >= worth_telling_min)
        out += fmt::format("{}{} {} min", out.empty() ? "" : ", ",
                           trials_.world.groups.rows()[order[i]].id, numbers_.plain(minutes, 0));
    return out;
  }

  std::string verdict(std::size_t plan, const analysis::Estimate& difference,
                      std::size_t measure) const {
    const std::string &one = trials_.plans[plan], &other = trials_.plans.front();
    const std::string by = number(difference, measure, true).text;
    if (difference.high < 0)
      return say("plan.better", one, other, by);
    return difference.low > 0 ? say("plan.worse", one, other, by)
                              : say("plan.same", one, other, by);
  }

  const analysis::LossTrials& trials_;
  const analysis::LossQuestion& question_;
  Language language_;
  Numbers numbers_;
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
  const std::string when = question.at.empty() ? planning_word("plan.any_hour", language)
                                               : planning_text("plan.at", language, question.at);
  return planning_text("plan.asked", language, question.duration, when,
                       Count(question.replications), question.seed);
}

void print_plans(std::ostream& out, const analysis::LossTrials& trials,
                 const analysis::LossQuestion& question, Language language) {
  const PlanTeller teller(trials, question, language);
  out << emphasised(teller.title(), bold_wanted()) << '\n';
  print_wrapped(out, marking_line(trials.rubricering, language), 0);
  print_wrapped(out, plans_asked(question, language), 0);
  print_wrapped(out, teller.how(), 0);
  out << '\n';
  for (const std::string& plan : teller.plans())
    print_wrapped(out, plan, 2);
  for (const Grid& grid : {teller.losses(), teller.all_together()}) {
    if (grid.headings.empty())
      continue;
    out << '\n';
    print_rows(out, grid, room_name_width);
    for (const std::string& note : grid.notes)
      print_wrapped(out, note, 0);
  }
}

Document plans_document(const analysis::LossTrials& trials, const analysis::LossQuestion& question,
                        Language language) {
  const PlanTeller teller(trials, question, language);
  Document out{teller.title(),
               {marking_line(trials.rubricering, language), trials.world.name,
                plans_asked(question, language)},
               {teller.losses()}};
  out.grids.front().notes = teller.plans();
  out.grids.front().notes.insert(out.grids.front().notes.begin(), teller.how());
  if (Grid total = teller.all_together(); !total.rows.empty())
    out.grids.push_back(std::move(total));
  out.grids.push_back(plan_lines(trials));
  return out;
}

std::vector<std::string> plans_grids() {
  return {"losses", "total", "all"};
}

Document proposal_document(const models::World& world, const models::TakeoverPlan& plan,
                           Language language) {
  Grid grid;
  grid.name = "proposal";
  grid.headings = {Both{"lost", "uitgevallen"}.in(language), Both{"order", "volgorde"}.in(language),
                   Both{"takes over", "neemt over"}.in(language),
                   Both{"share", "deel"}.in(language), Both{"rehearsed", "geoefend"}.in(language)};
  for (const auto lost : plan.partners.ids()) {
    std::size_t place = 0;
    for (const models::Partner& partner : plan.partners[lost])
      grid.rows.push_back(
          {world.centres[lost].id, whole_cell(++place), world.centres[partner.centre].id,
           percent_cell(partner.share, Numbers(language)), partner.trained ? "x" : ""});
  }
  grid.notes = {plan.description};
  return {plan.name, world_head(world, language), {grid}};
}

Document plan_list(const models::World& world, Language language) {
  Grid grid;
  grid.name = "plans";
  grid.headings = {"plan", planning_word("plan.in_force", language),
                   Both{"name", "naam"}.in(language),
                   Both{"description", "omschrijving"}.in(language)};
  for (const auto id : world.takeover_plans.ids()) {
    const models::TakeoverPlan& plan = world.takeover_plans[id];
    grid.rows.push_back(
        {plan.id, id == world.takeover.plan ? "x" : "", plan.name, plan.description});
  }
  return {world.name, world_head(world, language), {grid}};
}

std::string plan_list_text(const models::World& world, Language language) {
  std::string out;
  for (const auto id : world.takeover_plans.ids()) {
    const models::TakeoverPlan& plan = world.takeover_plans[id];
    out += fmt::format(
        "{}{}: {}\n  {}\n", plan.id,
        id == world.takeover.plan ? " (" + planning_word("plan.in_force", language) + ")" : "",
        plan.name, plan.description);
  }
  return out;
}

}  // namespace reports
