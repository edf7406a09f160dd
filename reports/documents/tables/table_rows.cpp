#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <map>

#include "reports/documents/row_names.hpp"
#include "reports/documents/tables/table_document.hpp"
#include "reports/fields/impact_row.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/year_words.hpp"

namespace reports {
namespace {

using analysis::TableRow;

using Column = const Field<TableRow>*;

/// Of the fields, those that have a column in these parts.
std::vector<Column> columns_of(std::initializer_list<Part> parts) {
  std::vector<Column> out;
  for (const Field<TableRow>& field : impact_row_fields())
    if (std::find(parts.begin(), parts.end(), field.part()) != parts.end())
      out.push_back(&field);
  return out;
}

/// A line for each of the rows, behind its name.
Grid grid_of(std::initializer_list<Part> parts, const std::vector<TableRow>& rows,
             const RowNames& names, const Cells& cells) {
  const std::vector<Column> columns = columns_of(parts);
  Grid out;
  out.headings = {cells.word("threat")};
  for (const Column column : columns)
    out.headings.push_back(cells.word(column->heading()));
  for (const TableRow& row : rows) {
    GridRow& line = out.rows.emplace_back(GridRow{names.of(row)});
    for (const Column column : columns)
      line.push_back(column->cell(row, cells));
  }
  return out;
}

/// What the identifiers of the rows stand for, each once.
void add_names(Grid& out, const std::vector<TableRow>& rows, const Cells& cells) {
  std::map<std::string, std::string> names;
  for (const TableRow& row : rows) {
    const results::RowLabels& labels = row.row.labels;
    if (!labels.threat.empty())
      names[labels.threat] =
          cells.language() == Language::dutch ? labels.threat_nl : labels.threat_en;
  }
  for (const auto& [id, name] : names)
    out.notes.push_back(id + ": " + name);
}

Grid lost_grid(const std::vector<TableRow>& rows, const RowNames& names, bool annual,
               const Cells& cells) {
  Grid out = grid_of({Part::lost}, rows, names, cells);
  out.name = "lost";
  out.title = cells.word("lost");
  out.notes = {cells.word("dash"), cells.word("interval.method")};
  if (std::any_of(rows.begin(), rows.end(), [](const TableRow& row) { return row.tied; }))
    out.notes.push_back(cells.word(annual ? "tied.annual" : "tied.conditional"));
  out.notes.insert(out.notes.end(), names.notes().begin(), names.notes().end());
  const auto other = [](const TableRow& row) { return row.other_inputs.any(); };
  if (std::any_of(rows.begin(), rows.end(), other))
    out.notes.push_back(cells.word("other_inputs"));
  add_names(out, rows, cells);
  return out;
}

Grid harm_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out = grid_of({Part::harm}, rows, names, cells);
  out.name = "harm";
  out.title = cells.word("harm");
  out.notes = {cells.word("harm_note")};
  return out;
}

Grid class_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid all = grid_of({Part::classes}, rows, names, cells), out = all;
  out.name = "classes";
  out.title = cells.word("classes");
  out.notes = {cells.word("class_interval")};
  out.rows.clear();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (analysis::has_class(rows[i].row.labels))
      out.rows.push_back(std::move(all.rows[i]));
  const auto any = [&](bool (*is)(const results::RowLabels&)) {
    return std::ranges::any_of(rows, [&](const TableRow& row) { return is(row.row.labels); });
  };
  if (any(analysis::is_history))
    out.notes.push_back(cells.word("history_no_class"));
  if (any(analysis::is_whole_years))
    out.notes.push_back(year_word("no_class", cells.language()));
  return out;
}

/// What rows have windows that were drawn longer than one may be, by where they were cut off.
void add_capped(Grid& out, const std::vector<TableRow>& rows, const RowNames& names,
                const Cells& cells) {
  std::map<double, std::vector<std::string>> capped;
  for (const TableRow& row : rows)
    if (row.capped > 0 && row.row.labels.background.empty())
      capped[row.capped_s / 3600].push_back(
          fmt::format("{} {}/{}", names.of(row), row.capped, row.row.replications.size()));
  for (const auto& [hours, those] : capped)
    out.notes.push_back(
        capped_text(fmt::format("{}", fmt::join(those, ", ")), hours * 3600, cells.language()));
}

Grid recovery_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out = grid_of({Part::recovery}, rows, names, cells);
  out.name = "recovery";
  out.notes = {cells.word("cut_note")};
  add_capped(out, rows, names, cells);
  out.notes.push_back(cells.word("worst_note"));
  return out;
}

Grid takeover_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out = grid_of({Part::takeovers}, rows, names, cells);
  out.name = "takeovers";
  out.title = cells.word("takeovers");
  out.notes = {cells.word("elsewhere_note")};
  return out;
}

