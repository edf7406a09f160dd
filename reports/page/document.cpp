#include "reports/page/document.hpp"

#include "analysis/comparisons/comparison.hpp"
#include "analysis/comparisons/outage_duration.hpp"
#include "analysis/comparisons/sensitivity.hpp"
#include "analysis/impact/consistency.hpp"
#include "analysis/impact/coverage.hpp"
#include "analysis/impact/impact_table.hpp"
#include "reports/documents/comparisons/compare_document.hpp"
#include "reports/documents/comparisons/sensitivity_document.hpp"
#include "reports/documents/coverage_text.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/documents/document_keys.hpp"
#include "reports/documents/history_document.hpp"
#include "reports/documents/record_document.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/coverage.hpp"
#include "reports/fields/criteria.hpp"
#include "reports/fields/loss_curves.hpp"
#include "reports/fields/studies.hpp"
#include "reports/page/audience.hpp"
#include "reports/page/loss_curves.hpp"
#include "results/schemas.hpp"
#include "results/version.hpp"
#include "scenarios/threats/catalogue.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

std::optional<analysis::ImpactTable> under_other_criteria(const ReportInput& input) {
  if (!input.other_criteria)
    return std::nullopt;
  return analysis::impact_table(input.rows, *input.other_criteria, input.evidence);
}

/// The document of a command, with the lines that stand before its numbers.
ordered_json with_head(ordered_json document, const ReportInput& input) {
  HeadFacts facts =
      head_facts(input.rows, input.criteria, input.extent, Intervals::drawn_rows_left_out);
  facts.today = input.today;
  document["head"] = document_head(facts, input.language);
  return document;
}

/// What happens, and where when the reader may know.
std::string name_of(const analysis::Row& row, const ReportInput& input) {
  const results::RowLabels& labels = row.labels;
  if (labels.threat.empty())
    return row.scenario_name;
  const std::string& name = input.language == Language::dutch ? labels.threat_nl : labels.threat_en;
  const bool told = input.audience == Audience::analyst || is_public(labels.target, input.names);
  return labels.target.empty() || !told ? name : name + ": " + labels.target;
}

std::string title_of(const ReportInput& input) {
  if (!input.title.empty())
    return input.title;
  if (input.rows.size() == 1)
    return name_of(input.rows.front(), input);
  return input.language == Language::dutch ? "Uitval van de 112-keten" : "Outages of the 112 chain";
}

ordered_json concept_of(const analysis::Criteria& criteria) {
  return criteria.adopted ? ordered_json(nullptr) : ordered_json(analysis::concept_sentence);
}

/// The document of `uitwijk register` with these results; afterwards the table says of its rows
/// what is in the register, and is handled as both are.
ordered_json register_beside(analysis::ImpactTable& table, const ReportInput& input,
                             const scenarios::Catalogue& catalogue,
                             const analysis::Coverage& coverage) {
  const auto view = analysis::register_view(*input.kept, table, catalogue, input.today);
  ordered_json out = register_json(
      {*input.kept, table, catalogue, view, coverage, input.today, "", 0, input.language});
  analysis::mark_registered(table, view);
  table.rubricering = view.rubricering;
  return out;
}

}  // namespace

void add_study(ReportInput& input, const results::Study& study) {
  input.rows.push_back(analysis::reduce(study));
  input.inputs.add(study);
  input.studies.push_back(json_of(ReportedStudy{study, input.rows.back()}, any_language));
  input.stories.add(study, input.rows.back());
  const results::Dimensions& names = study.dimensions;
  input.names.targets.insert(names.centres.begin(), names.centres.end());
  input.names.targets.insert(names.regions.begin(), names.regions.end());
  input.names.disciplines.insert(names.disciplines.begin(), names.disciplines.end());
  input.names.voorzieningen = input.inputs.voorzieningen();
}

ordered_json report_json(const ReportInput& input) {
  const auto& [rows, criteria] = std::tie(input.rows, input.criteria);
  analysis::ImpactTable table = analysis::impact_table(rows, criteria, input.evidence);
  analysis::tell_ages(table, input.today);
  table.extent = input.extent;
  const scenarios::Catalogue catalogue = scenarios::read_catalogue(input.catalogue);
  const analysis::Coverage coverage = analysis::coverage_of(catalogue, rows);
  ordered_json kept;
  if (input.kept)
    kept = register_beside(table, input, catalogue, coverage);
  ordered_json out = {
      {"schema", name_of(results::Schema::report)},
      {"language", input.language == Language::dutch ? "nl" : "en"},
      {"audience", input.audience == Audience::board ? "bestuur" : "analist"},
      {"title", title_of(input)},
      {"rubricering", table.rubricering},
      {"concept", concept_of(criteria)},
      {"program",
       {{"version", results::version()},
        {"commit", results::commit()},
        {"command", input.command}}},
      {"table", table_json(table, under_other_criteria(input), input.language)},
      {"bounds", json_of(bounds_fields(), criteria, input.language)},
      {"loss_curves", loss_curves_json(table)},
      {"coverage", coverage_json(coverage)},
      {"durations", with_head(duration_json(analysis::duration_curves(rows, criteria)), input)},
      {"tornado", with_head(tornado_json(analysis::tornados(rows, criteria),
                                         analysis::settings_without_base(rows)),
                            input)},
      {"measures", with_head(before_after_json(analysis::before_and_after(
                                 rows, criteria, input.evidence, input.assumed)),
                             input)},
      {"assumptions", input.inputs.json()},
      {"outages", input.stories.json()},
      {"studies", input.studies}};
  out["table"]["history"] = history_json(input.past);
  if (!table.totals.empty())
    out["table"]["record"] =
        record_shown_json(analysis::consistency_of(input.evidence, catalogue, criteria));
  if (input.kept)
    out["register"] = std::move(kept);
  return input.audience == Audience::board ? for_the_board(out, input.names) : out;
}

JsonKeys report_keys(const std::set<std::string>& disciplines) {
  return {board("schema"),
          board("language"),
          board("audience"),
          board("title"),
          board("rubricering"),
          board("concept"),
          board("program", {board("version"), board("commit"), analyst("command")}),
          board("table", table_keys()),
          board("bounds", keys_of(bounds_fields())),
          board("loss_curves", keys_of<LossCurve>()),
          board("coverage", keys_of<analysis::Coverage>()),
          board("durations", duration_keys()),
          analyst("tornado"),
          board("measures", before_after_keys()),
          board("assumptions", ReportInputs::keys()),
          board("outages", ReportStories::keys(disciplines)),
          board("register", register_keys()),
          board("studies", keys_of<ReportedStudy>())};
}

}  // namespace reports
