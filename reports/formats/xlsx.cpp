#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>
#include <memory>
#include <new>
#include <set>
#include <utility>

#include "models/text/file_reader.hpp"
#include "models/text/utf8.hpp"
#include "reports/formats/both.hpp"
#include "reports/formats/columns.hpp"
#include "reports/formats/render.hpp"
#include "reports/formats/text_table.hpp"

namespace reports {
namespace {

using analysis::Unit;

constexpr std::time_t made_on = 315532800;  ///< 1 January 1980, as every file in the archive has
constexpr std::size_t longest_text = 32767, longest_name = 31;  ///< of the format
constexpr std::size_t narrowest = 8, widest = 60;               ///< characters of a column
constexpr Both about = {"About", "Toelichting"};

/// Of one part of a workbook, while the library works on it.
struct PartInMemory {
  std::string bytes;
  std::size_t at = 0;
};

ssize_t read_from_part(void* of, char* into, std::size_t most) {
  auto& part = *static_cast<PartInMemory*>(of);
  const std::size_t got = part.bytes.copy(into, most, std::min(part.at, part.bytes.size()));
  part.at += got;
  return static_cast<ssize_t>(got);
}

/// std::bad_alloc passes through the library, which would not look at an error.
ssize_t write_to_part(void* to, const char* from, std::size_t size) {
  auto& part = *static_cast<PartInMemory*>(to);
  part.bytes.resize(std::max(part.bytes.size(), part.at + size));
  part.bytes.replace(part.at, size, from, size);
  part.at += size;
  return static_cast<ssize_t>(size);
}

int go_to_in_part(void* of, off64_t* to, int from) {
  auto& part = *static_cast<PartInMemory*>(of);
  const std::size_t begin = from == SEEK_SET ? 0 : from == SEEK_CUR ? part.at : part.bytes.size();
  part.at = begin + static_cast<std::size_t>(*to);
  *to = static_cast<off64_t>(part.at);
  return 0;
}

int close_part_in_memory(void* part) {
  delete static_cast<PartInMemory*>(part);
  return 0;
}

/// A file in memory that has a name: libxlsxwriter writes to nothing else.
class MemoryFile {
public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0)
      models::system_refuses("workbook", "cannot be written", errno);
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  std::string bytes() const { return models::bytes_of(path()); }

private:
  int descriptor_;
};

/// How a spreadsheet shows a number of that size: few digits, as on the page.
const char* format_of(const Quantity& number) {
  const double size = std::abs(number.value);
  if (number.unit == Unit::share)
    return size >= 0.01 || size == 0 ? "0.0%" : "0.0000%";
  if (number.value == std::round(number.value) || size >= 100)
    return "#,##0";
  return size >= 1 ? "#,##0.0" : size >= 0.01 ? "0.00" : "0.0E+00";
}

std::string cell_text(const std::string& text) {
  return shortened(models::as_utf8(text), longest_text);
}

class Workbook {
public:
  explicit Workbook(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr)
      throw std::bad_alloc();
    lxw_doc_properties properties{};
    properties.created = made_on;
    workbook_set_properties(book_, &properties);
    bold_ = workbook_add_format(book_);
    format_set_bold(bold_);
  }
  ~Workbook() { lxw_workbook_free(book_); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  void head(const Document& document, Language language) {
    lxw_worksheet* const sheet = add_sheet(about.in(language));
    write(sheet, 0, 0, document.title, bold_);
    lxw_row_t row = 1;
    for (const std::string& line : document.head)
      write(sheet, row++, 0, line, nullptr);
  }

  void grid(const Grid& grid, Language language) {
    const Columns columns = columns_of(grid, language);
    lxw_worksheet* const sheet = add_sheet(grid.name);
    for (std::size_t at = 0; at < columns.headings.size(); ++at)
      write(sheet, 0, column(at), columns.headings[at], bold_);
    lxw_row_t row = 1;
    for (const std::vector<Value>& values : columns.rows)
      write_row(sheet, row++, values);
    if (!columns.rows.empty()) {
      worksheet_freeze_panes(sheet, 1, 0);
      worksheet_autofilter(sheet, 0, 0, row - 1, column(columns.headings.size() - 1));
    }
    set_widths(sheet, columns);
    for (const std::string& note : grid.notes)
      write(sheet, ++row, 0, note, nullptr);
  }

  void close() {
    lxw_workbook* const book = std::exchange(book_, nullptr);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
      throw models::SystemFault(std::string("workbook: cannot be written: ") + lxw_strerror(error));
  }

private:
  static lxw_col_t column(std::size_t at) { return static_cast<lxw_col_t>(at); }

  /// Of a name that a sheet may have and that no other has, large and small letters alike.
  lxw_worksheet* add_sheet(std::string name) {
    std::ranges::replace_if(
        name, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string::npos; },
        '-');
    const std::string stem = name.empty() ? "grid" : name;
    name = shortened(stem, longest_name);
    for (int n = 2; !names_.insert(lower_case(name)).second; ++n)
      name = shortened(stem, longest_name - 4) + " " + std::to_string(n);
    return workbook_add_worksheet(book_, name.c_str());
  }

