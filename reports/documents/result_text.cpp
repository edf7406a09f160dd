#include "reports/documents/result_text.hpp"
#include "reports/documents/document_head.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "analysis/measures/measure.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"

namespace reports {
namespace {

using analysis::Line;
using analysis::Lines;

constexpr std::size_t label_width = 34, name_width = 26, longest_name = 32, place_width = 16;

WordKey heading_of(analysis::Group group) {
  switch (group) {
    case analysis::Group::people:
      return "heading.people";
    case analysis::Group::attempts:
      return "heading.attempts";
    case analysis::Group::answering:
      return "heading.answering";
    case analysis::Group::help:
      return "heading.help";
    default:
      throw std::logic_error("a measure of the whole world without a heading");
  }
}

/// Makes the grids, which text lays out as it does and the other formats as they do.
class ResultTeller {
public:
  ResultTeller(const analysis::Summary& summary, const models::World& world, Language language)
      : summary_(summary), world_(world), language_(language), numbers_(language) {}

  std::vector<std::string> head(const results::Provenance& p,
                                const std::vector<std::string>& notes) const {
    const auto n = static_cast<double>(summary_.replications);
    std::vector<std::string> out = {
        marking_line(p.rubricering, language_),
        fmt::format("{}, {} {}; {}, {} {}", p.world_name, say("from"), p.start_local,
                    say("replications", Count(n, numbers_.plain(n, 0))), say("seed"), p.seed),
        fmt::format("{} {}, {} {}", say("inputs_counted"), say("parameters", Count(p.parameters)),
                    p.parameters_assumed, say("assumed"))};
    out.insert(out.end(), notes.begin(), notes.end());
    out.push_back(say("how_to_read"));
    return out;
  }

  Grid national() const {
    Grid out = grid("national", {say("national"), say("this_scenario")});
    if (summary_.has_twin) {
      out.headings.push_back(say("twin"));
      out.headings.push_back(say("difference"));
    }
    std::optional<analysis::Group> group;
    for (const analysis::Measure& measure : analysis::measures_shown(analysis::shown::table)) {
      if (measure.group != group)
        out.group(word(heading_of(measure.group), language_));
      group = measure.group;
      national_row(out, measure.name);
    }
    return out;
  }

  Grid centres() const {
    Grid out = grid("meldkamers", {say("per_centre"), say("col.lost"), say("col.more_than_twin"),
                                   say("col.answered"), say("col.for_others"), say("col.wait_mean"),
                                   say("col.occupancy")});
    for (std::size_t i = 0; i < summary_.centres.size(); ++i) {
      const Lines& lines = summary_.centres[i].lines;
      out.rows.push_back({name_of(world_.centres, i), cell(lines, "lost_callers"),
                          difference(lines, "lost_callers"), mean(lines, "answered_calls"),
                          mean(lines, "taken_over_calls"), mean(lines, "wait_mean_s"),
                          mean(lines, "occupancy_share")});
    }
    return out;
  }

  Grid disciplines() const {
    Grid out = grid("disciplines",
                    {say("per_discipline"), say("col.genuine"), say("col.lost"),
                     say("col.more_than_twin"), say("col.delay_p90"), say("col.dispatch_p90")});
    for (std::size_t i = 0; i < summary_.disciplines.size(); ++i) {
      const analysis::PartSummary& part = summary_.disciplines[i];
      const std::string name = name_of(world_.disciplines, i);
      if (!part.modelled) {
        out.rows.push_back({name, say("not_modelled"), dash, dash, dash, dash});
        medegebruikers(out, i);
        continue;
      }
      out.rows.push_back({name, mean(part.lines, "genuine_callers"),
                          cell(part.lines, "lost_callers"), difference(part.lines, "lost_callers"),
                          middle(part.lines, "answer_delay_p90_s"),
                          middle(part.lines, "time_to_dispatch_p90_s")});
      medegebruikers(out, i);
    }
    return out;
  }

