#include "reports/formats/text_table.hpp"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace reports {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::string padding(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ');
}

std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
  std::string out = cells[0] + padding(cells[0], widths[0]);
  for (std::size_t i = 1; i < cells.size(); ++i)
    out += "  " + padding(cells[i], widths[i]) + cells[i];
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

}  // namespace

TextTable::TextTable(std::vector<std::string> headings, std::size_t first_width)
    : headings_(std::move(headings)), first_width_(first_width) {}

void TextTable::row(std::vector<std::string> cells) {
  cells.resize(headings_.size());
  rows_.push_back({std::move(cells)});
}

void TextTable::heading(std::string text) {
  rows_.push_back({{std::move(text)}});
}

std::vector<std::size_t> TextTable::widths() const {
  std::vector<std::size_t> out(headings_.size(), 0);
  out[0] = first_width_;
  const auto widen = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      out[i] = std::max(out[i], width_of(cells[i]));
  };
  widen(headings_);
  for (const Row& row : rows_)
    if (row.cells.size() > 1)
      widen(row.cells);
  return out;
}

void TextTable::print(std::ostream& out, bool bold) const {
  const std::vector<std::size_t> columns = widths();
  out << emphasised(line(headings_, columns), bold) << '\n';
  for (const Row& row : rows_)
    out << (row.cells.size() == 1 ? row.cells[0] : line(row.cells, columns)) << '\n';
}

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shortened(const std::string& text, std::size_t most) {
  if (width_of(text) <= most)
    return text;
  std::string out;
  std::size_t characters = 0;
  for (const char c : text) {
    if (begins_character(c) && ++characters == most)
      break;
    out += c;
  }
  return out + ".";
}

std::string emphasised(const std::string& text, bool bold) {
  return bold ? "\033[1m" + text + "\033[0m" : text;
}

bool bold_wanted() {
  const char* const no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace reports
