#include <fmt/format.h>

#include "reports/documents/document_head.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/formats/csv_line.hpp"

namespace reports {
namespace {

using analysis::TableRow;

void add_labels(CsvLine& line, const TableRow& row, bool annual) {
  const results::RowLabels& labels = row.row.labels;
  line.text("table", annual ? "annual" : "conditional");
  line.text("row", row.row.id());
  line.text("name", labels.threat.empty() ? row.row.scenario_name : labels.threat_nl);
  line.text("target", labels.target);
  line.text("package", labels.package);
  line.text("plan", labels.plan);
  line.text("duration", labels.duration);
  line.text("varied", labels.varied);
  line.text("other_inputs", other_inputs_text(row.other_inputs, Language::english));
  line.text("role", labels.role);
  line.text("voorzieningen", labels.voorzieningen);
  line.text("cia", labels.cia);
  line.text("onset_rule", labels.onset_rule);
  line.text("meldkamer", row.row.meldkamer);
  line.number("n", static_cast<double>(row.row.replications.size()));
  line.number("failed", static_cast<double>(row.row.failed));
  line.number("truncated", static_cast<double>(row.truncated));
  line.number("capped", static_cast<double>(row.capped));
  line.number("capped_after_h", row.capped_s / 3600);
}

void add_losses(CsvLine& line, const TableRow& row) {
  line.interval("lost", row.headline());
  line.interval("lost_by_chance", row.uncertainty.draws > 0 ? row.uncertainty.chance : row.lost);
  line.interval("lost_by_parameters", row.uncertainty.parameters);
  constexpr std::array names = {"lost_p50", "lost_p90", "lost_p95", "lost_p99"};
  for (std::size_t i = 0; i < names.size(); ++i)
    line.interval(names[i], row.lost_percentiles[i]);
  line.share("any_loss", row.any_loss);
  line.text("worst_hours",
            row.worst_hours.exists()
                ? fmt::format("{} {}-{}", row.worst_hours.weekend ? "weekend" : "weekday",
                              row.worst_hours.from_hour, row.worst_hours.until_hour)
                : "");
  line.number("worst_hours_lost",
              row.worst_hours.exists() ? row.worst_hours.lost.value : analysis::undefined);
}

void add_classes(CsvLine& line, const TableRow& row) {
  for (std::size_t i = 0; i < analysis::n_classes; ++i)
    line.share(fmt::format("i{}", i + 1), row.impact.classes[i]);
  line.text("decided_by", row.impact.decided.empty() ? "" : row.impact.decided.front().by);
  line.interval("recover_s_p50", row.recover_percentiles[0]);
  line.interval("recover_s_p95", row.recover_percentiles[1]);
  line.share("takeover_fails", row.takeover_fails);
}

void add_year(CsvLine& line, const TableRow& row) {
  const bool known = row.frequency.known();
  const auto at = static_cast<std::size_t>(row.level);
  line.number("likelihood_class", static_cast<double>(row.row.labels.likelihood_class));
  line.text("likelihood_basis", row.row.labels.likelihood_basis);
  line.number("events_per_year_low", known ? row.frequency.at(0) : analysis::undefined);
  line.number("events_per_year_high", known ? row.frequency.at(1) : analysis::undefined);
  line.interval("lost_per_year", row.per_year);
  line.text("level", known ? std::string(analysis::level_words.at(at)) : "");
  line.text("level_shown", known ? (row.shown_not_above.at(at) ? "yes" : "no") : "");
  line.text("above_line", known ? (row.above_line ? "yes" : "no") : "");
  line.text("tied_with_row_before", row.tied ? "yes" : "no");
}

void add_basis(CsvLine& line, const TableRow& row, const analysis::ImpactTable& table) {
  const results::RowLabels& labels = row.row.labels;
  line.text("duration_basis", labels.duration_basis);
  line.number("duration_cases", static_cast<double>(labels.duration_cases));
  line.number("incidents", static_cast<double>(labels.incidents));
  line.number("incidents_checked", static_cast<double>(labels.incidents_checked));
  line.number("parameters", static_cast<double>(row.row.parameters));
  line.number("parameters_assumed", static_cast<double>(row.row.parameters_assumed));
  line.text("model_as_of", row.row.world_as_of);
  line.number("model_age_days", row.model_age_days ? *row.model_age_days : analysis::undefined);
  line.text("version", row.row.version);
  line.text("register", row.registered ? row.registered->text() : "");
  line.text("criteria", table.criteria.name + " " + table.criteria.version);
  line.text("criteria_status", table.criteria.adopted ? "vastgesteld" : "concept");
  line.text("criteria_sha256", table.criteria.input.sha256);
}

}  // namespace

void print_csv(std::ostream& out, const analysis::ImpactTable& table, Language language) {
  print_csv_head(out, document_head(head_facts(table), language));
  bool first = true;
  for (const bool annual : {true, false})
    for (const TableRow& row : annual ? table.annual : table.conditional) {
      CsvLine line;
      add_labels(line, row, annual);
      add_losses(line, row);
      add_classes(line, row);
      add_year(line, row);
      add_basis(line, row, table);
      print_csv_line(out, line, first);
    }
}

}  // namespace reports