  /// Callers by what they want, then the jobs that come another way; nothing for one flow only.
  Grid flows() const {
    Grid out = grid("flows", {say("per_flow"), say("col.arrived"), say("col.unreached"),
                              say("col.lost"), say("col.more_than_twin")});
    if (summary_.kinds.size() + summary_.other_work.size() < 2)
      return out;
    for (std::size_t i = 0; i < summary_.kinds.size(); ++i) {
      const Lines& lines = summary_.kinds[i].lines;
      out.rows.push_back({name_of(world_.kinds, i), mean(lines, "unique_callers"),
                          cell(lines, "unreached_callers"), cell(lines, "lost_callers"),
                          difference(lines, "lost_callers")});
    }
    for (std::size_t i = 0; i < summary_.other_work.size(); ++i) {
      const Lines& lines = summary_.other_work[i].lines;
      out.rows.push_back({shortened(world_.demand.other_work[i].name, longest_name),
                          mean(lines, "arrived_jobs"), cell(lines, "undelivered_jobs"), dash,
                          difference(lines, "undelivered_jobs")});
    }
    return out;
  }

  Grid stages() const {
    Grid out = grid("stages", {say("per_stage"), say("col.offered"), say("col.answered"),
                               say("col.abandoned"), say("col.blocked"), say("col.cut"),
                               say("col.wait_mean"), say("col.wait_p90"), say("col.wait_max")});
    for (std::size_t i = 0; i < summary_.stages.size(); ++i) {
      const analysis::StageSummary& stage = summary_.stages[i];
      out.rows.push_back({name_of(world_.stages, i), mean(stage.lines, "offered_calls"),
                          mean(stage.lines, "answered_calls"), mean(stage.lines, "abandoned_calls"),
                          mean(stage.lines, "blocked_calls"), mean(stage.lines, "cut_calls"),
                          cell(stage.lines, "wait_mean_s"), seconds(stage.totals.wait_p90_s),
                          seconds(stage.totals.wait_max_s)});
    }
    if (!summary_.stages.empty())
      out.notes = {say("stage_waits_note")};
    return out;
  }

  Grid takeovers() const {
    Grid out = grid("takeovers", {say("takeovers")});
    for (const double by_s : analysis::losses_told_s)
      out.headings.push_back(say("takeover.after", by_s / 60));
    for (const analysis::TakeoverSummary& t : summary_.takeovers) {
      out.group(say("takeover.lost", place_of(t.centre), share(t.lost)));
      for (const analysis::StageLosses& stage : t.stages)
        out.rows.push_back(stage_row(stage));
      out.remark(takeover_remark(t));
    }
    if (!summary_.takeovers.empty())
      out.notes = {say("takeover.note")};
    return out;
  }

  /// Of the rooms whose alarm was raised.
  Grid clocks() const {
    Grid out = grid("clocks", {say("clocks"), say("col.detect"), say("col.decide"),
                               say("col.switch"), say("col.return")});
    std::size_t no_partner_left = 0, barred = 0;
    for (const analysis::TakeoverSummary& t : summary_.takeovers) {
      no_partner_left += t.no_partner_left;
      barred += t.barred;
      if (t.episodes > 0)
        out.rows.push_back({place_of(t.centre), clock(t.detect), clock(t.decide), clock(t.switch_),
                            clock(t.back)});
    }
    if (!out.rows.empty())
      out.notes = {say("clocks_note")};
    if (no_partner_left > 0)
      out.notes.push_back(say("clocks_no_partner", Count(no_partner_left)));
    if (barred > 0)
      out.notes.push_back(say("clocks_barred", Count(barred)));
    return out;
  }

  /// Of takeovers that were planned, which no loss goes before; none where something was lost too.
  std::string without_takeovers() const {
    const analysis::Estimate& moved = analysis::find(summary_.world, "taken_over_calls")->disturbed;
    return moved.mean > 0
               ? say("takeover.without_loss", numbers_.value(moved.mean, analysis::Unit::count))
               : say("no_takeovers");
  }

