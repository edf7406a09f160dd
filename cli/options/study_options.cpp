#include "cli/options/study_options.hpp"

#include <CLI/Error.hpp>

#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"
#include "cli/options/input_options.hpp"

namespace cli {
namespace {

std::string check_setting(const std::string& text) {
  const std::size_t equals = text.find('=');
  return equals == 0 || equals == std::string::npos ? "'" + text + "' is not PATH=VALUE" : "";
}

/// A scenario file, a threat or a year: CLI11 cannot say that one of three is needed.
void require_subject(const studies::StudyReader& asked) {
  if (!asked.threat.threat.empty() || asked.year.year)
    return;
  if (asked.scenario.empty())
    throw CLI::RequiredError("SCENARIO, --threat or --year");
  if (!asked.threat.world.empty() || !asked.threat.catalogue.empty())
    throw CLI::RequiresError(asked.threat.world.empty() ? "--catalogue" : "--world",
                             "--threat or --year");
}

}  // namespace

void add_world_options(CLI::App& app, studies::WorldReader& asked) {
  app.add_option("--set", asked.set,
                 "Replace one parameter, with its unit:\n"
                 "takeover.decide='2 min'; repeatable; 'uitwijk describe'\n"
                 "lists addresses, units and values")
      ->option_text("PATH=VALUE")
      ->allow_extra_args(false)
      ->check(check_setting);
  app.add_option("--with", asked.with,
                 "Lay your own numbers over the world: sections in YAML, or a\n"
                 "roster as CSV; repeatable, the last one wins")
      ->option_text("FILE")
      ->allow_extra_args(false);
  app.add_option("--plan", asked.plan,
                 "The takeover plan, short for --set takeover.plan=PLAN;\n"
                 "'uitwijk plan --list' shows those of the world")
      ->option_text("PLAN");
}

void add_measure_options(CLI::App& app, studies::WorldReader& asked) {
  CLI::Option* const package =
      app.add_option("--measures", asked.measures,
                     "Measures taken, with commas: their names, planned (all that\n"
                     "are), inherent (without the existing ones, hypothetical);\n"
                     "without:NAME leaves one out. The twin has them too\n"
                     "[current: the world as it is]")
          ->option_text("A,B");
  add_measure_file_option(app, asked.measure_file, "Where measures are")->needs(package);
}

void add_threat_options(CLI::App& app, studies::ThreatReader& asked, const char* onset) {
  CLI::Option* const id =
      app.add_option("--threat", asked.threat,
                     "A threat of the catalogue, like DR-07, instead of SCENARIO\n"
                     "or laid over it; several at once with commas, each with\n"
                     "@TARGET and +TIME: DR-20@amsterdam,DR-09+30min;\n"
                     "'uitwijk describe --threats' lists them")
          ->option_text("ID");
  const auto with_threat = [&](const char* name, std::string& value, const char* text,
                               const char* form) {
    app.add_option(name, value, text)->needs(id)->option_text(form);
  };
  with_threat("--target", asked.aim.target,
              "Whom it hits: a meldkamer or component, several with\n"
              "commas, all, random:K meldkamers, site:NAME, supplier:ID or\n"
              "voorziening:ID; default: the catalogue's",
              "T");
  with_threat(onset, asked.aim.onset,
              "When it strikes, like 2026-12-01T14:00; default: any hour\n"
              "of the week, each as often, the same for every threat;\n"
              "over a SCENARIO any time of its window",
              "TIME");
  with_threat("--duration", asked.aim.duration,
              "How long it lasts, like '4 h'; default: drawn from the\n"
              "catalogue's distribution",
              "TIME");
  app.add_option("--world", asked.world, "The world it happens in [models/netherlands]")
      ->option_text("FOLDER");
  add_catalogue_option(app, asked.catalogue, "Where threats are");
}

void add_year_options(CLI::App& app, studies::YearReader& asked) {
  CLI::Option* const whole =
      app.add_flag("--year", asked.year,
                   "Instead of SCENARIO: a replication is a year in which every event\n"
                   "threat of the catalogue strikes as often as its frequency says");
  app.add_flag("--no-failures", asked.no_failures,
               "Of --year: components do not fail by themselves; default: by\n"
               "their MTBF, at the same times in the twin")
      ->needs(whole);
  add_criteria_option(app, asked.criteria, "Of --year: ")->needs(whole);
  add_record_option(app, asked.record, "Of --year: ")->needs(whole);
}

void need_no_year_for_criteria(CLI::App& app) {
  CLI::Option* const criteria = app.get_option("--criteria");
  criteria->remove_needs(app.get_option("--year"));
  criteria->description("What losses are counted by, and classes");
}

void add_study_options(CLI::App& app, studies::StudyReader& asked, const char* onset) {
  CLI::Option* const file =
      app.add_option("SCENARIO", asked.scenario, "The scenario file (scenarios/*.yaml)")
          ->option_text("FILE");
  add_threat_options(app, asked.threat, onset);
  add_year_options(app, asked.year);
  app.get_option("--year")->excludes(file)->excludes("--threat");
  app.parse_complete_callback([&asked] { require_subject(asked); });
  app.add_option("--seed", asked.seed,
                 "Whole number from which all chance comes; the same seed\n"
                 "gives the same results [1]")
      ->check(seed_bounds)
      ->option_text("S");
  add_world_options(app, asked.world);
  add_measure_options(app, asked.world);
  // A scenario file has no place for an overlay: what is saved would not be what was run.
  app.add_option("--save", asked.save,
                 "Write the scenario that was made of the threat or the file, with\n"
                 "the settings of --set, --plan and --measures in it: a new file")
      ->check(ends_in(".yaml"))
      ->excludes("--with")
      ->excludes("--year")
      ->option_text("FILE.yaml");
}

}  // namespace cli
