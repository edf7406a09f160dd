#pragma once

#include "analysis/impact/impact_table.hpp"

namespace reports_test {

constexpr analysis::Interval interval(double value) {
  return {value, value - 1, value + 1, analysis::Method::student_t};
}

/// After 10, 30 and 60 minutes, each a little more.
inline std::vector<analysis::Incidence> incidences(double elsewhere) {
  std::vector<analysis::Incidence> out;
  for (const double by_s : analysis::losses_told_s)
    out.push_back({by_s, {interval(elsewhere += 0.1), interval(0.1)}, interval(0.2)});
  return out;
}

inline results::RowLabels labels() {
  results::RowLabels out;
  out.threat = "DR-07", out.threat_nl = "brand", out.threat_en = "fire";
  out.target = "noord", out.package = "current", out.plan = "chain", out.onset_rule = "any_hour";
  out.duration = "4 h", out.varied = "takeover.decide=5 min", out.role = "event", out.cia = "A";
  out.actors = "insider", out.voorzieningen = "spoedvraag";
  out.likelihood_class = 3, out.likelihood_basis = "expert", out.duration_basis = "incident";
  out.duration_cases = 4, out.incidents = 5, out.incidents_checked = 2;
  return out;
}

/// A row in which everything is there that can be.
inline analysis::TableRow full() {
  analysis::TableRow out;
  out.row.labels = labels();
  out.row.seed = 9, out.row.failed = 1, out.row.command = "uitwijk run";
  out.row.replications.resize(20);
  for (analysis::Consequence& one : out.row.replications)
    one.callers = 320;
  out.row.parameters = 200, out.row.parameters_assumed = 50;
  out.row.world_as_of = "2026-01-01", out.row.version = "1.2", out.row.commit = "abc";
  out.row.meldkamer = "noord", out.row.share_of_callers = 0.25;
  out.row.definitions = results::definitions + 1;
  out.other_inputs = {2, {"a.yaml"}, {"b.yaml"}};
  out.lost = interval(10);
  out.harm = {interval(30), interval(31), interval(32), interval(33), interval(34)};
  out.uncertainty = {4, 80, 11, interval(11), interval(12), interval(13), 0.5};
  out.lost_percentiles = {interval(20), interval(21), interval(22), interval(23)};
  out.recover_percentiles = {interval(600), interval(1200)};
  out.recover_nation = {interval(60), interval(120)};
  out.still_down_s = 28800;
  out.any_loss = analysis::proportion(15, 20);
  out.intake_losses = incidences(0.6), out.dispatch_losses = incidences(0.3);
  out.first_switch_fails = analysis::proportion(3, 12);
  out.late_return = 3, out.truncated = 2, out.capped = 1, out.capped_s = 7200;
  out.worst_hours = {true, 12, 18, interval(40)};
  out.impact.each.assign(20, 2);
  out.impact.classes.fill(analysis::proportion(4, 20));
  out.impact.uncapped.fill(analysis::proportion(5, 20));
  out.impact.nation.emplace().fill(analysis::proportion(6, 20));
  out.impact.decided = {{"lost_callers", 16}, {"recovery", 3}};
  out.impact.by_criterion[0] = {0.2, 0.8, 0, 0, 0};
  out.frequency = {analysis::Frequency::Unknown::no, {{0.1, 0.1}}, 1};
  out.likelihood = {0, 0, 1, 0, 0};
  out.per_year = interval(5);
  out.levels = {0.1, 0.2, 0.3, 0.4};
  out.level = analysis::Level::high;
  out.shown_not_above = {false, false, true, true};
  out.exceedance = {interval(2)};
  out.share_of_line = 0.25;
  out.as_much_as_all_per_y = 0.02;
  out.estimated = analysis::Frequency{
      .unknown = analysis::Frequency::Unknown::no, .nation = {{0.1, 1}}, .target_share = 1};
  out.estimated_per_year = interval(7);
  out.tail = {0.95, 70, 80, 60};
  out.tied = true;
  out.registered = analysis::Registered{"R-1", "besloten", "accepteren", {"stilzwijgend"}};
  out.model_age_days = 30;
  return out;
}

}  // namespace reports_test
