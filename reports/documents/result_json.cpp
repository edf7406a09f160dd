#include "reports/documents/result_json.hpp"

#include "reports/formats/json_shapes.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;

json clock_json(const analysis::Clock& clock) {
  return {{"p50", time_json(clock.p50)},
          {"p95", time_json(clock.p95)},
          {"episodes", clock.episodes},
          {"ended", clock.ended}};
}

/// What had become of the losses of each stage.
json losses_json(const std::vector<analysis::StageLosses>& stages) {
  json out = json::object();
  for (const analysis::StageLosses& stage : stages) {
    json after = json::array();
    for (const analysis::Incidence& at : stage.after)
      after.push_back(incidence_json(at));
    out[stage.stage] = {{"losses", stage.losses}, {"after", after}};
  }
  return out;
}

/// One estimate of every line; null when the lines have none of the kind.
template <class Choose>
json measures(const analysis::Lines& lines, Choose choose) {
  json out = json::object();
  for (const analysis::Line& line : lines) {
    const std::optional<analysis::Estimate>& estimate = choose(line);
    if (!estimate)
      return nullptr;
    out[std::string(line.name)] = estimate_json(*estimate);
  }
  return out;
}

/// Adds "measures", "twin" and "difference".
void add_lines(json& out, const analysis::Lines& lines) {
  out["measures"] =
      measures(lines, [](const analysis::Line& line) { return std::optional(line.disturbed); });
  out["twin"] = measures(lines, [](const analysis::Line& line) { return line.twin; });
  out["difference"] = measures(lines, [](const analysis::Line& line) { return line.difference; });
}

json parts(const std::vector<analysis::PartSummary>& summaries) {
  json out = json::object();
  for (const analysis::PartSummary& part : summaries) {
    if (part.modelled)
      add_lines(out[part.id], part.lines);
    else
      out[part.id] = "not modelled";
  }
  return out;
}

json stages(const std::vector<analysis::StageSummary>& summaries) {
  json out = json::object();
  for (const analysis::StageSummary& stage : summaries) {
    const analysis::StageTotals& t = stage.totals;
    json& entry = out[stage.id];
    entry = {{"offered", t.offered},
             {"answered", t.answered},
             {"forwarded", t.forwarded},
             {"abandoned", t.abandoned},
             {"blocked", t.blocked},
             {"cut", t.cut},
             {"moved_in", t.moved_in},
             {"moved_out", t.moved_out},
             {"wait_mean_s", number_or_null(t.wait_mean_s)},
             {"wait_p90_s", number_or_null(t.wait_p90_s)},
             {"wait_max_s", number_or_null(t.wait_max_s)}};
    add_lines(entry, stage.lines);
  }
  return out;
}

json takeovers(const std::vector<analysis::TakeoverSummary>& summaries) {
  json out = json::array();
  for (const analysis::TakeoverSummary& t : summaries) {
    json partners = json::object();
    for (const auto& [centre, episodes] : t.partners)
      partners[centre] = episodes;
    out.push_back({{"centre", t.centre},
                   {"episodes", t.episodes},
                   {"lost", share_json(t.lost)},
                   {"stages", losses_json(t.stages)},
                   {"first_switch_fails", share_json(t.first_switch_fails)},
                   {"partners", partners},
                   {"no_partner_left", t.no_partner_left},
                   {"barred", t.barred},
                   {"detect_s", clock_json(t.detect)},
                   {"decide_s", clock_json(t.decide)},
                   {"switch_s", clock_json(t.switch_)},
                   {"repair_s", clock_json(t.repair)},
                   {"return_s", clock_json(t.back)},
                   {"answered", estimate_json(t.answered)}});
  }
  return out;
}

json failures(const results::Study& study, const Reproduce& reproduce) {
  json out = json::array();
  for (const results::Study::Failure& failure : study.failures)
    out.push_back({{"replication", failure.replication},
                   {"reason", failure.reason},
                   {"reproduce", reproduce(failure.replication)}});
  return out;
}

}  // namespace

json run_json(const analysis::RunReport& report, const analysis::Summary& summary,
              const Reproduce& reproduce) {
  const results::Provenance& provenance = report.study.provenance;
  json out = {{"schema", name_of(results::Schema::run)},
              {"scenario", provenance.scenario},
              {"name", provenance.scenario_name},
              {"rubricering", provenance.rubricering},
              {"command", provenance.command},
              {"version", provenance.version},
              {"commit", provenance.commit},
              {"seed", provenance.seed},
              {"replications", summary.replications},
              {"failed_replications", summary.failed_replications},
              {"failures", failures(report.study, reproduce)},
              {"interrupted", report.signal != 0},
              {"precision_reached", report.precision_reached},
              {"conservation_error", summary.conservation_error},
              {"truncated", summary.truncated},
              {"late_return", summary.late_return}};
  add_lines(out, summary.world);
  out["centres"] = parts(summary.centres);
  out["disciplines"] = parts(summary.disciplines);
  out["regions"] = parts(summary.regions);
  out["kinds"] = parts(summary.kinds);
  out["other_work"] = parts(summary.other_work);
  out["stages"] = stages(summary.stages);
  out["takeovers"] = takeovers(summary.takeovers);
  out["wall_s"] = report.wall_s;
  out["calls_per_s"] = report.calls_per_s;
  return out;
}

}  // namespace reports
