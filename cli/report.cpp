#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "analysis/measures/measure.hpp"
#include "cli/command.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/input_options.hpp"
#include "cli/written.hpp"
#include "models/text/utf8.hpp"
#include "reports/page/document.hpp"
#include "reports/web/html_page.hpp"
#include "reports/web/products.hpp"
#include "reports/web/static_engine.hpp"
#include "results/json_text.hpp"
#include "results/part_file.hpp"
#include "results/result_file.hpp"
#include "studies/assumed_packages.hpp"
#include "studies/evidence.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/past_outages.hpp"
#include "studies/read_rows.hpp"
#include "studies/say.hpp"
#include "studies/study_reader.hpp"
#include "studies/threat_reader.hpp"

namespace cli {
namespace {

const char* const standard_output = "-";

analysis::Criteria criteria_of(const std::string& asked) {
  return analysis::read_criteria(
      studies::given_or_shipped(asked, "analysis/criteria/standard.yaml"));
}

std::string html_of(const nlohmann::ordered_json& document) {
  const std::string text = results::json_line(document);
  const nlohmann::ordered_json& status = document.at("concept");
  return models::as_utf8(
      reports::web::to_html({.language = document.at("language"),
                             .title = document.at("title"),
                             .top = document.at("rubricering"),
                             .bottom = status.is_null() ? std::string() : status.get<std::string>(),
                             .body = reports::web::StaticEngine().call("renderReport", text),
                             .document = text,
                             .script = reports::web::products::report_js()}));
}

class Report : public Command {
public:
  explicit Report(CLI::App& program) : Command(program, "report") {
    app()
        .add_option("RESULT", files_, "Result files of 'run -o' and 'campaign merge', or folders")
        ->required()
        ->option_text("REQUIRED ...");
    add("-o,--output", output_, "The report, - for standard output; without it --json is needed",
        "FILE.html")
        .check([](const std::string& file) {
          return file == standard_output ? std::string() : ends_in(".html")(file);
        });
    app()
        .add_option("--audience", audience_, "bestuur (the board) or analist [bestuur]")
        ->check(CLI::IsMember({"bestuur", "analist"}))
        ->option_text("WHO");
    add("--title", title_, "At the head of the page [of one result, its scenario]", "TEXT");
    add_criteria_option(app(), criteria_);
    add("--against", against_, "Say which classes these other criteria would give", "FILE");
    add_catalogue_option(app(), catalogue_, "Of the coverage and the frequencies");
    add_record_option(app(), record_, "Of frequencies: ");
    add_register_option(app(), register_, "Say what this risk register says of the risks");
    add_today_option(app(), today_);
  }

  int operator()() override {
    if (output_.empty() && !json()) {
      studies::say("uitwijk: report wants -o FILE.html, or --json\n");
      return studies::exit_code::wrong_usage;
    }
    if (!output_.empty() && output_ != standard_output)
      results::check_replaceable(output_, "<!doctype html>");
    const reports::ReportInput read = input();
    const nlohmann::ordered_json document = reports::report_json(read);
    if (!output_.empty())
      write(html_of(document));
    if (json())
      std::cout << results::json_text(document);
    return studies::code_of(read.extent);
  }

private:
  CLI::Option& add(const char* name, std::string& value, const char* what, const char* argument) {
    return *app().add_option(name, value, what)->option_text(argument);
  }

  reports::ReportInput input() const {
    reports::ReportInput out;
    out.title = title_;
    out.command = canonical();
    out.language = language();
    out.audience = audience_ == "analist" ? reports::Audience::analyst : reports::Audience::board;
    out.today = day_of(today_);
    out.criteria = criteria_of(criteria_);
    if (!against_.empty())
      out.other_criteria = criteria_of(against_);
    out.past = studies::past_outages();
    out.catalogue = studies::given_or_shipped(catalogue_, "scenarios/threat_catalogue.yaml");
    out.evidence = studies::evidence_of(scenarios::read_catalogue(out.catalogue), record_);
    if (!register_.empty())
      out.kept = analysis::read_register(register_);
    out.extent = studies::each_study(
        files_, [&](const results::Study& study) { reports::add_study(out, study); });
    out.assumed = studies::assumed_packages(
        out.rows, scenarios::read_measures(studies::measure_file_of(""), analysis::outcomes()));
    if (out.rows.empty())
      models::refuse({files_.front(), 0, 0}, "there is no finished replication to report on");
    return out;
  }

  /// Not where the report was written: it would be other bytes at every place.
  std::string canonical() const {
    std::string out = "uitwijk report";
    for (const std::string& file : files_)
      out += " " + studies::shell_quoted(file);
    out += fmt::format(" -o report.html --audience {} --lang {}",
                       audience_.empty() ? "bestuur" : audience_,
                       language() == reports::Language::dutch ? "nl" : "en");
    const auto say = [&](const char* option, const std::string& value) {
      if (!value.empty())
        out += fmt::format(" {} {}", option, studies::shell_quoted(value));
    };
    say("--title", title_);
    say("--criteria", criteria_);
    say("--against", against_);
    say("--catalogue", catalogue_);
    say("--record", record_);
    say("--register", register_);
    say("--today", models::written(day_of(today_)));
    return out;
  }

  void write(const std::string& html) const {
    if (output_ == standard_output) {
      std::cout << html;
      return;
    }
    results::PartFile part(output_);
    part.append(html);
    part.commit();
    if (quiet())
      return;
    studies::say("{}: {} kB\n", output_, html.size() / 1000);
    say_who_reads(output_, language());
  }

  std::vector<std::string> files_;
  std::string output_, audience_, title_, criteria_, against_, catalogue_, record_, register_,
      today_;
};

}  // namespace

std::unique_ptr<Command> make_report(CLI::App& program) {
  return std::make_unique<Report>(program);
}

}  // namespace cli
