#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analysis/impact/coverage.hpp"
#include "analysis/impact/impact_table.hpp"
#include "analysis/impact/rubricering.hpp"
#include "analysis/register/register_view.hpp"
#include "cli/command.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/comparisons/sensitivity_document.hpp"
#include "reports/documents/coverage_text.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/history_document.hpp"
#include "reports/documents/record_document.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/documents/year_document.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/year_words.hpp"
#include "studies/evidence.hpp"
#include "studies/exit_code.hpp"
#include "studies/past_outages.hpp"
#include "studies/read_rows.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"
#include "studies/threat_reader.hpp"

namespace cli {
namespace {

class Table : public Command {
public:
  explicit Table(CLI::App& program) : Command(program, "table") {
    app()
        .add_option("RESULT", files_, "Result files of 'uitwijk run -o', or folders of them")
        ->required()
        ->option_text("REQUIRED ...");
    add_criteria_option(app(), criteria_);
    add("--against", against_, "Say which classes these other criteria would give", "FILE");
    add("--meldkamer", meldkamer_, "Count its callers only, and scale their bounds by its share",
        "ID");
    format_.add_to(app());
    app().add_flag("--coverage", coverage_,
                   "The coverage overview (dekkingsoverzicht) instead: which voorziening was\n"
                   "simulated, recorded or not analysed");
    app().add_flag("--durations", durations_,
                   "Impact against outage duration instead, of results of 'run --duration',\n"
                   "and the longest tolerable outage");
    app().add_flag("--tornado", tornado_,
                   "Which number moves the result instead, of results of 'run --set'");
    app().add_flag("--year", year_,
                   "The years of one or two results of 'run --year' (with and without\n"
                   "--no-failures) beside the compound curve of a campaign");
    add_catalogue_option(app(), catalogue_, "Whose likelihoods the frequencies stand on");
    add_record_option(app(), record_, "Of frequencies: ");
    add("--likelihoods", likelihoods_,
        "Estimates of experts, three or more for each threat:\n"
        "a line of its own, merged with nothing",
        "FILE");
    add_register_option(app(), register_, "Say what this risk register says of each row");
    add_today_option(app(), today_);
    app()
        .add_option("--gate", gate_, "End with 6 when a row lies above this level")
        ->check(CLI::IsMember({"laag", "midden", "hoog"}))
        ->option_text("LEVEL");
    app()
        .add_flag("--concept-criteria", concept_, "Let --gate go by criteria nobody has adopted")
        ->needs("--gate");
  }

  int operator()() override {
    const int code = shown();
    return code == studies::exit_code::done || code == studies::exit_code::precision_not_reached
               ? studies::code_of(extent_, code)
               : code;
  }

private:
  int shown() {
    if (year_)
      return show_years(criteria_of(criteria_));
    const analysis::Criteria criteria = criteria_of(criteria_);
    if (!gate_.empty() && !criteria.adopted && !concept_) {
      studies::say(
          "uitwijk: --gate with criteria that nobody has adopted ({}); say "
          "--concept-criteria when that is meant\n",
          criteria.input.path);
      return studies::exit_code::wrong_usage;
    }
    const auto [rows, extent] = studies::read_rows(files_, meldkamer_);
    extent_ = extent;
    if (coverage_)
      return show_coverage(rows);
    if (durations_) {
      const auto curves = analysis::duration_curves(rows, criteria);
      return show_other(
          reports::duration_json(curves), reports::duration_document(curves, criteria, language()),
          reports::head_facts(rows, criteria, extent_, reports::Intervals::drawn_rows_left_out));
    }
    if (tornado_) {
      const auto tornados = analysis::tornados(rows, criteria);
      const auto without_base = analysis::settings_without_base(rows);
      return show_other(
          reports::tornado_json(tornados, without_base),
          reports::tornado_document(tornados, without_base, language()),
          reports::head_facts(rows, criteria, extent_, reports::Intervals::drawn_rows_left_out));
    }
    if (!rows.empty() && std::ranges::all_of(rows, [](const analysis::Row& row) {
          return analysis::is_whole_years(row.labels);
        }))
      return show_years(criteria);
    analysis::ImpactTable table = table_under(criteria, rows);
    lay_register_beside(table);
    const int shown = show(table, rows);
    return shown == studies::exit_code::done ? judged(table) : shown;
  }

  void add(const char* name, std::string& value, const char* what, const char* argument) {
    app().add_option(name, value, what)->option_text(argument);
  }

  analysis::ImpactTable table_under(const analysis::Criteria& criteria,
                                    const std::vector<analysis::Row>& rows) const {
    const bool local = !meldkamer_.empty() && !rows.empty();
    analysis::ImpactTable out = analysis::impact_table(
        rows, local ? analysis::local_variant(criteria, rows.front().share_of_callers) : criteria,
        evidence());
    analysis::tell_ages(out, day_of(today_));
    out.extent = extent_;
    return out;
  }

  analysis::Evidence evidence() const {
    analysis::Evidence out = studies::evidence_of(catalogue_of(catalogue_), record_);
    if (!likelihoods_.empty())
      out.estimates = analysis::read_estimates(likelihoods_).by_threat;
    return out;
  }

