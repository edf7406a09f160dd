#include "reports/formats/wrapped.hpp"

#include <algorithm>
#include <sstream>

#include "reports/formats/text_table.hpp"

namespace reports {

std::string listed(const std::vector<std::string>& items, std::size_t width) {
  std::string out;
  for (std::string item : items) {
    if (width_of(item) < width)
      std::ranges::replace(item, ' ', unbroken);
    out += (out.empty() ? "" : ", ") + item;
  }
  return out;
}

std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t indent) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (lines.empty())
      lines.push_back(word);
    else if (width_of(lines.back()) + 1 + width_of(word) <= width)
      lines.back() += " " + word;
    else
      lines.push_back(std::string(indent, ' ') + word);
  }
  for (std::string& line : lines)
    std::ranges::replace(line, unbroken, ' ');
  return lines;
}

std::vector<std::string> page_lines(const std::string& text, std::size_t indent, std::size_t hang) {
  std::vector<std::string> out = wrapped(text, page_width - indent, hang);
  for (std::string& line : out)
    line.insert(0, indent, ' ');
  return out;
}

void print_wrapped(std::ostream& out, const std::string& text, std::size_t indent,
                   std::size_t hang) {
  for (const std::string& line : page_lines(text, indent, hang))
    out << line << '\n';
}

void print_beside(std::ostream& out, const std::string& label, const std::string& text,
                  std::size_t width) {
  const std::string below(width_of(label), ' ');
  bool first = true;
  for (const std::string& line : wrapped(text, width, 0)) {
    out << (first ? label : below) << line << '\n';
    first = false;
  }
}

}  // namespace reports
