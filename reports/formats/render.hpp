#pragma once

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// Columns at most as wide as their cells; bold titles when standard output shows them.
void print_text(std::ostream& out, const Document& document);
/// The rows of a grid alone, the first column at least `first_width` wide.
void print_rows(std::ostream& out, const Grid& grid, std::size_t first_width = 0);
void print_markdown(std::ostream& out, const Document& document);

/// Schema uitwijk/document/1, of what has no JSON of its own: the grids as they are.
nlohmann::ordered_json document_json(const Document& document);

/// Whom a CSV is for.
enum class CsvFor {
  programs,          ///< commas and points, the head as lines that begin with #
  dutch_spreadsheet  ///< a byte order mark, semicolons and decimal commas, the head in column one
};
/// The head, then one grid.
std::string csv_text(const std::vector<std::string>& head, const Grid& grid, CsvFor reader,
                     Language language);

/// The bytes of an Office Open XML workbook, the same each time: the head on the first sheet, then
/// a sheet for each grid. Numbers are numbers, and every text is a text, also what looks like a
/// formula. Throws std::runtime_error when no temporary file can be written.
std::string xlsx_bytes(const Document& document, Language language);

}  // namespace reports
