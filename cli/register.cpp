#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "analysis/impact/impact_table.hpp"
#include "analysis/measures/measure.hpp"
#include "analysis/register/register_lookup.hpp"
#include "analysis/register/register_measures.hpp"
#include "analysis/register/register_text.hpp"
#include "cli/command.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "cli/written.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/formats/render.hpp"
#include "reports/words/register_words.hpp"
#include "results/json_text.hpp"
#include "results/register_file.hpp"
#include "studies/evidence.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/read_rows.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"
#include "studies/threat_reader.hpp"

namespace cli {
namespace {

class RegisterCommand : public Command {
public:
  explicit RegisterCommand(CLI::App& program) : Command(program, "register") {
    app()
        .add_option("RESULT", results_, "Results of 'uitwijk run -o' and of campaigns, or folders")
        ->option_text("...");
    CLI::Option* const kept = add_register_option(app(), register_, "The register");
    CLI::Option* const update = app().add_flag(
        "--update", update_, "Add to it the risks of the results that it does not have");
    update->needs(kept);
    CLI::Option* const output = add(
        "-o,--output", output_, "Write the register with those risks to a new FILE", "FILE.yaml");
    output->check(ends_in(".yaml"))->excludes(update);
    app().add_flag("--recorded", recorded_,
                   "With --update or -o: also the other threats of the\n"
                   "catalogue, as recorded only");
    add_inputs();
    add_views();
    app().parse_complete_callback([this] { require_register(); });
  }

  int operator()() override {
    const analysis::Criteria criteria = criteria_of(criteria_);
    const scenarios::Catalogue catalogue = catalogue_of(catalogue_);
    const auto [rows, extent] =
        results_.empty() ? studies::ReadRows{} : studies::read_rows(results_);
    analysis::ImpactTable table =
        analysis::impact_table(rows, criteria, studies::evidence_of(catalogue, record_));
    analysis::tell_ages(table, day_of(today_));
    table.extent = extent;
    analysis::Register kept = read(table);
    analysis::require_measures(
        kept,
        scenarios::read_measures(studies::measure_file_of(measure_file_), analysis::outcomes()));
    kept = with_new_risks(std::move(kept), table, catalogue);
    const std::string role = role_of(kept);
    const auto view = analysis::register_view(kept, table, catalogue, day_of(today_));
    const auto coverage = analysis::coverage_of(catalogue, rows);
    const int shown =
        show({kept, table, catalogue, view, coverage, day_of(today_), role, 0, language()});
    std::cout.flush();
    return shown == studies::exit_code::done ? studies::code_of(extent) : shown;
  }

private:
  CLI::Option* add(const char* name, std::string& value, const char* what, const char* argument) {
    return app().add_option(name, value, what)->option_text(argument);
  }

  void add_inputs() {
    add_criteria_option(app(), criteria_);
    add_catalogue_option(app(), catalogue_, "");
    add_record_option(app(), record_, "Of frequencies: ");
    add_measure_file_option(app(), measure_file_,
                            "Whose packages and measures the register may name");
    add_today_option(app(), today_);
    add("--role", role_, "Only what concerns a role of the register", "ROLE");
    format_.add_to(app());
  }

  void add_views() {
    CLI::Option* const crosswalk = app().add_flag(
        "--crosswalk", crosswalk_, "Instead: which paragraph of ISO/IEC 27005 is answered where");
    CLI::Option* const annex = app().add_flag("--bijlage", annex_,
                                              "Instead: evidence for an annex to the ICV of the\n"
                                              "beheerorganisatie; never an ICV");
    CLI::Option* const monitor =
        app().add_flag("--monitor", monitor_,
                       "Instead: the year as CSV for the continuiteitsmonitor;\n"
                       "its format is an assumption");
    CLI::Option* const basis = add("--grondslag", basis_,
                                   "Instead: criteria and result that a decision about RISK\n"
                                   "would stand on, to put into the register",
                                   "RISK");
    const std::vector<CLI::Option*> views = {crosswalk, annex, monitor, basis};
    for (CLI::Option* one : views)
      for (CLI::Option* other : views)
        if (one != other)
          one->excludes(other);
    annex->excludes("--role");
  }

  void require_register() const {
    if (register_.empty() && output_.empty())
      throw CLI::RequiredError("--register FILE, or -o FILE to begin one,");
    if (recorded_ && !update_ && output_.empty())
      throw CLI::RequiresError("--recorded", "--update or -o");
  }

