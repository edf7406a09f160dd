#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "analysis/impact/impact_table.hpp"
#include "analysis/impact/rubricering.hpp"
#include "analysis/measures/summary.hpp"
#include "cli/command.hpp"
#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/format_options.hpp"
#include "cli/options/input_options.hpp"
#include "cli/options/study_options.hpp"
#include "cli/written.hpp"
#include "models/text/printed.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/result_text.hpp"
#include "reports/documents/run_told.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/documents/year_document.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "results/result_file.hpp"
#include "scenarios/warnings.hpp"
#include "studies/conduct.hpp"
#include "studies/evidence.hpp"
#include "studies/exit_code.hpp"
#include "studies/guarded.hpp"
#include "studies/interrupt.hpp"
#include "studies/provenance.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"
#include "studies/uncertain.hpp"

namespace cli {
namespace {

constexpr std::uint64_t most_calls = 1'000'000;

class Run : public Command {
public:
  explicit Run(CLI::App& program) : Command(program, "run") {
    add_study_options(app(), study_);
    CLI::Option* const count =
        app().add_option("-n,--replications", count_,
                         "How many replications, at least 1; default: what the\n"
                         "scenario asks for, 200 when it does not");
    count->check(replication_bounds)->option_text("N");
    app()
        .add_option("-j,--jobs", jobs_, "Processes at a time, at least 1; default: one per core")
        ->check(job_bounds)
        ->option_text("J");
    CLI::Option* const precision =
        app().add_option("--precision", precision_,
                         "Stop when measure C is known to a share R of its mean:\n"
                         "0.05@lost_callers or 5%@lost_callers; several with commas,\n"
                         "all of them; default: never");
    precision->check(studies::check_precision)->option_text("R@C");
    app()
        .add_option("--replication", replication_,
                    "Run this one only, numbered from 0, and give its digests")
        ->check(place_bounds)
        ->excludes(count)
        ->excludes(precision)
        ->option_text("K");
    app()
        .add_option("--uncertain", uncertain_,
                    "Draw all assumptions over their ranges, N times, with -n\n"
                    "replications each; shows the impact table with both uncertainties")
        ->check(CLI::Range(std::uint64_t{2}, most_draws))
        ->excludes("--replication")
        ->excludes(precision)
        ->option_text("N");
    app()
        .add_option("-o,--output", output_, "Keep everything in this HDF5 file; default: no file")
        ->check(ends_in(".h5"))
        ->option_text("FILE.h5");
    app()
        .add_option("--calls", calls_, "Keep the first K callers one by one; needs -o [0: none]")
        ->needs("--output")
        ->check(CLI::Range(std::uint64_t{1}, most_calls))
        ->option_text("K");
    app().add_flag("--values", values_,
                   "With --json also the values of each replication, to\n"
                   "compare two runs pair by pair");
    format_.add_to(app());
  }

  int operator()() override {
    const studies::Interrupt until_saved;
    if (!output_.empty())
      results::check_writable(output_);
    const scenarios::ScenarioInWorld input = study_.read();
    if (!format_.accepts(grids_of(input)))
      return studies::exit_code::wrong_usage;
    warn(input);
    const studies::RunRequest request = request_for(input);
    if (uncertain_ > 0)
      return run_uncertain(input, request);
    analysis::RunReport report = [&] {
      auto bar = progress_bar();
      return studies::conduct(input, request, bar.follow());
    }();
    report.study.provenance = studies::provenance_of(input, asked(request));
    // What cannot be kept can still be read.
    const int saved = studies::guarded([&] { return save(report); });
    const reports::RunTold told = told_of(report, input);
    const int shown = show(told);
    complain(told);
    for (const int code : {saved, exit_code_of(report)})
      if (code != studies::exit_code::done)
        return code;
    return shown;
  }

private:
  /// One line about what was asked for and can change nothing.
  void warn(const scenarios::ScenarioInWorld& input) const {
    if (quiet())
      return;
    std::vector<std::string> said;
    for (const models::Warning& warning : scenarios::warnings_of(input))
      said.push_back(models::to_string(warning));
    if (!said.empty())
      studies::say("{}\n",
                   reports::word_text("can_do_nothing", language(), reports::Count(said.size()),
                                      fmt::format("{}", fmt::join(said, "; "))));
  }

  /// Names of the grids that may be shown.
  std::vector<std::string> grids_of(const scenarios::ScenarioInWorld& input) const {
    if (uncertain_ > 0)
      return input.year ? reports::year_grids() : reports::table_grids(input.package);
    std::vector<std::string> out = reports::run_grids();
    if (input.year)
      out.emplace_back("events");
    return out;
  }

  int run_uncertain(const scenarios::ScenarioInWorld& input,
                    const studies::RunRequest& request) const {
    studies::UncertainRows drawn = [&] {
      auto bar = progress_bar();
      return studies::conduct_uncertain(
          {study_, asked(request), request, studies::assumptions_of(input), output_}, bar.follow());
    }();
    const std::size_t finished = drawn.rows.size() + drawn.years.size();
    const int shown = finished == 0 ? studies::exit_code::done
                      : input.year  ? show_years(analysis::draws_together(drawn.years))
                                    : show_draws(std::move(drawn.rows));
    for (const std::string& file : drawn.written)
      if (!quiet())
        say_who_reads(file, language());
    if (drawn.signal != 0) {
      if (progress() != studies::Progress::none)
        studies::say(
            "{}: {}\n", reports::word("interrupted", language()),
            reports::word_text("draws_of", language(), finished, reports::Count(uncertain_)));
      return studies::exit_code::interrupted(drawn.signal);
    }
    if (drawn.unwritten)
      std::rethrow_exception(drawn.unwritten);
    return drawn.failed == 0 ? shown : studies::exit_code::partial;
  }