  std::vector<std::string> remarks() const {
    std::vector<std::string> out;
    if (summary_.truncated > 0)
      out.push_back(say("truncated_note", Count(summary_.truncated)));
    if (summary_.late_return > 0)
      out.push_back(say("late_return_note", Count(summary_.late_return)));
    if (summary_.conservation_error > 0)
      out.push_back(fmt::format("{} {}", say("conservation_note"), summary_.conservation_error));
    return out;
  }

  template <class... Value>
  std::string say(std::type_identity_t<Form<word_phrases, Value...>> form,
                  const Value&... value) const {
    return form.filled(language_, value...);
  }

private:
  static Grid grid(const char* name, std::vector<std::string> headings) {
    Grid out;
    out.name = name;
    out.headings = std::move(headings);
    return out;
  }

  /// Other users of the systems under the discipline that answers for them.
  void medegebruikers(Grid& out, std::size_t discipline) const {
    std::string names;
    for (const std::string& name : world_.disciplines.rows()[discipline].medegebruikers)
      names += (names.empty() ? "    medegebruikers: " : ", ") + name;
    if (!names.empty())
      out.remark(shortened(names, 100));
  }

  template <class T>
  std::string name_of(const models::Table<T>& table, std::size_t index) const {
    return shortened(table.rows()[index].name, longest_name);
  }

  GridRow stage_row(const analysis::StageLosses& stage) const {
    GridRow out = {"  " + stage_name(stage.stage)};
    for (const analysis::Incidence& after : stage.after)
      out.push_back(incidence_cell(after));
    return out;
  }

  /// "62 [51, 72] / 8 / 30"; a dash where the data end before.
  Cell incidence_cell(const analysis::Incidence& after) const {
    using analysis::LossEnd;
    const analysis::Interval& elsewhere = share_of(after, LossEnd::elsewhere);
    if (std::isnan(elsewhere.value))
      return Cell(dash);
    const auto percent = [&](double share) { return numbers_.plain(100 * share, 0); };
    std::string text = percent(elsewhere.value);
    if (elsewhere.exists())
      text += " " + numbers_.ends(percent(elsewhere.low), percent(elsewhere.high));
    for (const LossEnd end : {LossEnd::repaired, LossEnd::nobody_yet})
      text += " / " + percent(share_of(after, end).value);
    return {text, {elsewhere.value, elsewhere.low, elsewhere.high}, analysis::Unit::share};
  }

  /// "  the first switch failed in 17 % [11, 25] of 99; calls sent to Rotterdam in 99 of 99".
  std::string takeover_remark(const analysis::TakeoverSummary& t) const {
    std::string text = "  ";
    if (t.stages.empty())
      text += say("takeover.old_file") + "; ";
    const analysis::Proportion& fails = t.first_switch_fails;
    text += fails.of == 0 ? say("takeover.no_switch")
                          : say("takeover.first_fails", numbers_.proportion(fails), fails.of);
    for (const auto& [partner, episodes] : t.partners)
      text += "; " + say("takeover.sent", centre_name(partner), episodes, t.episodes);
    return text;
  }

  std::string share(const analysis::Proportion& p) const {
    return numbers_.plain(p.share * 100, 0) + " %";
  }

  std::string stage_name(const std::string& id) const {
    for (const models::Stage& stage : world_.stages)
      if (stage.id == id)
        return shortened(stage.name, longest_name);
    return id;
  }

  /// The city of a centre, shorter than its name; the name when it has no city.
  std::string place_of(const std::string& id) const {
    for (const models::Centre& centre : world_.centres)
      if (centre.id == id)
        return centre.city.empty() ? centre.name : centre.city;
    return id;
  }

  std::string centre_name(const std::string& id) const {
    for (const models::Centre& centre : world_.centres)
      if (centre.id == id)
        return centre.name;
    return id;
  }

