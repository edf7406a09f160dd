#include "reports/documents/exercise_result.hpp"
#include "reports/documents/document_head.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/documents/graph/text.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t clock_name_width = 22;
constexpr double odd = 0.05;  ///< an observation that one in twenty predictions is beyond

class ExerciseTeller {
public:
  ExerciseTeller(const analysis::ExerciseQuestion& question, Language language)
      : question_(question), language_(language), numbers_(language) {}

  std::vector<std::string> head(const scenarios::Exercise& exercise,
                                const std::string& rubricering) const {
    return {marking_line(rubricering, language_),
            say("exercise.asked", exercise.source, Count(question_.replications), question_.seed)};
  }

  Grid clocks(const analysis::RoomExercised& room) const {
    const std::string& id = room.trials.world.centres[room.seen.lost].id;
    Grid out;
    out.name = id + " clocks";
    out.headings = {id, "P5", "P50", "P95", say("exercise.observed"), say("exercise.below")};
    for (const analysis::ClockSeen& clock : room.clocks)
      out.rows.push_back({"  " + called(clock.clock), time(clock.p5_s), time(clock.p50_s),
                          time(clock.p95_s), time(clock.observed_s), below(clock.below)});
    for (const analysis::ClockSeen& clock : room.clocks)
      if (clock.below < odd || clock.below > 1 - odd)
        out.notes.push_back(clock.below < odd ? say("exercise.faster", called(clock.clock))
                                              : say("exercise.slower", called(clock.clock)));
    for (const analysis::ClockSeen& clock : room.clocks)
      if (clock.cut_off > 0)
        out.notes.push_back(
            say("exercise.cut_off", called(clock.clock), clock.cut_off, question_.replications));
    remark_on_partner(out, room);
    return out;
  }

  Grid outcome(const analysis::RoomExercised& room) const {
    const analysis::LossTrials& trials = room.trials;
    const analysis::LossTrial& loss = trials.losses.front();
    Grid out;
    out.name = trials.world.centres[room.seen.lost].id + " outcome";
    out.headings = {say("exercise.outcome"), say("col.more_lost"), say("exercise.change"),
                    say("col.late"), say("col.again")};
    const auto number = [&](const analysis::Estimate& e, std::size_t m, bool sign = false) {
      return estimate_cell(e, trials.measures[m].unit, question_.replications, numbers_, sign);
    };
    const std::size_t lost = trials.measure("extra_lost_callers"),
                      late = trials.measure("extra_delayed_callers"),
                      again = trials.measure("answered_again_s");
    for (std::size_t world = 0; world < trials.plans.size(); ++world)
      out.rows.push_back(
          {"  " + called(trials.plans[world]), number(trials.estimate(loss, world, lost), lost),
           world == 0 ? Cell() : number(trials.difference(loss, world, lost), lost, true),
           number(trials.estimate(loss, world, late), late),
           number(trials.estimate(loss, world, again), again)});
    return out;
  }

  /// The clocks that the exercise gives, one a line.
  Grid changes(const analysis::ExerciseResult& result) const {
    Grid out;
    out.name = "updates";
    out.title = say("exercise.updates");
    out.headings = {Both{"address", "adres"}.in(language_), Both{"value", "waarde"}.in(language_)};
    for (const analysis::ChangedClock& change : result.updated)
      out.rows.push_back({change.address, to_yaml(change.value)});
    out.notes = {say("exercise.weight", Count(question_.prior_weight))};
    return out;
  }

private:
  template <class... Value>
  std::string say(std::type_identity_t<Form<planning_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }
  /// A clock, or a world in which it runs.
  std::string called(const std::string& name) const {
    return planning_word_at("exercise." + name, language_);
  }
  Cell below(double share) const {
    if (std::isnan(share))
      return {dash, {share}, analysis::Unit::share};
    return {numbers_.plain(100 * share, 0) + " %", {share}, analysis::Unit::share};
  }
  static Cell time(double seconds) {
    return {duration(seconds), {seconds}, analysis::Unit::seconds};
  }

  /// The plan in force may say something else of who takes over, or of how well they know it.
  void remark_on_partner(Grid& out, const analysis::RoomExercised& room) const {
    if (!room.seen.partner)
      return;
    const auto& world = room.trials.world;
    const auto& partners = world.takeover.partners[room.seen.lost];
    const auto& who = world.centres[*room.seen.partner].id;
    const auto at = std::find_if(partners.begin(), partners.end(), [&](const auto& partner) {
      return partner.centre == *room.seen.partner;
    });
    if (at != partners.begin() || at == partners.end())
      out.notes.push_back(say("exercise.other_partner", who));
    if (at != partners.end() && !at->trained)
      out.notes.push_back(say("exercise.now_trained", who));
  }