  analysis::ConsistencyCheck consistency() const {
    return analysis::consistency_of(evidence(), catalogue_of(catalogue_), criteria_of(criteria_));
  }

  int show(const analysis::ImpactTable& table, const std::vector<analysis::Row>& rows) const {
    std::optional<analysis::ImpactTable> other;
    if (!against_.empty())
      other = table_under(analysis::read_criteria(against_), rows);
    return tell({.document = [&](reports::Names names) { return document(table, other, names); },
                 .json =
                     [&] {
                       auto out = reports::table_json(table, other, language());
                       out["history"] = reports::history_json(studies::past_outages());
                       out["record"] = reports::record_json(consistency());
                       return out;
                     },
                 .csv =
                     [&] {
                       return models::printed(
                           [&](std::ostream& out) { reports::print_csv(out, table, language()); });
                     }});
  }

  reports::Document document(const analysis::ImpactTable& table,
                             const std::optional<analysis::ImpactTable>& other,
                             reports::Names names) const {
    reports::Document out = reports::table_document(table, names, language());
    if (!table.totals.empty()) {
      out.grids.push_back(reports::history_grid(studies::past_outages(), language()));
      for (reports::Grid& grid : reports::record_grids(consistency(), language()))
        out.grids.push_back(std::move(grid));
    }
    if (other)
      out.grids.push_back(reports::disagreement_grid(table, *other, language()));
    return out;
  }

  int tell(const Telling& told) const { return format_.show(told, json(), quiet(), language()); }

  /// Says first what every output says.
  int show_other(nlohmann::ordered_json out, reports::Document document,
                 reports::HeadFacts facts) const {
    facts.today = day_of(today_);
    const std::vector<std::string> head = reports::document_head(facts, language());
    out["head"] = head;
    document.head.insert(document.head.begin(), head.begin(), head.end());
    return tell(
        {.document = [&](reports::Names) { return document; }, .json = [&] { return out; }});
  }

  int show_years(const analysis::Criteria& criteria) {
    std::vector<analysis::WholeYears> years;
    std::vector<analysis::Row> rows;
    extent_ = studies::each_study(files_, [&](const results::Study& study) {
      if (analysis::is_whole_years(study.provenance.row))
        years.push_back(analysis::whole_years(study, criteria));
      else
        rows.push_back(studies::row_of(study, meldkamer_));
    });
    if (years.empty()) {
      studies::say("uitwijk: {}\n", reports::year_word("none", language()));
      return studies::exit_code::wrong_usage;
    }
    years = analysis::draws_together(years);
    const analysis::ImpactTable campaign = analysis::impact_table(rows, criteria, evidence());
    const auto comparison =
        analysis::compare_years(years, campaign, years.front().row.labels.package);
    return show_other(reports::year_json(comparison, years),
                      reports::year_document(comparison, years, language()),
                      reports::head_facts(years, campaign, extent_));
  }

  void lay_register_beside(analysis::ImpactTable& table) const {
    if (register_.empty())
      return;
    const analysis::Register kept = analysis::read_register(register_);
    const auto view =
        analysis::register_view(kept, table, catalogue_of(catalogue_), day_of(today_));
    analysis::mark_registered(table, view);
    table.rubricering = view.rubricering;
  }

  int show_coverage(const std::vector<analysis::Row>& rows) const {
    const auto coverage = analysis::coverage_of(catalogue_of(catalogue_), rows);
    return tell(
        {.document = [&](reports::Names) { return coverage_document(coverage, language()); },
         .json = [&] { return reports::coverage_json(coverage); }});
  }

  int judged(const analysis::ImpactTable& table) const {
    if (gate_.empty())
      return studies::exit_code::done;
    const auto& words = analysis::level_words;
    const auto at = std::find(words.begin(), words.end(), gate_) - words.begin();
    if (const std::size_t unjudged = table.conditional.size(); unjudged > 0)
      studies::say("{}\n", reports::table_text("gate.no_level", language(), unjudged,
                                               unjudged + table.annual.size()));
    switch (analysis::gate(table, static_cast<analysis::Level>(at))) {
      case analysis::Gate::exceeded:
        studies::say("{}: {}\n", reports::table_word("gate.exceeded", language()), gate_);
        return studies::exit_code::criterion_exceeded;
      case analysis::Gate::not_shown:
        studies::say("{}: {}\n", reports::table_word("gate.not_shown", language()), gate_);
        return studies::exit_code::precision_not_reached;
      case analysis::Gate::nothing:
        studies::say("{}: {}\n", reports::table_word("gate.nothing", language()), gate_);
        return studies::exit_code::precision_not_reached;
      case analysis::Gate::held:
        break;
    }
    return studies::exit_code::done;
  }

  std::vector<std::string> files_;
  std::string criteria_, against_, meldkamer_, catalogue_, record_, likelihoods_, gate_, register_,
      today_;
  FormatOptions format_;
  analysis::Extent extent_;
  bool coverage_ = false, durations_ = false, tornado_ = false, year_ = false, concept_ = false;
};

}  // namespace

std::unique_ptr<Command> make_table(CLI::App& program) {
  return std::make_unique<Table>(program);
}

}  // namespace cli
