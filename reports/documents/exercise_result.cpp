#include "reports/documents/exercise_result.hpp"
#include "reports/documents/document_head.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "reports/documents/graph_text.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/planning_words.hpp"
#include "reports/words/plural.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;

constexpr std::size_t name_width = 22;
constexpr double odd = 0.05;  ///< an observation that one in twenty predictions is beyond

class Printer {
public:
  Printer(std::ostream& out, const analysis::ExerciseQuestion& question, Language language)
      : out_(out),
        question_(question),
        language_(language),
        numbers_(language),
        bold_(bold_wanted()) {}

  void header(const scenarios::Exercise& exercise, const std::string& rubricering) {
    out_ << emphasised(exercise.name, bold_) << '\n';
    print_wrapped(out_, marking_line(rubricering, language_), 0);
    print_wrapped(out_,
                  fmt::format(fmt::runtime(say("exercise.asked")), exercise.source,
                              Count(question_.replications), question_.seed),
                  0);
  }

  void clocks(const analysis::RoomExercised& room) {
    const auto& centres = room.trials.world.centres;
    TextTable table({centres[room.seen.lost].id, "P5", "P50", "P95", say("exercise.observed"),
                     say("exercise.below")},
                    name_width);
    for (const analysis::ClockSeen& clock : room.clocks)
      table.row({"  " + say("exercise." + clock.clock), duration(clock.p5_s), duration(clock.p50_s),
                 duration(clock.p95_s), duration(clock.observed_s),
                 numbers_.plain(100 * clock.below, 0) + " %"});
    out_ << '\n';
    table.print(out_, bold_);
    for (const analysis::ClockSeen& clock : room.clocks)
      if (clock.below < odd || clock.below > 1 - odd)
        print_wrapped(out_,
                      fmt::format(fmt::runtime(say(clock.below < odd ? "exercise.faster"
                                                                     : "exercise.slower")),
                                  say("exercise." + clock.clock)),
                      2);
    remark_on_partner(room);
  }

  void outcome(const analysis::RoomExercised& room) {
    const analysis::LossTrials& trials = room.trials;
    const analysis::LossTrial& loss = trials.losses.front();
    TextTable table({say("exercise.outcome"), say("col.more_lost"), say("exercise.change"),
                     say("col.late"), say("col.again")},
                    name_width);
    const auto number = [&](const analysis::Estimate& e, std::size_t m, bool sign = false) {
      return numbers_.estimate(e, trials.measures[m].unit, question_.replications, sign);
    };
    const std::size_t lost = trials.measure("extra_lost_callers"),
                      late = trials.measure("extra_delayed_callers"),
                      again = trials.measure("answered_again_s");
    for (std::size_t world = 0; world < trials.plans.size(); ++world)
      table.row({"  " + say("exercise." + trials.plans[world]),
                 number(trials.estimate(loss, world, lost), lost),
                 world == 0 ? "" : number(trials.difference(loss, world, lost), lost, true),
                 number(trials.estimate(loss, world, late), late),
                 number(trials.estimate(loss, world, again), again)});
    out_ << '\n';
    table.print(out_, bold_);
  }

  void changes(const analysis::ExerciseResult& result) {
    out_ << '\n' << say("exercise.updates") << '\n';
    for (const analysis::ChangedClock& change : result.updated)
      out_ << fmt::format("  {}: {}\n", change.address, to_yaml(change.value));
    print_wrapped(
        out_, fmt::format(fmt::runtime(say("exercise.weight")), Count(question_.prior_weight)), 0);
  }

private:
  std::string say(std::string_view key) const { return planning_word_at(key, language_); }

  /// The plan in force may say something else of who takes over, or of how well they know it.
  void remark_on_partner(const analysis::RoomExercised& room) {
    if (!room.seen.partner)
      return;
    const auto& world = room.trials.world;
    const auto& partners = world.takeover.partners[room.seen.lost];
    const auto& who = world.centres[*room.seen.partner].id;
    const auto at = std::find_if(partners.begin(), partners.end(), [&](const auto& partner) {
      return partner.centre == *room.seen.partner;
    });
    if (at != partners.begin() || at == partners.end())
      print_wrapped(out_, fmt::format(fmt::runtime(say("exercise.other_partner")), who), 2);
    if (at != partners.end() && !at->trained)
      print_wrapped(out_, fmt::format(fmt::runtime(say("exercise.now_trained")), who), 2);
  }

  std::ostream& out_;
  const analysis::ExerciseQuestion& question_;
  Language language_;
  Numbers numbers_;
  bool bold_;
};

json clocks_json(const std::vector<analysis::ClockSeen>& clocks) {
  json out = json::object();
  for (const analysis::ClockSeen& clock : clocks)
    out[clock.clock] = {{"p5_s", number_or_null(clock.p5_s)},
                        {"p50_s", number_or_null(clock.p50_s)},
                        {"p95_s", number_or_null(clock.p95_s)},
                        {"observed_s", clock.observed_s},
                        {"share_below", number_or_null(clock.below)}};
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
  Printer printer(out, question, language);
  printer.header(exercise, result.rubricering);
  for (const analysis::RoomExercised& room : result.rooms) {
    printer.clocks(room);
    printer.outcome(room);
  }
  printer.changes(result);
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