  const analysis::ExerciseQuestion& question_;
  Language language_;
  Numbers numbers_;
};

void print_table(std::ostream& out, const Grid& grid) {
  out << '\n';
  print_rows(out, grid, clock_name_width);
  for (const std::string& note : grid.notes)
    print_wrapped(out, note, 2);
}

json clocks_json(const std::vector<analysis::ClockSeen>& clocks) {
  json out = json::object();
  for (const analysis::ClockSeen& clock : clocks)
    out[clock.clock] = {
        {"p5_s", number_or_null(clock.p5_s)},         {"p50_s", number_or_null(clock.p50_s)},
        {"p95_s", number_or_null(clock.p95_s)},       {"observed_s", clock.observed_s},
        {"share_below", number_or_null(clock.below)}, {"cut_off", clock.cut_off}};
  return out;
}

json outcome_json(const analysis::LossTrials& trials) {
  json out = json::object();
  const analysis::LossTrial& loss = trials.losses.front();
  for (std::size_t world = 0; world < trials.plans.size(); ++world)
    for (const char* const name :
         {"extra_lost_callers", "extra_delayed_callers", "answered_again_s"}) {
      const std::size_t m = trials.measure(name);
      json& row = out[trials.plans[world]];
      row["measures"][name] = estimate_json(trials.estimate(loss, world, m));
      row["difference"][name] =
          world == 0 ? json() : estimate_json(trials.difference(loss, world, m));
    }
  return out;
}

json changes_json(const std::vector<analysis::ChangedClock>& changes) {
  json out = json::object();
  for (const analysis::ChangedClock& change : changes)
    out[change.address] = to_yaml(change.value);
  return out;
}

}  // namespace

void print_exercise(std::ostream& out, const scenarios::Exercise& exercise,
                    const analysis::ExerciseResult& result,
                    const analysis::ExerciseQuestion& question, Language language) {
  const ExerciseTeller teller(question, language);
  out << emphasised(exercise.name, bold_wanted()) << '\n';
  for (const std::string& line : teller.head(exercise, result.rubricering))
    print_wrapped(out, line, 0);
  for (const analysis::RoomExercised& room : result.rooms) {
    print_table(out, teller.clocks(room));
    print_table(out, teller.outcome(room));
  }
  const Grid changes = teller.changes(result);
  out << '\n' << changes.title << '\n';
  for (const GridRow& row : changes.rows)
    out << fmt::format("  {}: {}\n", row[0].text, row[1].text);
  print_wrapped(out, changes.notes.front(), 0);
}

Document exercise_document(const scenarios::Exercise& exercise,
                           const analysis::ExerciseResult& result,
                           const analysis::ExerciseQuestion& question, Language language) {
  const ExerciseTeller teller(question, language);
  Document out{exercise.name, teller.head(exercise, result.rubricering), {}};
  for (const analysis::RoomExercised& room : result.rooms) {
    out.grids.push_back(teller.clocks(room));
    out.grids.push_back(teller.outcome(room));
  }
  out.grids.push_back(teller.changes(result));
  return out;
}

std::vector<std::string> exercise_grids(const scenarios::Exercise& exercise,
                                        const models::World& world) {
  std::vector<std::string> out;
  for (const scenarios::ObservedTakeover& seen : exercise.takeovers)
    for (const char* const table : {" clocks", " outcome"})
      out.push_back(world.centres[seen.lost].id + table);
  out.emplace_back("updates");
  return out;
}

json exercise_json(const scenarios::Exercise& exercise, const analysis::ExerciseResult& result,
                   const analysis::ExerciseQuestion& question) {
  json rooms = json::object();
  for (const analysis::RoomExercised& room : result.rooms)
    rooms[room.trials.world.centres[room.seen.lost].id] = {{"clocks", clocks_json(room.clocks)},
                                                           {"outcome", outcome_json(room.trials)}};
  return {{"schema", name_of(results::Schema::exercise)},
          {"name", exercise.name},
          {"rubricering", result.rubricering},
          {"source", exercise.source},
          {"seed", question.seed},
          {"replications", question.replications},
          {"prior_weight", question.prior_weight},
          {"meldkamers", rooms},
          {"observed", changes_json(result.observed)},
          {"updated", changes_json(result.updated)}};
}

}  // namespace reports
