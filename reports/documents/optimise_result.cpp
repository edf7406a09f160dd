#include "reports/documents/optimise_result.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "models/takeover/proposed_plan.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/plan_result.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/optimise_words.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using analysis::Estimate;
using analysis::Objective;
using analysis::OptimiseTrials;
using analysis::RoomAnswer;

constexpr std::size_t most_lists_told = 3;

class OptimiseTeller {
public:
  OptimiseTeller(const OptimiseTrials& trials, const analysis::OptimiseQuestion& question,
                 Language language)
      : trials_(trials), question_(question), language_(language), numbers_(language) {}

  std::string title() const { return say("title", world().name); }

  std::vector<std::string> head() const {
    const analysis::LossQuestion& loss = question_.loss;
    const std::string when = loss.at.empty() ? planning_word("plan.any_hour", language_)
                                             : planning_text("plan.at", language_, loss.at);
    return {marking_line(trials_.valued.rubricering, language_),
            say("asked", loss.duration, when, loss.seed, Count(trials_.replications),
                Count(trials_.rounds), loss.replications),
            trials_.objective == Objective::expected ? say("objective_expected")
                                                     : say("objective_worst")};
  }

  /// Only notes when nothing was valued.
  Grid plans() const {
    Grid out;
    out.name = "plans";
    out.title = say("plans");
    if (!trials_.is_valued()) {
      out.notes = {say("interrupted")};
      return out;
    }
    const bool worst = trials_.objective == Objective::worst;
    const std::size_t best = trials_.best_shipped();
    out.headings = {say("plan"), say("lost"), say("saved", name(best))};
    if (worst)
      out.headings.insert(out.headings.begin() + 1, say("worst_room"));
    for (std::size_t plan = 0; plan < trials_.valued.plans.size(); ++plan) {
      GridRow row = {name(plan), number(trials_.value(plan)),
                     plan == best ? Cell() : number(trials_.saved(best, plan), true)};
      if (worst)
        row.insert(row.begin() + 1, Cell(room_of_loss(trials_.worst_loss(plan))));
      out.rows.push_back(std::move(row));
    }
    out.notes = verdicts();
    out.notes.push_back(say("plans_how"));
    if (worst)
      out.notes.push_back(say("worst_how", name(best)));
    return out;
  }

  /// No rows when nothing changed.
  Grid changes() const {
    Grid out;
    out.name = "changes";
    out.title = say("changes");
    out.headings = {say("room"), say("saved", trials_.valued.plans.front())};
    const bool draws = question_.draws > 0;
    if (draws)
      out.headings.push_back(say("draws"));
    for (std::size_t i = 0; i < trials_.rooms.size() && trials_.is_valued(); ++i) {
      const RoomAnswer& answer = trials_.rooms[i];
      if (!answer.changes())
        continue;
      out.rows.push_back({id_of(answer.room), number(trials_.saved_in(i), true)});
      if (draws)
        out.rows.back().push_back(Cell(fmt::format("{}/{}", answer.better_draws, answer.draws)));
    }
    if (!out.rows.empty())
      out.notes = {say("changes_how", trials_.valued.plans.front())};
    add_rehearsals(out.notes);
    for (const RoomAnswer& answer : trials_.rooms)
      if (answer.dropped)
        out.notes.push_back(
            say("dropped", id_of(answer.room), answer.better_draws, Count(answer.draws)));
    return out;
  }

  /// Of the rooms that changed.
  Grid partners() const {
    Grid out;
    out.name = "partners";
    out.title = say("partners", trials_.found.id);
    out.headings = {say("order"), say("partner"), say("share"), say("rehearsed"), say("only_for")};
    for (const RoomAnswer& answer : trials_.rooms) {
      if (!answer.changes() || !trials_.is_valued())
        continue;
      out.group(id_of(answer.room));
      const std::vector<double> parts = models::parts_of(answer.after);
      for (std::size_t i = 0; i < answer.after.size(); ++i)
        out.rows.push_back(partner_row(i, answer.after[i], parts[i]));
    }
    return out;
  }

