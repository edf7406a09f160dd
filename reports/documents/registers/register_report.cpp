#include "reports/documents/registers/register_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/impact/row_digest.hpp"
#include "models/text/shown.hpp"
#include "models/text/yaml_document.hpp"
#include "reports/documents/document_head.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/cells.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/register_words.hpp"
#include "reports/words/table_words.hpp"

namespace reports {

using analysis::AssessedRisk;
using analysis::TableRow;
using models::written;

RegisterCells::RegisterCells(const RegisterReport& report)
    : width_(report.cell_width), numbers_(report.language), language_(report.language) {}

std::string RegisterCells::word(RegisterKey key) const {
  return register_word(key, language_);
}

std::string RegisterCells::text(const std::string& written, std::size_t most) const {
  std::string out = models::on_one_line(written);
  out.erase(out.find_last_not_of(' ') + 1);
  return out.empty() ? dash : shortened(out, std::max(most, width_));
}

Cell RegisterCells::count(double value) const {
  return number_cell(value, numbers_);
}

Cell RegisterCells::percent(double share) const {
  return percent_cell(share, numbers_);
}

Cell RegisterCells::with_ends(const analysis::Interval& interval) const {
  return with_ends_cell(interval, numbers_);
}

std::string RegisterCells::level(const std::optional<analysis::Level>& level) const {
  if (!level)
    return dash;
  const auto at = static_cast<std::size_t>(*level);
  return table_word_at("level." + std::string(analysis::level_words.at(at)), language_);
}

std::string RegisterCells::level(const TableRow* row) const {
  if (row == nullptr || !row->frequency.known())
    return dash;
  return level(std::optional(row->level)) +
         (row->shown_not_above.at(static_cast<std::size_t>(row->level)) ? "" : "?");
}

std::vector<const AssessedRisk*> RegisterReport::risks() const {
  std::vector<const AssessedRisk*> out;
  for (const AssessedRisk& one : view.risks)
    if (role.empty() || one.concerns(role))
      out.push_back(&one);
  return out;
}

std::string finding_text(const analysis::Finding& finding, Language language) {
  return filled_at(register_phrases, "finding." + std::string(word_of(finding.flag)), language,
                   finding.about);
}

std::vector<std::string> register_head(const RegisterReport& report) {
  const Language language = report.language;
  const analysis::Register& kept = report.kept;
  HeadFacts facts = head_facts(report.table);
  facts.rubricering = report.view.rubricering;
  std::vector<std::string> out = document_head(facts, language);
  out.push_back(register_text("register", language, kept.name, kept.version,
                              kept.adoption.adopted ? "vastgesteld" : "concept",
                              kept.input.sha256));
  if (kept.adoption.adopted)
    out.push_back(register_text("adopted", language, kept.adoption.by, kept.adoption.date,
                                kept.adoption.decision));
  if (!report.table.criteria.adopted)
    out.push_back(register_word("concept_levels", language));
  out.push_back(register_text("today", language, models::written(report.today)));
  const scenarios::Catalogue& catalogue = report.catalogue;
  out.push_back(table_text("coverage.catalogue", language, catalogue.version, catalogue.status,
                           catalogue.input.sha256));
  if (const analysis::RegisterRole* role = kept.role(report.role))
    out.push_back(register_text("role", language, role->id, role->name));
  return out;
}

std::string basis_text(const RegisterReport& report, const AssessedRisk& risk) {
  const analysis::Criteria& criteria = report.table.criteria;
  const std::string result = risk.residual != nullptr ? digest_of(risk.residual->row) : "";
  std::string out = "    besluit:\n";
  out += "      keuze:        # accepteren, mitigeren, vermijden of overdragen\n";
  out += "      tekst:\n";
  out += fmt::format("      datum: {}\n", models::written(report.today));
  out += "      door:         # een functie\n";
  out += "      niveau:       # bij accepteren: laag, midden, hoog of zeer_hoog\n";
  out += fmt::format("      criteria: {{version: {}, sha256: {}}}\n",
                     to_yaml(models::text_node(criteria.version)), criteria.input.sha256);
  return result.empty() ? out : out + fmt::format("      resultaat: {}\n", result);
}

Document basis_document(const RegisterReport& report, const AssessedRisk& risk) {
  const analysis::Criteria& criteria = report.table.criteria;
  Grid grid;
  grid.name = "grondslag";
  grid.headings = {Both{"key", "sleutel"}.in(report.language),
                   Both{"value", "waarde"}.in(report.language)};
  grid.rows = {{"datum", models::written(report.today)},
               {"criteria.version", criteria.version},
               {"criteria.sha256", criteria.input.sha256}};
  if (risk.residual != nullptr)
    grid.rows.push_back({"resultaat", digest_of(risk.residual->row)});
  return {risk.risk.id, register_head(report), {grid}};
}

}  // namespace reports