  void national_row(Grid& out, std::string_view name) const {
    const Line& line = *analysis::find(summary_.world, name);
    if (line.disturbed.n_defined == 0 && (!line.twin || line.twin->n_defined == 0))
      return;
    GridRow cells = {"  " + word_at(name, language_), estimate(line.disturbed, line.unit)};
    if (summary_.has_twin) {
      cells.push_back(estimate(*line.twin, line.unit));
      cells.push_back(estimate(*line.difference, line.unit, true));
    }
    out.rows.push_back(std::move(cells));
  }

  Cell estimate(const analysis::Estimate& e, analysis::Unit unit, bool with_sign = false) const {
    return estimate_cell(e, unit, summary_.replications, numbers_, with_sign);
  }
  Cell cell(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    return estimate(line.disturbed, line.unit);
  }
  Cell difference(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    return line.difference ? estimate(*line.difference, line.unit, true) : Cell();
  }
  /// "never" where most replications never came to it, as the table of the nation says it.
  /// Without its interval, for which there is no room; it says of how many replications it is.
  Cell middle(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    analysis::Estimate alone = line.disturbed;
    alone.low = alone.high = alone.mean;
    return estimate(alone, line.unit);
  }
  Cell mean(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    if (line.disturbed.n_infinite > line.disturbed.n_defined)
      return estimate(line.disturbed, line.unit);
    return number_cell(line.disturbed.mean, numbers_, line.unit);
  }
  Cell seconds(double value) const { return number_cell(value, numbers_, analysis::Unit::seconds); }
  std::string clock(const analysis::Clock& clock) const { return numbers_.time(clock.p50); }

  const analysis::Summary& summary_;
  const models::World& world_;
  Language language_;
  Numbers numbers_;
};

void print_below(std::ostream& out, const Grid& grid, std::size_t first_width) {
  if (grid.rows.empty())
    return;
  out << '\n';
  print_rows(out, grid, first_width);
  for (const std::string& note : grid.notes)
    print_wrapped(out, note, 0);
}

}  // namespace

void print_result(std::ostream& out, const analysis::RunReport& report,
                  const analysis::Summary& summary, const models::World& world,
                  const std::vector<std::string>& notes, Language language) {
  const ResultTeller teller(summary, world, language);
  out << emphasised(report.study.provenance.scenario_name, bold_wanted()) << '\n';
  for (const std::string& text : teller.head(report.study.provenance, notes))
    for (const std::string& line : wrapped(text, page_width, 2))
      out << line << '\n';
  print_below(out, teller.national(), label_width);
  for (const Grid& grid : {teller.centres(), teller.disciplines(), teller.flows(), teller.stages()})
    print_below(out, grid, name_width);
  if (summary.takeovers.empty() && summary.has_twin)
    out << '\n'
        << emphasised(teller.say("takeovers"), bold_wanted()) << "  " << teller.without_takeovers()
        << '\n';
  print_below(out, teller.takeovers(), name_width);
  print_below(out, teller.clocks(), place_width);
  for (const std::string& remark : teller.remarks()) {
    out << '\n';
    print_wrapped(out, remark, 0);
  }
}

Document run_document(const analysis::RunReport& report, const analysis::Summary& summary,
                      const models::World& world, const std::vector<std::string>& notes,
                      Language language) {
  const ResultTeller teller(summary, world, language);
  Document out{
      report.study.provenance.scenario_name, teller.head(report.study.provenance, notes), {}};
  for (const std::string& remark : teller.remarks())
    out.head.push_back(remark);
  for (Grid grid : {teller.national(), teller.centres(), teller.disciplines(), teller.flows(),
                    teller.stages(), teller.takeovers(), teller.clocks()})
    if (!grid.rows.empty())
      out.grids.push_back(std::move(grid));
  return out;
}

std::vector<std::string> run_grids() {
  return {"national", "meldkamers", "disciplines", "flows", "stages", "takeovers", "clocks"};
}

}  // namespace reports
