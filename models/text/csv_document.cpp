#include "models/text/csv_document.hpp"

#include <csv.h>
#include <utility>

#include <fmt/format.h>

#include "models/text/yaml_text.hpp"

namespace models {
namespace {

/// Feeds the library one byte at a time, which is how we know where each cell begins.
class CsvReader {
public:
  CsvReader(const std::string& file, char delimiter) : here_{file, 1, 1}, begin_(here_) {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~CsvReader() { csv_free(&parser_); }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  bool read(const std::string& text) {
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

char delimiter_of(const std::string& text) {
  const std::string first = text.substr(0, text.find('\n'));
  const bool semicolons =
      first.find(';') != std::string::npos && first.find(',') == std::string::npos;
  return semicolons ? ';' : ',';
}

}  // namespace

std::optional<std::vector<CellRow>> parse_csv(const std::string& text, const std::string& file,
                                              Problems& problems) {
  if (!is_clean_text(text, file, problems))
    return {};
  const std::string mark_of_order = "\xEF\xBB\xBF";
  const std::string plain =
      text.starts_with(mark_of_order) ? text.substr(mark_of_order.size()) : text;
  CsvReader reader(file, delimiter_of(plain));
  if (!reader.read(plain)) {
    problems.add(reader.begin(),
                 "a quote stands inside a cell or is not closed: a cell with "
                 "quotes is written \"like \"\"this\"\"\"");
    return {};
  }
  return std::move(reader.rows);
}

}  // namespace models
