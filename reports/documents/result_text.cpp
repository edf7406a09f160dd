#include "reports/documents/result_text.hpp"
#include "reports/documents/document_head.hpp"

#include <fmt/format.h>

#include <optional>
#include <stdexcept>
#include <string_view>

#include "analysis/measures/measure.hpp"
#include "reports/documents/table_document.hpp"
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

std::string_view heading_of(analysis::Group group) {
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

class Printer {
public:
  Printer(std::ostream& out, const analysis::Summary& summary, const models::World& world,
          Language language)
      : out_(out),
        summary_(summary),
        world_(world),
        language_(language),
        numbers_(language),
        bold_(bold_wanted()) {}

  void header(const analysis::RunReport& report, const std::vector<std::string>& notes) {
    const results::Provenance& p = report.study.provenance;
    out_ << emphasised(p.scenario_name, bold_) << '\n';
    out_ << marking_line(p.rubricering, language_) << '\n';
    const auto n = static_cast<double>(summary_.replications);
    out_ << fmt::format("{}, {} {}; {}, {} {}\n", p.world_name, say("from"), p.start_local,
                        say("replications", Count(n, numbers_.plain(n, 0))), say("seed"), p.seed);
    out_ << fmt::format("{} {}, {} {}\n", say("inputs_counted"),
                        say("parameters", Count(p.parameters)), p.parameters_assumed,
                        say("assumed"));
    for (const std::string& note : notes)
      for (const std::string& line : wrapped(note, page_width, 2))
        out_ << line << '\n';
    out_ << say("how_to_read") << '\n';
  }

  void national() {
    std::vector<std::string> headings = {say("national"), say("this_scenario")};
    if (summary_.has_twin) {
      headings.push_back(say("twin"));
      headings.push_back(say("difference"));
    }
    TextTable table(headings, label_width);
    std::optional<analysis::Group> group;
    for (const analysis::Measure& measure : analysis::measures_shown(analysis::shown::table)) {
      if (measure.group != group)
        table.heading(say(heading_of(measure.group)));
      group = measure.group;
      national_row(table, measure.name);
    }
    print(table);
  }

  void centres() {
    TextTable table(
        {say("per_centre"), say("col.lost"), say("col.more_than_twin"), say("col.answered"),
         say("col.for_others"), say("col.wait_mean"), say("col.occupancy")},
        name_width);
    for (std::size_t i = 0; i < summary_.centres.size(); ++i) {
      const Lines& lines = summary_.centres[i].lines;
      table.row({name_of(world_.centres, i), cell(lines, "lost_callers"),
                 difference(lines, "lost_callers"), mean(lines, "answered_calls"),
                 mean(lines, "taken_over_calls"), mean(lines, "wait_mean_s"),
                 mean(lines, "occupancy_share")});
    }
    print(table);
  }

  void disciplines() {
    TextTable table({say("per_discipline"), say("col.genuine"), say("col.lost"),
                     say("col.more_than_twin"), say("col.delay_p90"), say("col.dispatch_p90")},
                    name_width);
    for (std::size_t i = 0; i < summary_.disciplines.size(); ++i) {
      const analysis::PartSummary& part = summary_.disciplines[i];
      const std::string name = name_of(world_.disciplines, i);
      if (!part.modelled) {
        table.row({name, say("not_modelled"), dash, dash, dash, dash});
        medegebruikers(table, i);
        continue;
      }
      table.row({name, mean(part.lines, "genuine_callers"), cell(part.lines, "lost_callers"),
                 difference(part.lines, "lost_callers"), mean(part.lines, "answer_delay_p90_s"),
                 mean(part.lines, "time_to_dispatch_p90_s")});
      medegebruikers(table, i);
    }
    print(table);
  }

  /// Callers by what they want, then the jobs that come another way; nothing for one flow only.
  void flows() {
    if (summary_.kinds.size() + summary_.other_work.size() < 2)
      return;
    TextTable table({say("per_flow"), say("col.arrived"), say("col.unreached"), say("col.lost"),
                     say("col.more_than_twin")},
                    name_width);
    for (std::size_t i = 0; i < summary_.kinds.size(); ++i) {
      const Lines& lines = summary_.kinds[i].lines;
      table.row({name_of(world_.kinds, i), mean(lines, "unique_callers"),
                 cell(lines, "unreached_callers"), cell(lines, "lost_callers"),
                 difference(lines, "lost_callers")});
    }
    for (std::size_t i = 0; i < summary_.other_work.size(); ++i) {
      const Lines& lines = summary_.other_work[i].lines;
      table.row({shortened(world_.demand.other_work[i].name, longest_name),
                 mean(lines, "arrived_jobs"), cell(lines, "undelivered_jobs"), dash,
                 difference(lines, "undelivered_jobs")});
    }
    print(table);
  }

  void stages() {
    TextTable table({say("per_stage"), say("col.offered"), say("col.answered"),
                     say("col.abandoned"), say("col.blocked"), say("col.cut"), say("col.wait_mean"),
                     say("col.wait_p90"), say("col.wait_max")},
                    name_width);
    for (std::size_t i = 0; i < summary_.stages.size(); ++i) {
      const analysis::StageSummary& stage = summary_.stages[i];
      table.row({name_of(world_.stages, i), mean(stage.lines, "offered_calls"),
                 mean(stage.lines, "answered_calls"), mean(stage.lines, "abandoned_calls"),
                 mean(stage.lines, "blocked_calls"), mean(stage.lines, "cut_calls"),
                 cell(stage.lines, "wait_mean_s"), seconds(stage.totals.wait_p90_s),
                 seconds(stage.totals.wait_max_s)});
    }
    print(table);
  }

  void takeovers() {
    if (summary_.takeovers.empty()) {
      if (summary_.has_twin)
        out_ << '\n' << emphasised(say("takeovers"), bold_) << "  " << say("no_takeovers") << '\n';
      return;
    }
    TextTable table({say("takeovers"), say("col.taken_over"), say("col.detect"), say("col.decide"),
                     say("col.switch"), say("col.return")},
                    place_width);
    for (const analysis::TakeoverSummary& t : summary_.takeovers) {
      table.row({place_of(t.centre), numbers_.proportion(t.taken_over), clock(t.detect),
                 clock(t.decide), clock(t.switch_), clock(t.back)});
      table.heading(takeover_remark(t));
    }
    print(table);
    out_ << say("clocks_note") << '\n';
  }

  void remarks() {
    if (summary_.truncated > 0)
      out_ << '\n' << say("truncated_note", Count(summary_.truncated)) << '\n';
    if (summary_.conservation_error > 0)
      out_ << '\n' << say("conservation_note") << ' ' << summary_.conservation_error << '\n';
  }

private:
  std::string say(std::string_view key) const { return word_at(key, language_); }
  std::string say(std::string_view key, const Count& count) const {
    return fmt::format(fmt::runtime(say(key)), count);
  }

  /// Other users of the systems under the discipline that answers for them.
  void medegebruikers(TextTable& table, std::size_t discipline) const {
    std::string names;
    for (const std::string& name : world_.disciplines.rows()[discipline].medegebruikers)
      names += (names.empty() ? "    medegebruikers: " : ", ") + name;
    if (!names.empty())
      table.heading(shortened(names, 100));
  }

  template <class T>
  std::string name_of(const models::Table<T>& table, std::size_t index) const {
    return shortened(table.rows()[index].name, longest_name);
  }

  /// "  lost its function in 100 %; failed switches 0.17; by Meldkamer Rotterdam (6 of 6)".
  std::string takeover_remark(const analysis::TakeoverSummary& t) const {
    std::string text = fmt::format("  {} {} %; {} {}", say("lost_function_in"),
                                   numbers_.plain(t.lost.share * 100, 0), say("failed_switches"),
                                   numbers_.plain(t.failed_switches.mean, 2));
    for (const auto& [partner, episodes] : t.partners)
      text += fmt::format("; {} {} ({} {} {})", say("by"), centre_name(partner), episodes,
                          say("of_episodes"), t.episodes);
    return text;
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

  void national_row(TextTable& table, std::string_view name) {
    const Line& line = *analysis::find(summary_.world, name);
    if (line.disturbed.n_defined == 0 && (!line.twin || line.twin->n_defined == 0))
      return;
    std::vector<std::string> cells = {"  " + say(name), estimate(line.disturbed, line.unit)};
    if (summary_.has_twin) {
      cells.push_back(estimate(*line.twin, line.unit));
      cells.push_back(estimate(*line.difference, line.unit, true));
    }
    table.row(cells);
  }

  std::string estimate(const analysis::Estimate& e, analysis::Unit unit,
                       bool with_sign = false) const {
    return numbers_.estimate(e, unit, summary_.replications, with_sign);
  }
  std::string cell(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    return estimate(line.disturbed, line.unit);
  }
  std::string difference(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    return line.difference ? estimate(*line.difference, line.unit, true) : "";
  }
  std::string mean(const Lines& lines, std::string_view name) const {
    const Line& line = *analysis::find(lines, name);
    return numbers_.value(line.disturbed.mean, line.unit);
  }
  std::string seconds(double value) const { return numbers_.value(value, analysis::Unit::seconds); }
  std::string clock(const analysis::Clock& clock) const {
    return numbers_.pair_of_seconds(clock.mean_s, clock.p95_s);
  }
  void print(const TextTable& table) {
    out_ << '\n';
    table.print(out_, bold_);
  }

  std::ostream& out_;
  const analysis::Summary& summary_;
  const models::World& world_;
  Language language_;
  Numbers numbers_;
  bool bold_;
};

}  // namespace

void print_result(std::ostream& out, const analysis::RunReport& report,
                  const analysis::Summary& summary, const models::World& world,
                  const std::vector<std::string>& notes, Language language) {
  Printer printer(out, summary, world, language);
  printer.header(report, notes);
  printer.national();
  printer.centres();
  printer.disciplines();
  printer.flows();
  printer.stages();
  printer.takeovers();
  printer.remarks();
}

}  // namespace reports
