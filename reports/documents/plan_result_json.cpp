#include "reports/documents/document_head.hpp"
#include "reports/documents/plan_result.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/json_shapes.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;

json measures_json(const analysis::LossTrials& trials, const analysis::LossTrial& loss,
                   std::size_t plan, bool less) {
  json out = json::object();
  for (std::size_t m = 0; m < trials.measures.size(); ++m)
    out[trials.measures[m].name] =
        estimate_json(less ? trials.difference(loss, plan, m) : trials.estimate(loss, plan, m));
  return out;
}

json short_groups(const analysis::LossTrials& trials, const analysis::PlanTrial& trial) {
  json out = json::object();
  for (std::size_t g = 0; g < trial.short_min_of_group.size(); ++g)
    if (trial.short_min_of_group[g] != 0)
      out[trials.world.groups.rows()[g].id] = trial.short_min_of_group[g];
  return out;
}

json loss_json(const analysis::LossTrials& trials, const analysis::LossTrial& loss) {
  json lost = json::array(), plans = json::object();
  for (const auto centre : loss.lost)
    lost.push_back(trials.world.centres[centre].id);
  for (std::size_t plan = 0; plan < trials.plans.size(); ++plan) {
    json& row = plans[trials.plans[plan]];
    row["measures"] = measures_json(trials, loss, plan, false);
    row["difference"] = plan == 0 ? json() : measures_json(trials, loss, plan, true);
    row["short_min_by_group"] = short_groups(trials, loss.plans[plan]);
    row["failed_replications"] = loss.plans[plan].failed;
  }
  return {{"lost", lost}, {"plans", plans}};
}

json total_json(const analysis::LossTrials& trials) {
  json out = json::object();
  for (std::size_t plan = 0; plan < trials.plans.size(); ++plan)
    for (const char* const name : {"extra_lost_callers", "extra_delayed_callers"}) {
      const std::size_t m = trials.measure(name);
      json& row = out[trials.plans[plan]];
      row["measures"][name] = estimate_json(trials.total(plan, m));
      row["difference"][name] =
          plan == 0 ? json() : estimate_json(trials.total_difference(plan, m));
    }
  return out;
}

CsvLine csv_line(const analysis::LossTrials& trials, const analysis::LossTrial& loss,
                 std::size_t plan, std::size_t measure) {
  const auto seen = trials.estimate(loss, plan, measure);
  const auto less = plan == 0 ? analysis::Estimate{} : trials.difference(loss, plan, measure);
  CsvLine line;
  line.text("lost", name_of(trials.world, loss.lost));
  line.text("plan", trials.plans[plan]);
  line.text("measure", trials.measures[measure].name);
  line.number("mean", seen.mean);
  line.number("ci95_low", seen.low);
  line.number("ci95_high", seen.high);
  line.number("difference", less.mean);
  line.number("difference_low", less.low);
  line.number("difference_high", less.high);
  line.number("n", static_cast<double>(seen.n_defined));
  return line;
}

}  // namespace

json plans_json(const analysis::LossTrials& trials, const analysis::LossQuestion& question) {
  json losses = json::array();
  for (const analysis::LossTrial& loss : trials.losses)
    losses.push_back(loss_json(trials, loss));
  return {{"schema", name_of(results::Schema::plan)},
          {"world", trials.world.name},
          {"rubricering", trials.rubricering},
          {"seed", question.seed},
          {"replications", question.replications},
          {"onset", question.at.empty() ? "any_hour" : question.at},
          {"duration", question.duration},
          {"most_busy", question.strain.most_busy},
          {"plans", trials.plans},
          {"compared_with", trials.plans.front()},
          {"losses", losses},
          {"all_losses", trials.losses.empty() ? json() : total_json(trials)},
          {"interrupted", trials.signal != 0},
          {"wall_s", trials.wall_s}};
}

Grid plan_lines(const analysis::LossTrials& trials) {
  std::vector<CsvLine> lines;
  for (const analysis::LossTrial& loss : trials.losses)
    for (std::size_t plan = 0; plan < trials.plans.size(); ++plan)
      for (std::size_t m = 0; m < trials.measures.size(); ++m)
        lines.push_back(csv_line(trials, loss, plan, m));
  return grid_of("all", lines);
}

json plan_list_json(const models::World& world) {
  json out = {
      {"schema", name_of(results::Schema::plans)}, {"world", world.name}, {"plans", json::array()}};
  for (const auto id : world.takeover_plans.ids()) {
    const models::TakeoverPlan& plan = world.takeover_plans[id];
    out["plans"].push_back({{"id", plan.id},
                            {"name", plan.name},
                            {"description", plan.description},
                            {"in_force", id == world.takeover.plan}});
  }
  return out;
}

}  // namespace reports
