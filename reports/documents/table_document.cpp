#include "reports/documents/table_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "reports/documents/document_head.hpp"
#include "reports/documents/graph_text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::ImpactTable;
using analysis::TableRow;

void add_section(TableDocument& out, std::vector<Grid> grids, const std::string& title) {
  if (!grids.empty())
    grids.front().title = title + "\n" + grids.front().title;
  std::move(grids.begin(), grids.end(), std::back_inserter(out.grids));
}

void print_grid(std::ostream& out, const Grid& grid) {
  out << '\n';
  if (!grid.title.empty())
    out << emphasised(grid.title, bold_wanted()) << '\n';
  TextTable table(grid.headings, 0);
  for (const auto& row : grid.rows)
    table.row(row);
  if (!grid.rows.empty())
    table.print(out, bold_wanted());
  for (const std::string& note : grid.notes)
    print_wrapped(out, note, 0, 2);
}

/// A bar in a cell would end it.
std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '|' ? std::string("\\|") : std::string(1, c == '\n' ? ' ' : c);
  return out;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells)
    out += " " + markdown_cell(cell) + " |";
  return out + "\n";
}

/// A table's own title below that of the section that it opens.
std::string markdown_headings(const std::string& title) {
  if (title.empty())
    return "";
  const auto end = title.find('\n');
  return end == std::string::npos
             ? "## " + title + "\n\n"
             : "## " + title.substr(0, end) + "\n\n### " + title.substr(end + 1) + "\n\n";
}

}  // namespace

std::string minutes_text(double seconds) {
  return fmt::format("{:g} min", seconds / 60);
}

TableDocument table_document(const ImpactTable& table, Names names, Language language) {
  TableDocument out;
  out.title = table_word("title", language);
  out.head = document_head(head_facts(table), language);
  if (!table.annual.empty())
    add_section(out, row_grids(table.annual, true, table, names, language),
                table_word("annual", language));
  if (!table.conditional.empty())
    add_section(out, row_grids(table.conditional, false, table, names, language),
                table_word("conditional", language));
  for (Grid& grid : total_grids(table, language))
    out.grids.push_back(std::move(grid));
  return out;
}

void print_text(std::ostream& out, const TableDocument& document) {
  out << emphasised(document.title, bold_wanted()) << '\n';
  for (const std::string& line : document.head)
    print_wrapped(out, line, 0, 2);
  for (const Grid& grid : document.grids)
    print_grid(out, grid);
}

void print_markdown(std::ostream& out, const TableDocument& document) {
  out << "# " << document.title << "\n\n";
  for (const std::string& line : document.head)
    out << "> " << line << "  \n";
  for (const Grid& grid : document.grids) {
    out << '\n' << markdown_headings(grid.title);
    if (!grid.rows.empty())
      out << joined(grid.headings) << joined(std::vector<std::string>(grid.headings.size(), "---"));
    for (const auto& row : grid.rows)
      out << joined(row);
    for (const std::string& note : grid.notes)
      out << "\n" << note << "\n";
  }
}

}  // namespace reports
