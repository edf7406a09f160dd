#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reports/documents/registers/register_report.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"

namespace reports {
namespace {

using analysis::AssessedRisk;
using analysis::Risk;
using analysis::TableRow;
using models::written;

/// The row to show: what is left under the risk's package, else as it is now.
const TableRow* shown(const AssessedRisk& one) {
  return one.residual != nullptr ? one.residual : one.current;
}

Cell losses(const AssessedRisk& one, const RegisterCells& cells) {
  if (const TableRow* const row = shown(one))
    return cells.with_ends(row->headline());
  return one.risk.recorded.empty() ? cells.word("no_figures") : cells.word("recorded");
}

std::string day_text(const std::optional<models::Day>& day) {
  return day ? models::written(*day) : dash;
}

Grid who_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "who";
  out.title = cells.word("who");
  out.headings = {cells.word("risk"),    cells.word("status"), cells.word("owner"),
                  cells.word("manager"), cells.word("users"),  cells.word("mandate")};
  for (const AssessedRisk* one : report.risks()) {
    const Risk& risk = one->risk;
    out.rows.push_back({cells.text(risk.id), std::string(word_of(risk.status)),
                        cells.text(risk.eigenaar, 16), cells.text(risk.beheerder, 14),
                        cells.text(fmt::format("{}", fmt::join(risk.hoofdgebruikers, ", ")), 14),
                        cells.text(risk.mandaat, 12)});
  }
  out.notes = {dash + (": " + cells.word("none"))};
  return out;
}

Grid decision_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "decisions";
  out.title = cells.word("decisions");
  out.headings = {cells.word("risk"), cells.word("decision"), cells.word("on"),
                  cells.word("by"),   cells.word("level"),    cells.word("review")};
  for (const AssessedRisk* one : report.risks())
    if (const auto& decision = one->risk.decision)
      out.rows.push_back({cells.text(one->risk.id), std::string(word_of(decision->choice)),
                          models::written(decision->on), cells.text(decision->by),
                          cells.level(decision->level), day_text(one->risk.review)});
  return out;
}

Grid treatment_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "treatments";
  out.title = cells.word("treatments");
  out.headings = {cells.word("risk"), cells.word("status"), cells.word("due"), cells.word("owner"),
                  cells.word("what")};
  for (const AssessedRisk* one : report.risks())
    for (const analysis::Treatment& treatment : one->risk.treatments)
      out.rows.push_back({cells.text(one->risk.id), std::string(word_of(treatment.status)),
                          day_text(treatment.due), cells.text(treatment.owner),
                          cells.text(treatment.what, 30)});
  return out;
}

/// "eigenaar, bezetting".
std::string part_of(const AssessedRisk& one, const std::string& role) {
  std::vector<std::string> as;
  for (const analysis::RoleShare& share : one.roles)
    if (share.role == role)
      as.push_back(share.as);
  return fmt::format("{}", fmt::join(as, ", "));
}

/// What to look at; in a role's view also why an open risk is in it.
Grid finding_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "findings";
  out.title = cells.word("findings");
  for (const AssessedRisk* one : report.risks()) {
    const std::string& name = report.language == Language::dutch ? one->name_nl : one->name_en;
    std::vector<std::string> said;
    for (const analysis::Finding& finding : one->findings)
      said.push_back(finding_text(finding, report.language));
    const bool closed = one->risk.status == analysis::RiskStatus::closed;
    if (said.empty() && (report.role.empty() || closed))
      continue;
    std::string line = one->risk.id + (name.empty() ? "" : " (" + name + ")");
    if (!report.role.empty())
      line += fmt::format(" [{}: {}]", report.role, part_of(*one, report.role));
    out.notes.push_back(
        cells.text(said.empty() ? line : fmt::format("{}: {}", line, fmt::join(said, "; ")), 1000));
  }
  return out;
}

void add_what_is_left_out(Grid& out, const RegisterReport& report) {
  std::vector<std::string> ids;
  for (const analysis::NewRisk& one : report.view.missing)
    ids.push_back(one.id);
  if (!ids.empty())
    out.notes.push_back(register_text("missing", report.language, fmt::join(ids, ", ")));
  if (report.view.without_threat > 0)
    out.notes.push_back(
        register_text("without_threat", report.language, Count(report.view.without_threat)));
}

}  // namespace

Grid risk_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "risks";
  out.title = cells.word("risks");
  out.headings = {cells.word("risk"),  cells.word("level_now"),     cells.word("level_left"),
                  cells.word("lost"),  cells.word("lost_per_year"), cells.word("high_classes"),
                  cells.word("points")};
  for (const AssessedRisk* one : report.risks()) {
    const TableRow* const row = shown(*one);
    out.rows.push_back(
        {cells.text(one->risk.id), cells.level(one->current), cells.level(one->residual),
         losses(*one, cells),
         row != nullptr && row->frequency.known() ? cells.count(row->per_year.value) : Cell(dash),
         row != nullptr ? cells.percent(row->impact.at_least[2].share) : Cell(dash),
         whole_cell(one->findings.size())});
  }
  out.notes = {out.rows.empty() ? cells.word("empty") : cells.word("level_note")};
  return out;
}

Document register_document(const RegisterReport& report) {
  const RegisterCells cells(report);
  Document out;
  out.title = cells.word("title");
  out.head = register_head(report);
  out.grids = {risk_grid(report, cells), who_grid(report, cells)};
  for (Grid grid : {decision_grid(report, cells), treatment_grid(report, cells)})
    if (!grid.rows.empty())
      out.grids.push_back(std::move(grid));
  if (Grid grid = finding_grid(report, cells); !grid.notes.empty())
    out.grids.push_back(std::move(grid));
  add_what_is_left_out(out.grids.front(), report);
  out.grids.push_back(risk_lines(report));
  return out;
}

}  // namespace reports