  /// The impact table of the draws; when interrupted of those that were finished.
  int show_draws(std::vector<analysis::Row> rows) const {
    analysis::ImpactTable table =
        analysis::impact_table(std::move(rows), criteria_of(""),
                               studies::evidence_of(study_.threat.read_catalogue({}), ""));
    analysis::tell_ages(table, day_of(""));
    return format_.show(
        {.document = [&](reports::Names names) { return table_document(table, names, language()); },
         .json = [&] { return reports::table_json(table, std::nullopt, language()); },
         .csv =
             [&] {
               return models::printed(
                   [&](std::ostream& out) { reports::print_csv(out, table, language()); });
             }},
        json(), quiet(), language());
  }

  /// A year is no event: it has no class and nothing per event.
  int show_years(const std::vector<analysis::WholeYears>& years) const {
    const analysis::YearComparison comparison =
        analysis::compare_years(years, {}, years.front().row.labels.package);
    const std::vector<std::string> head = head_of(years.front());
    return format_.show({.document =
                             [&](reports::Names) {
                               auto out = reports::year_document(comparison, years, language());
                               out.head.insert(out.head.begin(), head.begin(), head.end());
                               return out;
                             },
                         .json =
                             [&] {
                               auto out = reports::year_json(comparison, years);
                               out["head"] = head;
                               return out;
                             }},
                        json(), quiet(), language());
  }

  std::vector<std::string> head_of(const analysis::WholeYears& years) const {
    const analysis::Criteria criteria = study_.year.bounds();
    const bool several = years.uncertainty.draws > 0;
    return reports::document_head(
        {criteria,
         {years.row.asked, years.years.size(), 1, 0},
         {&years.row},
         analysis::highest_rubricering({criteria.rubricering, years.row.rubricering}),
         several ? reports::Intervals::both_together : reports::Intervals::one_draw,
         day_of("")},
        language());
  }

  studies::RunRequest request_for(const scenarios::ScenarioInWorld& input) const {
    studies::RunRequest request;
    request.seed = study_.seed;
    request.first = replication_.value_or(0);
    request.count = replication_ ? 1 : count_.value_or(input.scenario.replications);
    request.jobs = jobs_;
    request.calls = calls_;
    request.one_by_one = output_.empty() && !values_ && !input.year && uncertain_ == 0;
    if (!precision_.empty())
      request.precision = studies::parse_precision(precision_);
    return request;
  }

  studies::Asked asked(const studies::RunRequest& request) const {
    studies::Asked out = study_.asked();
    out.replications = request.count;
    out.replication = replication_;
    out.precision = precision_;
    out.calls = calls_;
    out.draws = uncertain_;
    return out;
  }

  int save(const analysis::RunReport& report) const {
    if (output_.empty() || report.study.replications.empty())
      return studies::exit_code::done;
    results::write_study(report.study, output_);
    if (!quiet())
      say_written(output_, language());
    return studies::exit_code::done;
  }

  int show(const reports::RunTold& told) const {
    return format_.show(
        {.document = [&](reports::Names) { return reports::run_document(told, language()); },
         .json = [&] { return reports::run_json(told, language()); },
         .text = [&] { return reports::run_text(told, language()); }},
        json(), quiet(), language());
  }

  reports::RunTold told_of(const analysis::RunReport& report,
                           const scenarios::ScenarioInWorld& input) const {
    reports::RunTold out{.report = report,
                         .input = input,
                         .package = package(input),
                         .measures_asked = !study_.world.measures.empty(),
                         .reproduce = [this](std::uint64_t k) { return study_.reproduce(k); },
                         .digests = replication_.has_value(),
                         .values = values_,
                         .years = {},
                         .left_out = {}};
    if (input.year) {
      out.years = analysis::whole_years(report.study, study_.year.bounds());
      out.left_out =
          study_.year.rates(study_.threat.read_catalogue(study_.world.threat_settings())).left_out;
    }
    return out;
  }

  /// Of a saved scenario no more than its name is known: the list may have changed since.
  scenarios::Package package(const scenarios::ScenarioInWorld& input) const {
    return study_.world.measures.empty() ? scenarios::Package{input.package, {}, {}, {}, {}}
                                         : study_.world.package();
  }

  /// Standard error. Failures are said even with -q.
  void complain(const reports::RunTold& told) const {
    for (const std::string& line : reports::failures_told(told, language()))
      studies::say("{}\n", line);
    if (!quiet())
      for (const std::string& line : reports::ending_told(told, precision_, language()))
        studies::say("{}\n", line);
  }

  static int exit_code_of(const analysis::RunReport& report) {
    if (report.signal != 0)
      return studies::exit_code::interrupted(report.signal);
    if (!report.study.failures.empty())
      return studies::exit_code::partial;
    return report.precision_reached ? studies::exit_code::done
                                    : studies::exit_code::precision_not_reached;
  }

  studies::StudyReader study_;
  std::optional<std::uint64_t> count_, replication_;
  std::uint64_t calls_ = 0;
  bool values_ = false;
  int jobs_ = studies::cores_here();
  std::uint64_t uncertain_ = 0;
  std::string precision_, output_;
  FormatOptions format_;
};

}  // namespace

std::unique_ptr<Command> make_run(CLI::App& program) {
  return std::make_unique<Run>(program);
}

}  // namespace cli
