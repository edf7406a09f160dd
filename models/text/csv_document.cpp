#include "models/text/csv_document.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "models/text/yaml_text.hpp"

namespace models {
namespace {

/// Feeds the library one byte at a time, which is how we know where each cell begins.
class CsvReader {
public:
  CsvReader(const Mark& begin, char delimiter) : here_(begin), begin_(begin) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~CsvReader() { csv_free(&parser_); }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  bool read(std::string_view text) {
    for (const char c : text)
      if (!take(c))
        return false;
    return csv_fini(&parser_, end_of_cell, end_of_row, this) == 0;
  }
  const Mark& begin() const { return begin_; }
  std::vector<CellRow> rows;

private:
  static void end_of_cell(void* text, std::size_t length, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    reader.row_.push_back({std::string(static_cast<const char*>(text), length), reader.begin_});
    reader.cell_ended_ = true;
  }
  static void end_of_row(int, void* self) {
    auto& reader = *static_cast<CsvReader*>(self);
    if (std::ranges::all_of(reader.row_, [](const Cell& cell) { return cell.text.empty(); }))
      reader.row_.clear();  // a spreadsheet writes rows of nothing but commas
    else
      reader.rows.push_back(std::exchange(reader.row_, {}));
  }

  bool take(char c) {
    cell_ended_ = false;
    if (csv_parse(&parser_, &c, 1, end_of_cell, end_of_row, this) != 1)
      return false;
    if (c == '\n')
      here_ = {here_.file, here_.line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80)
      ++here_.column;
    const bool empty_line = (c == '\n' || c == '\r') && row_.empty() && !in_quotes_;
    if (c == '"')
      in_quotes_ = !in_quotes_;
    if (cell_ended_ || empty_line)
      begin_ = here_;
    return true;
  }

  csv_parser parser_{};
  Mark here_, begin_;
  CellRow row_;
  bool cell_ended_ = false, in_quotes_ = false;
};

/// What stands most often in the first line outside of quotes; of equals a comma.
char delimiter_of(std::string_view text) {
  constexpr std::string_view known = ",;\t";
  std::array<std::size_t, known.size()> seen{};
  bool quoted = false;
  for (const char c : text.substr(0, text.find('\n'))) {
    quoted = quoted != (c == '"');
    const std::size_t place = known.find(c);
    if (place != known.npos && !quoted)
      ++seen[place];
  }
  return known[static_cast<std::size_t>(std::ranges::max_element(seen) - seen.begin())];
}

/// The line "sep=;" that Excel writes and reads: its delimiter, and how long it is.
struct Announced {
  char delimiter = 0;  ///< 0: there is no such line
  std::size_t length = 0;
};
Announced announced(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t length = std::min(line.size() + 1, text.size());
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  if (line.starts_with('"') && line.ends_with('"') && line.size() > 1)
    line = line.substr(1, line.size() - 2);
  constexpr std::string_view word = "sep=";
  return line.starts_with(word) && line.size() == word.size() + 1 ? Announced{line.back(), length}
                                                                  : Announced{};
}

}  // namespace

std::optional<std::vector<CellRow>> parse_csv(const std::string& text, const std::string& file,
                                              Problems& problems) {
  if (!is_clean_text(text, file, problems, Indentation::any))
    return {};
  const std::string mark_of_order = "\xEF\xBB\xBF";
  std::string_view plain = text;
  if (plain.starts_with(mark_of_order))
    plain.remove_prefix(mark_of_order.size());
  const Announced first = announced(plain);
  plain.remove_prefix(first.length);
  CsvReader reader({file, first.delimiter == 0 ? 1 : 2, 1},
                   first.delimiter == 0 ? delimiter_of(plain) : first.delimiter);
  if (!reader.read(plain)) {
    problems.add(reader.begin(),
                 "a quote stands inside a cell or is not closed: a cell with "
                 "quotes is written \"like \"\"this\"\"\"");
    return {};
  }
  return std::move(reader.rows);
}

}  // namespace models
