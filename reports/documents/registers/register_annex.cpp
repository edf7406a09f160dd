#include <fmt/format.h>

#include <array>
#include <set>

#include "reports/documents/coverage_text.hpp"
#include "reports/documents/registers/register_report.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/register_words.hpp"

namespace reports {
namespace {

using analysis::AssessedRisk;
using analysis::Flag;

/// A finding of the Inspectie, the paragraphs it was tested against, and what answers it.
struct Crossing {
  RegisterKey finding, answer;
  const char* of_2018;
  const char* of_2022;
};
constexpr std::array crossings = {
    Crossing{"crosswalk.steering", "crosswalk.steering.by", "7.1, 7.4", "5, 10"},
    Crossing{"crosswalk.criteria", "crosswalk.criteria.by", "7.2.2, 7.2.3, 7.2.4", "6.4"},
    Crossing{"crosswalk.assessment", "crosswalk.assessment.by", "8.2-8.4", "7"},
    Crossing{"crosswalk.measures", "crosswalk.measures.by", "9", "8"},
    Crossing{"crosswalk.residual", "crosswalk.residual.by", "10", "8.6"},
    // Of the letters of 2021 and 2022, and of the Kader of 2024: no paragraph.
    Crossing{"crosswalk.overview", "crosswalk.overview.by", "–", "–"},
    Crossing{"crosswalk.reliability", "crosswalk.reliability.by", "–", "–"}};

Grid count_grid(const RegisterReport& report, const RegisterCells& cells) {
  const auto risks = report.risks();
  Grid out;
  out.name = "counts";
  out.title = cells.word("annex.counts");
  out.headings = {"", cells.word("number")};
  const auto count = [&](RegisterKey key, auto holds) {
    const auto n = std::count_if(risks.begin(), risks.end(),
                                 [&](const AssessedRisk* one) { return holds(*one); });
    out.rows.push_back({cells.word(key), whole_cell(static_cast<std::size_t>(n))});
  };
  const auto has = [](Flag flag) {
    return [flag](const AssessedRisk& one) { return one.has(flag); };
  };
  count("annex.risks", [](const AssessedRisk&) { return true; });
  count("annex.with_figures", [](const AssessedRisk& one) { return !one.packages.empty(); });
  count("annex.recorded", [](const AssessedRisk& one) { return !one.risk.recorded.empty(); });
  count("annex.decided", [](const AssessedRisk& one) { return one.risk.decision.has_value(); });
  count("annex.without_owner", has(Flag::no_owner));
  count("annex.disputed", has(Flag::disputed));
  count("annex.review_passed", has(Flag::review_passed));
  count("annex.overdue", has(Flag::treatment_overdue));
  count("annex.points", [](const AssessedRisk& one) { return !one.findings.empty(); });
  return out;
}

/// The commands that give the rows again, each once.
Grid command_grid(const RegisterReport& report, const RegisterCells& cells) {
  Grid out;
  out.name = "commands";
  out.title = cells.word("annex.reproduce");
  std::set<std::string> said;
  for (const AssessedRisk* one : report.risks())
    for (const analysis::TableRow* row : one->packages)
      if (said.insert(row->row.command).second)
        out.notes.push_back(row->row.command);
  return out;
}

}  // namespace

Document crosswalk_document(const RegisterReport& report) {
  const RegisterCells cells(report);
  Grid grid;
  grid.name = "crosswalk";
  grid.headings = {cells.word("crosswalk.finding"), "27005:2018", "27005:2022",
                   cells.word("crosswalk.output")};
  for (const Crossing& one : crossings)
    grid.rows.push_back(
        {cells.word(one.finding), one.of_2018, one.of_2022, cells.word(one.answer)});
  grid.notes = {cells.word("crosswalk.note")};
  return {cells.word("crosswalk.title"), register_head(report), {grid}};
}

nlohmann::ordered_json crosswalk_json(Language language) {
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const Crossing& one : crossings)
    rows.push_back({{"finding", register_word(one.finding, language)},
                    {"iso27005_2018", one.of_2018},
                    {"iso27005_2022", one.of_2022},
                    {"answered_by", register_word(one.answer, language)}});
  return {{"note", register_word("crosswalk.note", language)}, {"rows", rows}};
}

Document annex_document(const RegisterReport& report) {
  const RegisterCells cells(report);
  Document out;
  out.title = cells.word("annex.title");
  out.head = {cells.word("annex.no_icv"),
              register_text("annex.scope", report.language, report.kept.role(report.role)->name)};
  for (std::string& line : register_head(report))
    out.head.push_back(std::move(line));
  out.grids = {count_grid(report, cells)};
  for (Grid& grid : register_document(report).grids)
    out.grids.push_back(std::move(grid));
  Document coverage = coverage_document(report.coverage, report.language);
  coverage.grids.front().title = coverage.title;
  out.grids.push_back(std::move(coverage.grids.front()));
  Grid commands = command_grid(report, cells);
  if (!commands.notes.empty())
    out.grids.push_back(std::move(commands));
  return out;
}

}  // namespace reports
