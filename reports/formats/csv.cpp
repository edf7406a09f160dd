#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "models/text/shown.hpp"
#include "reports/formats/columns.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/render.hpp"

namespace reports {
namespace {

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";
constexpr double exactly_whole = 1e15;  ///< below it a double has every whole number

/// Whole numbers in full, others in six digits, with a decimal comma.
std::string dutch_number(double value) {
  if (!std::isfinite(value))
    return "";
  const bool whole = value == std::round(value) && std::abs(value) < exactly_whole;
  std::string out = whole ? fmt::format("{:.0f}", value) : fmt::format("{:.6g}", value);
  std::ranges::replace(out, '.', ',');
  return out;
}

std::string field(const Value& value, CsvFor reader) {
  if (const auto* text = std::get_if<std::string>(&value))
    return csv_field(*text);
  if (const auto* number = std::get_if<Quantity>(&value))
    return reader == CsvFor::programs ? csv_number(number->value) : dutch_number(number->value);
  return "";
}

std::string line_of(const std::vector<Value>& values, CsvFor reader) {
  std::vector<std::string> fields;
  for (const Value& value : values)
    fields.push_back(field(value, reader));
  return fmt::format("{}\n", fmt::join(fields, reader == CsvFor::programs ? "," : ";"));
}

std::string head_text(const std::vector<std::string>& head, CsvFor reader) {
  std::string out = reader == CsvFor::programs ? "" : byte_order_mark;
  for (const std::string& line : head)
    out += reader == CsvFor::programs ? "# " + models::on_one_line(line) + "\n"
                                      : csv_field(line) + "\n";
  return out + (reader == CsvFor::programs || head.empty() ? "" : "\n");
}

}  // namespace

std::string csv_text(const std::vector<std::string>& head, const Grid& grid, CsvFor reader,
                     Language language) {
  const Columns columns = columns_of(grid, language);
  std::string out = head_text(head, reader);
  if (!columns.headings.empty())
    out += line_of({columns.headings.begin(), columns.headings.end()}, reader);
  for (const std::vector<Value>& row : columns.rows)
    out += line_of(row, reader);
  return out;
}

}  // namespace reports
