#include "reports/formats/columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "reports/formats/both.hpp"
#include "reports/words/numbers.hpp"

namespace reports {
namespace {

using analysis::Unit;

constexpr Both group_heading = {"group", "groep"}, remark_heading = {"remark", "opmerking"},
               low_heading = {"low", "laag"}, high_heading = {"high", "hoog"},
               unit_heading = {"unit", "eenheid"}, share_unit = {"share", "aandeel"},
               count_unit = {"count", "aantal"};

/// What all rows have at one place.
struct Column {
  std::size_t numbers = 0;  ///< the most of any cell
  std::set<Unit> units;     ///< of all cells

  /// Nothing where the rows differ.
  std::optional<Unit> unit() const {
    return units.size() == 1 ? std::optional(*units.begin()) : std::nullopt;
  }
  bool is_mixed() const { return units.size() > 1; }
};

Column column_of(const Grid& grid, std::size_t at) {
  Column out;
  for (const GridRow& row : grid.rows)
    if (row.is == GridRow::Is::cells && at < row.size() && !row[at].numbers.empty()) {
      out.numbers = std::max(out.numbers, row[at].numbers.size());
      out.units.insert(row[at].unit);
    }
  return out;
}

bool has(const Grid& grid, GridRow::Is kind) {
  return std::ranges::any_of(grid.rows, [&](const GridRow& row) { return row.is == kind; });
}

std::string unit_text(std::optional<Unit> unit) {
  return unit == Unit::seconds ? " (s)" : unit == Unit::minutes ? " (min)" : "";
}

std::string unit_word(Unit unit, Language language) {
  switch (unit) {
    case Unit::seconds:
      return "s";
    case Unit::minutes:
      return "min";
    case Unit::share:
      return share_unit.in(language);
    case Unit::count:
      return count_unit.in(language);
  }
  return "";
}

/// Of the first number in a column whose rows differ; nothing when the row has none there.
Value unit_of(const GridRow& row, const std::vector<Column>& columns, Language language) {
  for (std::size_t at = 0; at < std::min(row.size(), columns.size()); ++at)
    if (columns[at].is_mixed() && !row[at].numbers.empty())
      return unit_word(row[at].unit, language);
  return {};
}

std::string joined(const std::string& heading, const std::string& word) {
  return heading.empty() ? word : heading + " " + word;
}

void add_headings(std::vector<std::string>& out, const std::string& heading, const Column& column,
                  Language language) {
  const std::string unit = unit_text(column.unit());
  if (column.numbers != 2)
    out.push_back(heading + unit);
  if (column.numbers >= 2)
    for (const Both& end : {low_heading, high_heading})
      out.push_back(joined(heading, end.in(language)) + unit);
}

Value text_value(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? Value() : Value(text.substr(begin));
}

Value number_value(double number, Unit unit) {
  return std::isnan(number) ? Value() : Value(Quantity{number, unit});
}

/// Into as many places as its column has: a text into the first of them, ends of an interval into
/// the last. The dash that people see in the place of a number is nothing.
void add_cell(std::vector<Value>& out, const Cell& cell, const Column& column) {
  const std::size_t places = std::max<std::size_t>(1, column.numbers);
  const std::size_t first = out.size() + (cell.numbers.size() == 2 ? places - 2 : 0);
  out.resize(out.size() + places);
  if (cell.numbers.empty() && (column.numbers == 0 || cell.text != dash))
    out[first] = text_value(cell.text);
  for (std::size_t i = 0; i < cell.numbers.size(); ++i)
    out[first + i] = number_value(cell.numbers[i], cell.unit);
}

}  // namespace

Columns columns_of(const Grid& grid, Language language) {
  std::vector<Column> columns;
  for (std::size_t at = 0; at < grid.headings.size(); ++at)
    columns.push_back(column_of(grid, at));
  const bool groups = has(grid, GridRow::Is::group), remarks = has(grid, GridRow::Is::remark),
             mixed = std::ranges::any_of(columns, &Column::is_mixed);
  Columns out;
  if (groups)
    out.headings.push_back(group_heading.in(language));
  for (std::size_t at = 0; at < columns.size(); ++at)
    add_headings(out.headings, grid.headings[at], columns[at], language);
  if (mixed)
    out.headings.push_back(unit_heading.in(language));
  if (remarks)
    out.headings.push_back(remark_heading.in(language));
  Value group;
  for (const GridRow& row : grid.rows) {
    if (row.is == GridRow::Is::group) {
      group = text_value(row.front().text);
    } else if (row.is == GridRow::Is::remark) {
      if (!out.rows.empty())
        out.rows.back().back() = text_value(row.front().text);
    } else {
      std::vector<Value>& line = out.rows.emplace_back();
      if (groups)
        line.push_back(group);
      for (std::size_t at = 0; at < columns.size(); ++at)
        add_cell(line, at < row.size() ? row[at] : Cell(), columns[at]);
      if (mixed)
        line.push_back(unit_of(row, columns, language));
      if (remarks)
        line.emplace_back();
    }
  }
  return out;
}

}  // namespace reports