  Grid not_told() const {
    Grid out;
    out.name = "not_told";
    out.title = say("not_told");
    for (const RoomAnswer& answer : trials_.rooms)
      if (!answer.not_told.empty())
        out.notes.push_back(say("not_told_room", id_of(answer.room), Count(answer.not_told.size()),
                                some_of(answer.not_told)));
    if (!out.notes.empty())
      out.notes.insert(out.notes.begin(), say("not_told_how"));
    return out;
  }

  Grid steps() const {
    Grid out;
    out.name = "steps";
    out.title = say("steps");
    out.headings = {say("change"), say("step_saved"), say("among")};
    models::Id<models::Centre> room;
    for (const analysis::SearchStep& step : trials_.steps) {
      if (step.room != room)
        out.group(id_of(step.room));
      room = step.room;
      out.rows.push_back({"  " + move_text(world(), step.move, language_), number(step.saved, true),
                          whole_cell(step.alternatives)});
    }
    if (!trials_.steps.empty())
      out.notes = {say("steps_how", numbers_.plain(100 * question_.rule.confidence, 0),
                       numbers_.plain(question_.rule.indifference, 1),
                       Count(question_.rule.indifference))};
    out.notes.push_back(how_far());
    return out;
  }

  /// One line for each list that could not be told from what was found.
  Grid alternatives() const {
    std::vector<CsvLine> lines;
    for (const RoomAnswer& answer : trials_.rooms)
      for (const models::PartnerList& list : answer.not_told) {
        CsvLine& line = lines.emplace_back();
        line.text("room", id_of(answer.room));
        line.text("partners", list_text(world(), list, language_));
      }
    return grid_of("alternatives", lines);
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<optimise_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }
  const models::World& world() const { return trials_.valued.world; }
  const std::string& name(std::size_t plan) const { return trials_.valued.plans[plan]; }
  const std::string& id_of(models::Id<models::Centre> room) const {
    return world().centres[room].id;
  }
  const std::string& room_of_loss(std::size_t loss) const {
    return id_of(trials_.valued.losses[loss].lost.front());
  }
  Cell number(const Estimate& estimate, bool sign = false) const {
    return estimate_cell(estimate, analysis::Unit::count, estimate.n_defined, numbers_, sign);
  }

  GridRow partner_row(std::size_t place, const models::Partner& partner, double part) const {
    std::vector<std::string> only;
    for (const auto discipline : partner.disciplines)
      only.push_back(world().disciplines[discipline].id);
    return {"  " + std::to_string(place + 1), id_of(partner.centre),
            part > 0 ? Cell(numbers_.plain(100 * part, 0) + " %", {part}, analysis::Unit::share)
                     : Cell(say("reserve")),
            partner.trained ? say("yes") : say("no"),
            only.empty() ? say("all_disciplines") : fmt::format("{}", fmt::join(only, ", "))};
  }

  std::vector<std::string> verdicts() const {
    const std::size_t best = trials_.best_shipped(), winner = trials_.winner();
    std::vector<std::string> out;
    if (!trials_.is_other_plan()) {
      out.push_back(say("nothing_found", name(best)));
    } else {
      const std::size_t found = trials_.shipped();
      const std::string by = number(trials_.saved(best, found), true).text;
      out.push_back(trials_.is_better() ? say("better", name(found), name(best), by)
                                        : say("not_better", name(found), name(best), by));
    }
    for (std::size_t plan = 0; plan < trials_.shipped(); ++plan)
      if (const Estimate saved = trials_.saved(plan, winner); plan != winner && !(saved.low > 0))
        out.push_back(say("cannot_be_told", name(plan), name(winner), number(saved, true).text));
    return out;
  }

  void add_rehearsals(std::vector<std::string>& notes) const {
    std::size_t pairs = 0;
    for (const RoomAnswer& answer : trials_.rooms)
      pairs += answer.rehearsals;
    if (pairs > 0)
      notes.push_back(say("rehearsals", Count(pairs), numbers_.plain(trials_.rehearsal_price, 1),
                          Count(trials_.rehearsal_price), trials_.found.id));
  }

