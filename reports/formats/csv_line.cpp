#include "reports/formats/csv_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace reports {
namespace {

std::string without_formula(const std::string& text) {
  const bool formula = !text.empty() && std::string("=+-@\t\r").find(text[0]) != std::string::npos;
  return formula ? "'" + text : text;
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",;\"\r\n") == std::string::npos)
    return text;
  std::string out = "\"";
  for (const char c : text)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string csv_field(const std::string& text) {
  return quoted(without_formula(text));
}

std::string csv_number(double value) {
  return std::isnan(value) ? "" : fmt::format("{:.6g}", value);
}

void CsvLine::text(const std::string& name, const std::string& value) {
  names_.push_back(name);
  cells_.emplace_back(value);
}

void CsvLine::number(const std::string& name, double value) {
  names_.push_back(name);
  cells_.push_back({csv_number(value), {value}, analysis::Unit::count});
}

void CsvLine::interval(const std::string& name, const analysis::Interval& value) {
  number(name, value.value);
  number(name + "_low", value.low);
  number(name + "_high", value.high);
}

void CsvLine::share(const std::string& name, const analysis::Proportion& value) {
  number(name, value.share);
  number(name + "_low", value.low);
  number(name + "_high", value.high);
}

std::string CsvLine::header() const {
  return fmt::format("{}\n", fmt::join(names_, ","));
}

std::string CsvLine::values() const {
  std::vector<std::string> fields;
  for (const Cell& cell : cells_)
    fields.push_back(cell.numbers.empty() ? csv_field(cell.text) : cell.text);
  return fmt::format("{}\n", fmt::join(fields, ","));
}

void print_csv_line(std::ostream& out, const CsvLine& line, bool& first) {
  if (first)
    out << line.header();
  first = false;
  out << line.values();
}

void print_csv_head(std::ostream& out, const std::vector<std::string>& head) {
  for (const std::string& text : head)
    out << "# " << text << '\n';
}

Grid grid_of(std::string name, const std::vector<CsvLine>& lines) {
  Grid out;
  out.name = std::move(name);
  out.for_programs = true;
  if (!lines.empty())
    out.headings = lines.front().names();
  for (const CsvLine& line : lines)
    out.rows.push_back(line.cells());
  return out;
}

}  // namespace reports
