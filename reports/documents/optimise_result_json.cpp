#include "reports/documents/document_head.hpp"
#include "reports/documents/optimise_result.hpp"
#include "reports/formats/json_shapes.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using analysis::OptimiseTrials;

json list_json(const models::World& world, const models::PartnerList& list) {
  json out = json::array();
  for (const models::Partner& partner : list) {
    json only = json::array();
    for (const auto discipline : partner.disciplines)
      only.push_back(world.disciplines[discipline].id);
    out.push_back({{"to", world.centres[partner.centre].id},
                   {"share", partner.share},
                   {"trained", partner.trained},
                   {"disciplines", only}});
  }
  return out;
}

json plan_json(const OptimiseTrials& trials, std::size_t plan) {
  const std::size_t best = trials.best_shipped(), worst = trials.worst_loss(plan);
  return {{"id", trials.valued.plans[plan]},
          {"found", plan >= trials.shipped()},
          {"value", estimate_json(trials.value(plan))},
          {"worst_room", trials.valued.world.centres[trials.valued.losses[worst].lost.front()].id},
          {"saved", plan == best ? json() : estimate_json(trials.saved(best, plan))}};
}

json room_json(const OptimiseTrials& trials, std::size_t i) {
  const analysis::RoomAnswer& answer = trials.rooms[i];
  const models::World& world = trials.valued.world;
  json others = json::array();
  for (const models::PartnerList& list : answer.not_told)
    others.push_back(list_json(world, list));
  const bool is_valued = trials.is_valued() && answer.changes();
  return {{"room", world.centres[answer.room].id},
          {"before", list_json(world, answer.before)},
          {"after", list_json(world, answer.after)},
          {"saved", is_valued ? estimate_json(trials.saved_in(i)) : json()},
          {"rehearsals", answer.rehearsals},
          {"better_draws", answer.draws > 0 ? json(answer.better_draws) : json()},
          {"dropped", answer.dropped},
          {"searched_out", answer.searched_out},
          {"not_told", others}};
}

json step_json(const models::World& world, const analysis::SearchStep& step) {
  const models::PartnerMove& move = step.move;
  const auto id = [&](models::Id<models::Centre> centre) {
    return centre ? json(world.centres[centre].id) : json();
  };
  return {{"room", world.centres[step.room].id},
          {"move", word_of(move.kind)},
          {"centre", id(move.centre)},
          {"other", id(move.other)},
          {"discipline", move.discipline ? json(world.disciplines[move.discipline].id) : json()},
          {"partners", list_json(world, step.list)},
          {"saved", estimate_json(step.saved)},
          {"alternatives", step.alternatives},
          {"replications", step.replications}};
}

}  // namespace

const char* word_of(models::PartnerMove::Kind kind) {
  constexpr const char* words[] = {"start", "swap",   "replace", "join",    "leave",
                                   "alone", "narrow", "widen",   "rehearse"};
  return words[static_cast<std::size_t>(kind)];
}

json optimise_json(const OptimiseTrials& trials, const analysis::OptimiseQuestion& question,
                   Language language) {
  json plans = json::array(), rooms = json::array(), steps = json::array();
  for (std::size_t plan = 0; plan < trials.valued.plans.size() && trials.is_valued(); ++plan)
    plans.push_back(plan_json(trials, plan));
  for (std::size_t i = 0; i < trials.rooms.size(); ++i)
    rooms.push_back(room_json(trials, i));
  for (const analysis::SearchStep& step : trials.steps)
    steps.push_back(step_json(trials.valued.world, step));
  const analysis::LossQuestion& loss = question.loss;
  const bool is_valued = trials.is_valued();
  return {{"schema", name_of(results::Schema::optimise)},
          {"world", trials.valued.world.name},
          {"rubricering", trials.valued.rubricering},
          {"head", {marking_line(trials.valued.rubricering, language)}},
          {"objective", trials.objective == analysis::Objective::expected ? "expected" : "worst"},
          {"seed", loss.seed},
          {"replications", loss.replications},
          {"onset", loss.at.empty() ? "any_hour" : loss.at},
          {"duration", loss.duration},
          {"budget", question.budget},
          {"confidence", question.rule.confidence},
          {"indifference", question.rule.indifference},
          {"within_km", question.within_km ? json(*question.within_km) : json()},
          {"rehearsal_price", question.rehearsal_price ? json(*question.rehearsal_price) : json()},
          {"draws", question.draws},
          {"answer", is_valued ? json(optimised_plan(trials)) : json()},
          {"better", trials.is_better()},
          {"compared_with", is_valued ? json(trials.valued.plans[trials.best_shipped()]) : json()},
          {"plans", plans},
          {"rooms", rooms},
          {"steps", steps},
          {"rounds", trials.rounds},
          {"searched_replications", trials.replications},
          {"budget_ended", trials.budget_ended},
          {"interrupted", trials.signal != 0},
          {"wall_s", trials.wall_s}};
}

}  // namespace reports