  analysis::Register read(const analysis::ImpactTable& table) const {
    return register_.empty()
               ? analysis::read_register_text(analysis::empty_register(table.rubricering), output_)
               : analysis::read_register(register_);
  }

  /// With the risks added, and on disk, when that is asked for.
  analysis::Register with_new_risks(analysis::Register kept, const analysis::ImpactTable& table,
                                    const scenarios::Catalogue& catalogue) const {
    if (!update_ && output_.empty())
      return kept;
    const models::Day today = day_of(today_);
    const auto view = analysis::register_view(kept, table, catalogue, today);
    std::vector<analysis::NewRisk> added = view.missing;
    if (recorded_)
      for (analysis::NewRisk& one : analysis::recorded_only(view, catalogue))
        added.push_back(std::move(one));
    const std::string& file = update_ ? register_ : output_;
    const std::string text = analysis::with_risks(kept, added, today);
    analysis::Register out = analysis::read_register_text(text, file);
    if (!update_ || !added.empty())
      results::replace_register(file, update_ ? kept.input.text : "", text);
    tell(added, file);
    return out;
  }

  void tell(const std::vector<analysis::NewRisk>& added, const std::string& file) const {
    if (quiet())
      return;
    std::vector<std::string> ids;
    for (const analysis::NewRisk& one : added)
      ids.push_back(one.id);
    studies::say("{}\n", ids.empty()
                             ? reports::register_text("nothing_added", language(), file)
                             : reports::register_text("added", language(), file,
                                                      fmt::format("{}", fmt::join(ids, ", "))));
    say_who_reads(file, language());
  }

  std::string role_of(const analysis::Register& kept) const {
    if (!role_.empty())
      analysis::require_role(kept, role_, "--role");
    return annex_ ? analysis::role_that_manages(kept) : role_;
  }

  int show(const reports::RegisterReport& report) const {
    if (!basis_.empty())
      return show_basis(report, analysis::risk_of(report.view, report.kept, basis_, "--grondslag"));
    if (monitor_)
      return show_monitor(report);
    return format_.show({.document = [&](reports::Names names) { return view(report, names); },
                         .json = [&] { return json_of(report); }},
                        json(), quiet(), language());
  }

  /// Columns that another program reads, also as text.
  int show_monitor(const reports::RegisterReport& report) const {
    const auto csv = [&] {
      return models::printed([&](std::ostream& out) { reports::print_monitor_csv(out, report); });
    };
    return format_.show(
        {.document = [&](reports::Names) { return reports::monitor_document(report); },
         .json = [&] { return reports::document_json(reports::monitor_document(report)); },
         .text = csv,
         .csv = csv},
        json(), quiet(), language());
  }

  /// As text it is YAML to put into the register.
  int show_basis(const reports::RegisterReport& report, const analysis::AssessedRisk& risk) const {
    return format_.show(
        {.document = [&](reports::Names) { return reports::basis_document(report, risk); },
         .json = [&] { return reports::document_json(reports::basis_document(report, risk)); },
         .text = [&] { return reports::basis_text(report, risk); }},
        json(), quiet(), language());
  }

  /// What people wrote is cut to a column on a page of text only.
  reports::Document view(const reports::RegisterReport& asked, reports::Names names) const {
    const reports::RegisterReport report =
        asked.with_cells_of(names == reports::Names::full ? 400 : 0);
    return crosswalk_ ? reports::crosswalk_document(report)
           : annex_   ? reports::annex_document(report)
                      : reports::register_document(report);
  }

  /// The annex is the view of one role, with what an annex must say first.
  nlohmann::ordered_json json_of(const reports::RegisterReport& report) const {
    nlohmann::ordered_json out = reports::register_json(report);
    if (annex_)
      out["head"] = reports::annex_document(report).head;
    return out;
  }

  std::vector<std::string> results_;
  std::string register_, output_, criteria_, catalogue_, record_, today_, role_, basis_,
      measure_file_;
  FormatOptions format_;
  bool update_ = false, recorded_ = false, crosswalk_ = false, annex_ = false, monitor_ = false;
};

}  // namespace

std::unique_ptr<Command> make_register(CLI::App& program) {
  return std::make_unique<RegisterCommand>(program);
}

}  // namespace cli
