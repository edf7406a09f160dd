#include "models/text/shown.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/formats/wrapped.hpp"

namespace reports {
namespace {

void print_text_grid(std::ostream& out, const Grid& grid) {
  out << '\n';
  if (!grid.title.empty())
    out << emphasised(grid.title, bold_wanted()) << '\n';
  if (!grid.rows.empty())
    print_rows(out, grid);
  for (const std::string& note : grid.notes)
    print_wrapped(out, models::on_one_line(note), 0, 2);
}

}  // namespace

void print_rows(std::ostream& out, const Grid& grid, std::size_t first_width) {
  TextTable table(grid.headings, first_width);
  for (const GridRow& row : grid.rows) {
    if (row.is != GridRow::Is::cells) {
      table.heading(row.front().text);
      continue;
    }
    std::vector<std::string> texts;
    for (const Cell& cell : row)
      texts.push_back(cell.text);
    table.row(std::move(texts));
  }
  table.print(out, bold_wanted());
}

void print_text(std::ostream& out, const Document& document) {
  out << emphasised(models::on_one_line(document.title), bold_wanted()) << '\n';
  for (const std::string& line : document.head)
    print_wrapped(out, models::on_one_line(line), 0, 2);
  for (const Grid& grid : document.grids)
    if (!grid.for_programs)
      print_text_grid(out, grid);
}

}  // namespace reports