Grid year_grid(const std::vector<TableRow>& rows, const RowNames& names,
               const analysis::Criteria& criteria, const Cells& cells) {
  Grid out = grid_of({Part::years}, rows, names, cells);
  out.name = "years";
  out.title = cells.word("years");
  out.notes.push_back(table_text("level_note", cells.language(),
                                 cells.percent(criteria.tolerable_share).text + " %"));
  for (const analysis::ExceedancePoint& point : criteria.line)
    out.notes.push_back(table_text("line_note", cells.language(),
                                   Count(point.per_year, cells.as_written(point.per_year)),
                                   Count(point.callers, cells.count(point.callers).text)));
  if (!criteria.stated.empty())
    out.notes.push_back(table_text("stated", cells.language(), criteria.stated));
  return out;
}

Grid basis_grid(const std::vector<TableRow>& rows, const RowNames& names, bool annual,
                const Cells& cells) {
  Grid out = annual ? grid_of({Part::basis}, rows, names, cells)
                    : grid_of({Part::no_frequency, Part::basis}, rows, names, cells);
  out.name = "basis";
  out.title = cells.word("basis");
  return out;
}

/// Beside a register that has some of the rows; else only that there is none, or has none of them.
Grid register_grid(const std::vector<TableRow>& rows, bool given, const RowNames& names,
                   const Cells& cells) {
  Grid out;
  out.name = "register";
  const auto kept = [](const TableRow& row) { return row.registered.has_value(); };
  if (std::none_of(rows.begin(), rows.end(), kept)) {
    out.notes = {given ? cells.word("not_in_register") : cells.word("no_register")};
    return out;
  }
  out.title = cells.word("register");
  out.headings = {cells.word("threat"), cells.word("register.status"),
                  cells.word("register.decision"), cells.word("register.points")};
  for (const TableRow& row : rows) {
    const analysis::Registered none{"", cells.word("register.absent"), "", {}};
    const analysis::Registered& said = row.registered ? *row.registered : none;
    out.rows.push_back({names.of(row), said.status, said.decision.empty() ? dash : said.decision,
                        whole_cell(said.findings.size())});
  }
  return out;
}

/// Rows of which the parameters were drawn.
Grid source_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid all = grid_of({Part::sources}, rows, names, cells), out = all;
  out.name = "sources";
  out.title = cells.word("sources");
  out.rows.clear();
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].uncertainty.draws > 0)
      out.rows.push_back(std::move(all.rows[i]));
  return out;
}

}  // namespace

std::string capped_text(const std::string& what, double capped_s, Language language) {
  const double hours = capped_s / 3600;
  return table_text("capped", language, what, hours);
}

std::string other_definitions_text(const analysis::Row& row, Language language) {
  return row.definitions == results::definitions
             ? ""
             : table_text("by_definitions", language, row.definitions);
}

std::string other_inputs_text(const analysis::OtherInputs& other, Language language) {
  if (!other.any())
    return "";
  std::vector<std::string> said = other.has;
  for (const std::string& name : other.lacks)
    said.push_back(table_text("without_input", language, name));
  return fmt::format("[{}]", fmt::join(said, ", "));
}

std::string unknown_text(const TableRow& row, Language language) {
  const std::string& role = row.row.labels.role;
  return unknown_text(row.frequency.unknown, role.empty() ? "scenario" : role, language);
}

std::string unknown_text(analysis::Frequency::Unknown unknown, const std::string& role,
                         Language language) {
  using Unknown = analysis::Frequency::Unknown;
  switch (unknown) {
    case Unknown::no:
      return "";
    case Unknown::analyst:
      return table_word("unknown.analyst", language);
    case Unknown::no_class:
      return table_word("unknown.no_class", language);
    case Unknown::no_rate:
      return table_word("unknown.no_rate", language);
    case Unknown::fixed_onset:
      return table_word("unknown.fixed_onset", language);
    case Unknown::background:
      return table_word("unknown.background", language);
    case Unknown::together:
      return table_word("unknown.together", language);
    case Unknown::deliberate:
      return table_word("unknown.deliberate", language);
    case Unknown::target:
      return table_word("unknown.target", language);
    case Unknown::no_event:
      break;
  }
  return table_text("unknown.no_event", language, role);
}

std::vector<Grid> row_grids(const std::vector<TableRow>& rows, bool annual,
                            const analysis::ImpactTable& table, Names names, Language language) {
  const Cells cells(language);
  const RowNames called(rows, names, language);
  std::vector<Grid> out = {lost_grid(rows, called, annual, cells), harm_grid(rows, called, cells),
                           class_grid(rows, called, cells), recovery_grid(rows, called, cells),
                           takeover_grid(rows, called, cells)};
  if (annual)
    out.push_back(year_grid(rows, called, table.criteria, cells));
  out.push_back(basis_grid(rows, called, annual, cells));
  out.push_back(register_grid(rows, table.registered, called, cells));
  if (Grid sources = source_grid(rows, called, cells); !sources.rows.empty())
    out.push_back(std::move(sources));
  return out;
}

}  // namespace reports