  static void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const std::string& text,
                    lxw_format* format) {
    require_memory(worksheet_write_string(sheet, row, at, cell_text(text).c_str(), format));
  }

  void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<Value>& values) {
    for (std::size_t at = 0; at < values.size(); ++at)
      if (const auto* text = std::get_if<std::string>(&values[at]))
        write(sheet, row, column(at), *text, nullptr);
      else if (const auto* number = std::get_if<Quantity>(&values[at]);
               number != nullptr && std::isfinite(number->value))
        require_memory(worksheet_write_number(sheet, row, column(at), number->value,
                                              shown_as(format_of(*number))));
  }

  /// Of the cells that are ours none is refused for another reason.
  static void require_memory(lxw_error error) {
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
      throw std::bad_alloc();
  }

  lxw_format* shown_as(const char* digits) {
    lxw_format*& format = formats_[digits];
    if (format == nullptr) {
      format = workbook_add_format(book_);
      format_set_num_format(format, digits);
    }
    return format;
  }

  static void set_widths(lxw_worksheet* sheet, const Columns& columns) {
    for (std::size_t at = 0; at < columns.headings.size(); ++at) {
      std::size_t width = std::max(narrowest, width_of(columns.headings[at]) + 3);  // the filter
      for (const std::vector<Value>& row : columns.rows)
        if (const auto* text = std::get_if<std::string>(&row[at]))
          width = std::max(width, width_of(*text));
      worksheet_set_column(sheet, column(at), column(at),
                           static_cast<double>(std::min(width, widest)), nullptr);
    }
  }

  lxw_workbook* book_;
  lxw_format* bold_ = nullptr;
  std::map<std::string, lxw_format*> formats_;
  std::set<std::string> names_;
};

}  // namespace

/// Takes the place of the library's own (its utility.h), which would keep each part of a workbook
/// in the temporary folder until it is packed, and look at no error there: on a disk that was full
/// half a sheet came out, and was called a workbook.
extern "C" __attribute__((visibility("default"))) FILE* lxw_tmpfile(char* /*folder*/) {
  auto part = std::make_unique<PartInMemory>();
  const cookie_io_functions_t does = {read_from_part, write_to_part, go_to_in_part,
                                      close_part_in_memory};
  FILE* const file = fopencookie(part.get(), "w+", does);
  if (file != nullptr)
    part.release();
  return file;
}

std::string xlsx_bytes(const Document& document, Language language) {
  const MemoryFile file;
  Workbook book(file.path());
  book.head(document, language);
  for (const Grid& grid : document.grids)
    book.grid(grid, language);
  book.close();
  return file.bytes();
}

}  // namespace reports