  std::string some_of(const std::vector<models::PartnerList>& lists) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(most_lists_told, lists.size()); ++i)
      out.push_back(list_text(world(), lists[i], language_));
    return fmt::format("{}", fmt::join(out, "; "));
  }

  /// What the search has not tried, and why.
  std::string how_far() const {
    std::vector<std::string> open;
    for (const RoomAnswer& answer : trials_.rooms)
      if (!answer.searched_out)
        open.push_back(id_of(answer.room));
    if (open.empty())
      return say("all_searched");
    const std::string names = fmt::format("{}", fmt::join(open, ", "));
    if (trials_.signal != 0)
      return say("cut_short", names);
    return trials_.budget_ended ? say("budget_ended", names) : say("not_worst", names);
  }

  const OptimiseTrials& trials_;
  const analysis::OptimiseQuestion& question_;
  Language language_;
  Numbers numbers_;
};

}  // namespace

std::string list_text(const models::World& world, const models::PartnerList& list,
                      Language language) {
  const Numbers numbers(language);
  const std::vector<double> parts = models::parts_of(list);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::string text = world.centres[list[i].centre].id;
    if (!list[i].disciplines.empty()) {
      std::vector<std::string> only;
      for (const auto discipline : list[i].disciplines)
        only.push_back(world.disciplines[discipline].id);
      text += fmt::format(" [{}]", fmt::join(only, ", "));
    }
    out.push_back(parts[i] > 0 ? text + " " + numbers.plain(100 * parts[i], 0) + " %"
                               : "(" + text + ")");
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

std::string move_text(const models::World& world, const models::PartnerMove& move,
                      Language language) {
  using Kind = models::PartnerMove::Kind;
  const auto id = [&](models::Id<models::Centre> centre) { return world.centres[centre].id; };
  switch (move.kind) {
    case Kind::start:
      return optimise_word("move_start", language);
    case Kind::swap:
      return optimise_text("move_swap", language, id(move.centre), id(move.other));
    case Kind::replace:
      return optimise_text("move_replace", language, id(move.centre), id(move.other));
    case Kind::join:
      return optimise_text("move_join", language, id(move.centre));
    case Kind::leave:
      return optimise_text("move_leave", language, id(move.centre));
    case Kind::alone:
      return optimise_text("move_alone", language, id(move.centre));
    case Kind::narrow:
      return optimise_text("move_narrow", language, id(move.centre),
                           world.disciplines[move.discipline].id);
    case Kind::widen:
      return optimise_text("move_widen", language, id(move.centre),
                           world.disciplines[move.discipline].id);
    default:
      return optimise_text("move_rehearse", language, id(move.centre));
  }
}

Document optimise_document(const OptimiseTrials& trials, const analysis::OptimiseQuestion& question,
                           Language language) {
  const OptimiseTeller teller(trials, question, language);
  Document out{teller.title(), teller.head(), {teller.plans()}};
  for (Grid& grid :
       std::vector<Grid>{teller.changes(), teller.partners(), teller.not_told(), teller.steps()})
    if (!grid.rows.empty() || !grid.notes.empty())
      out.grids.push_back(std::move(grid));
  out.grids.push_back(teller.alternatives());
  out.grids.push_back(plan_lines(trials.valued));
  return out;
}

std::vector<std::string> optimise_grids() {
  return {"plans", "changes", "partners", "not_told", "steps", "alternatives", "all"};
}

std::string optimised_plan(const OptimiseTrials& trials) {
  return trials.is_valued() ? trials.valued.plans[trials.winner()] : "";
}

std::string optimised_yaml(const OptimiseTrials& trials) {
  if (!trials.is_valued())
    return "";
  const models::World& world = trials.valued.world;
  const std::string id = optimised_plan(trials);
  const bool is_found = trials.is_better();
  const auto& shipped = std::ranges::find(world.takeover_plans, id, &models::TakeoverPlan::id);
  return models::plan_as_yaml(world, is_found ? trials.found : *shipped, "uitwijk optimise");
}

}  // namespace reports
