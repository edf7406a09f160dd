#include "cli/report_document.hpp"

#include "analysis/comparison.hpp"
#include "analysis/coverage.hpp"
#include "analysis/impact_table.hpp"
#include "analysis/outage_duration.hpp"
#include "analysis/sensitivity.hpp"
#include "cli/compare_document.hpp"
#include "cli/coverage_text.hpp"
#include "cli/history_document.hpp"
#include "cli/report_audience.hpp"
#include "cli/report_bounds.hpp"
#include "cli/report_study.hpp"
#include "cli/sensitivity_document.hpp"
#include "cli/table_document.hpp"
#include "cli/version.hpp"
#include "scenarios/catalogue.hpp"

namespace cli {
namespace {

using nlohmann::ordered_json;

std::optional<analysis::ImpactTable> under_other_criteria(const ReportInput& input) {
  if (!input.other_criteria)
    return std::nullopt;
  return analysis::impact_table(input.rows, *input.other_criteria);
}

/// The document of a command, with the lines that stand before its numbers.
ordered_json with_head(ordered_json document, const ReportInput& input) {
  document["head"] = comparison_head(input.rows, input.criteria, input.language);
  return document;
}

std::string title_of(const ReportInput& input) {
  if (!input.title.empty())
    return input.title;
  if (input.rows.size() == 1)
    return input.rows.front().scenario_name;
  return input.language == Language::dutch ? "Uitval van de 112-keten" : "Outages of the 112 chain";
}

ordered_json concept_of(const analysis::Criteria& criteria) {
  return criteria.adopted ? ordered_json(nullptr) : ordered_json(analysis::concept_sentence);
}

}  // namespace

void add_study(ReportInput& input, const results::Study& study) {
  input.rows.push_back(analysis::reduce(study));
  input.inputs.add(study);
  input.studies.push_back(study_json(study, input.rows.back()));
  input.stories.add(study, input.rows.back());
  input.public_targets.insert(study.dimensions.centres.begin(), study.dimensions.centres.end());
  input.public_targets.insert(study.dimensions.regions.begin(), study.dimensions.regions.end());
}

ordered_json report_json(const ReportInput& input) {
  const auto& [rows, criteria] = std::tie(input.rows, input.criteria);
  analysis::ImpactTable table = analysis::impact_table(rows, criteria);
  analysis::tell_ages(table, input.today);
  ordered_json out = {
      {"schema", "uitwijk/report/1"},
      {"language", input.language == Language::dutch ? "nl" : "en"},
      {"audience", input.audience == Audience::board ? "bestuur" : "analist"},
      {"title", title_of(input)},
      {"rubricering", table.rubricering},
      {"concept", concept_of(criteria)},
      {"program", {{"version", version()}, {"commit", commit()}, {"command", input.command}}},
      {"table", table_json(table, under_other_criteria(input), input.language)},
      {"bounds", bounds_json(criteria)},
      {"loss_curves", loss_curves_json(table)},
      {"coverage",
       coverage_json(analysis::coverage_of(scenarios::read_catalogue(input.catalogue), rows))},
      {"durations", with_head(duration_json(analysis::duration_curves(rows, criteria)), input)},
      {"tornado", with_head(tornado_json(analysis::tornados(rows, criteria)), input)},
      {"measures", with_head(before_after_json(analysis::before_and_after(rows, criteria)), input)},
      {"assumptions", input.inputs.json()},
      {"outages", input.stories.json()},
      {"studies", input.studies}};
  out["table"]["history"] = history_json(past_outages());
  return input.audience == Audience::board ? for_the_board(out, input.public_targets) : out;
}

}  // namespace cli
