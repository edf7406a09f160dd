#include <algorithm>

#include "models/text/shown.hpp"
#include "reports/formats/render.hpp"

namespace reports {
namespace {

/// A bar in a cell would end it.
std::string in_a_cell(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells)
    out += " " + in_a_cell(models::on_one_line(cell)) + " |";
  return out + "\n";
}

std::string without_indent(const std::string& text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

std::vector<std::string> texts_of(const GridRow& row, std::size_t columns) {
  std::vector<std::string> out;
  for (const Cell& cell : row)
    out.push_back(without_indent(cell.text));
  out.resize(columns);
  if (row.is == GridRow::Is::group)
    out.front() = "**" + out.front() + "**";
  return out;
}

/// A table's own title below that of the section that it opens.
std::string headings(const std::string& title) {
  if (title.empty())
    return "";
  const auto end = title.find('\n');
  return end == std::string::npos
             ? "## " + title + "\n\n"
             : "## " + title.substr(0, end) + "\n\n### " + title.substr(end + 1) + "\n\n";
}

void print_markdown_grid(std::ostream& out, const Grid& grid) {
  out << '\n' << headings(grid.title);
  if (!grid.rows.empty())
    out << joined(grid.headings) << joined(std::vector<std::string>(grid.headings.size(), "---"));
  for (const GridRow& row : grid.rows)
    out << joined(texts_of(row, grid.headings.size()));
  for (const std::string& note : grid.notes)
    out << "\n" << models::on_one_line(note) << "\n";
}

}  // namespace

void print_markdown(std::ostream& out, const Document& document) {
  out << "# " << models::on_one_line(document.title) << "\n\n";
  for (const std::string& line : document.head)
    out << "> " << models::on_one_line(line) << "  \n";
  for (const Grid& grid : document.grids)
    if (!grid.for_programs)
      print_markdown_grid(out, grid);
}

}  // namespace reports
