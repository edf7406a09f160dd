#include "reports/documents/run_told.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/text/printed.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/measure_list.hpp"
#include "reports/documents/onset_notes.hpp"
#include "reports/documents/result_text.hpp"
#include "reports/documents/year_document.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/formats/render.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/words.hpp"
#include "scenarios/warnings.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

/// A recovery is of one event; from the first of a year to the last it is one of nothing.
analysis::Summary summary_of(const RunTold& told) {
  analysis::Summary out = analysis::summarise(told.report.study, told.report.all());
  if (told.years)
    for (analysis::Line& line : out.world)
      if (line.name.starts_with("recover_")) {
        line.disturbed = {};
        for (auto* estimate : {&line.twin, &line.difference})
          if (*estimate)
            estimate->emplace();
      }
  return out;
}

/// Replications whose window was drawn longer than it may be.
std::size_t windows_cut_off(const analysis::RunReport& report) {
  std::size_t out = 0;
  report.all()(
      [&](const results::Observations& seen) { out += std::isnan(seen.window_capped_s) ? 0 : 1; });
  return out;
}

/// How the onset was drawn and which measures are in place, when that was decided here.
std::vector<std::string> notes_of(const RunTold& told, Language language) {
  std::vector<std::string> out = onset_notes(told.input, language);
  if (told.measures_asked || told.input.package != "current")
    out.push_back(fmt::format("{} {}", word("measures_taken", language), to_string(told.package)));
  return out;
}

ordered_json digests_of(const results::Study& study) {
  if (study.replications.empty())
    return nullptr;
  const results::Observations& only = study.replications.front();
  ordered_json out = {{"world", results::to_hex(only.world.digest)}, {"twin", nullptr}};
  if (only.twin)
    out["twin"] = results::to_hex(only.twin->digest);
  return out;
}

/// Where it was asked for, as its field is called there, and what is said of it.
ordered_json warnings_json(const scenarios::ScenarioInWorld& input) {
  ordered_json out = ordered_json::array();
  for (const models::Warning& warning : scenarios::warnings_of(input))
    out.push_back(
        {{"at", warning.mark.file}, {"name", warning.name}, {"message", warning.message}});
  return out;
}

ordered_json values_json(const results::Study& study) {
  ordered_json of = ordered_json::object(), replications = ordered_json::array();
  for (const results::Observations& seen : study.replications)
    replications.push_back(seen.replication);
  for (const analysis::EachValue& measure : analysis::each_value(study)) {
    ordered_json& values = of[std::string(measure.name)] = ordered_json::array();
    for (const double value : measure.values)
      values.push_back(number_or_null(value));
  }
  return {{"replications", replications}, {"of", of}};
}

}  // namespace

Document run_document(const RunTold& told, Language language) {
  Document out = run_document(told.report, summary_of(told), told.input.model.world,
                              notes_of(told, language), language);
  if (!told.years || told.report.finished() == 0)
    return out;
  Document years = events_document(*told.years, told.left_out, language);
  Grid& events = years.grids.front();
  events.title = years.title;
  events.notes.insert(events.notes.begin(), years.head.begin(), years.head.end());
  out.grids.push_back(std::move(events));
  return out;
}

ordered_json run_json(const RunTold& told, Language language) {
  ordered_json out = marked(run_json(told.report, summary_of(told), told.reproduce), language);
  out["windows_cut_off"] = windows_cut_off(told.report);
  out["warnings"] = warnings_json(told.input);
  out["onset"] = onset_json(told.input);
  out["package"] = package_json(told.package);
  if (told.years)
    out["year"] = events_json(*told.years, told.left_out, language);
  for (const models::Discipline& discipline : told.input.model.world.disciplines)
    if (!discipline.medegebruikers.empty() && out["disciplines"][discipline.id].is_object())
      out["disciplines"][discipline.id]["medegebruikers"] = discipline.medegebruikers;
  if (told.digests)
    out["digests"] = digests_of(told.report.study);
  if (told.values)
    out["values"] = values_json(told.report.study);
  return out;
}

std::string run_text(const RunTold& told, Language language) {
  if (told.report.finished() == 0)
    return "";
  return models::printed([&](std::ostream& out) {
    print_result(out, told.report, summary_of(told), told.input.model.world,
                 notes_of(told, language), language);
    if (told.years) {
      out << '\n';
      print_text(out, events_document(*told.years, told.left_out, language));
    }
    if (told.digests)
      out << "\ndigests " << digests_of(told.report.study).dump() << '\n';
  });
}

std::vector<std::string> failures_told(const RunTold& told, Language language) {
  std::vector<std::string> out;
  for (const results::Study::Failure& failure : told.report.study.failures)
    out.push_back(fmt::format("{} {}: {}\n  {}: {}", word("replication_failed", language),
                              failure.replication, failure.reason, word("reproduce_with", language),
                              told.reproduce(failure.replication)));
  return out;
}

std::vector<std::string> ending_told(const RunTold& told, const std::string& precision,
                                     Language language) {
  const analysis::RunReport& report = told.report;
  std::vector<std::string> out;
  if (auto note = cut_off_note(told.input, windows_cut_off(report), language); !note.empty())
    out.push_back(std::move(note));
  if (report.tried_again > 0)
    out.push_back(word("tried_again", language) + ": " +
                  counted("replications", report.tried_again, language));
  if (report.signal != 0)
    out.push_back(word("interrupted", language) + ": " +
                  counted("replications", report.finished(), language));
  if (!report.precision_reached)
    out.push_back(word("precision_not_reached", language) + ": " + precision);
  out.push_back(fmt::format("{:.1f} s, {:.0f} {}", report.wall_s, report.calls_per_s,
                            word("calls_per_s", language)));
  return out;
}

}  // namespace reports
