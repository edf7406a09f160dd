#include "reports/documents/coverage_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reports/documents/document_head.hpp"
#include "reports/fields/coverage.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::Analysed;
using analysis::Coverage;
using analysis::CoverageCell;
using analysis::CoverageRow;
using nlohmann::ordered_json;

/// "simulated 3 of 5".
std::string text_of(const CoverageCell& cell, Language language) {
  const std::string word = table_word_at("coverage." + word_of(cell.how), language);
  if (cell.how == Analysed::no)
    return word;
  const std::size_t all = cell.simulated.size() + cell.recorded.size();
  return cell.how == Analysed::simulated ? fmt::format("{} {}/{}", word, cell.simulated.size(), all)
                                         : fmt::format("{} {}", word, all);
}

/// One line a voorziening, for programs.
Grid coverage_lines(const Coverage& coverage) {
  std::vector<CsvLine> lines;
  for (const CoverageRow& row : coverage.rows) {
    CsvLine& line = lines.emplace_back();
    line.text("voorziening", row.id);
    line.text("bbn", row.bbn);
    for (std::size_t i = 0; i < analysis::aspects.size(); ++i) {
      const CoverageCell& cell = row.cells.at(i);
      const std::string aspect = analysis::aspects.at(i);
      line.text(aspect, word_of(cell.how));
      line.text(aspect + "_simulated", fmt::format("{}", fmt::join(cell.simulated, " ")));
      line.text(aspect + "_recorded", fmt::format("{}", fmt::join(cell.recorded, " ")));
    }
  }
  return grid_of("all", lines);
}

}  // namespace

Document coverage_document(const Coverage& coverage, Language language) {
  const auto word = [&](TableKey key) { return table_word(key, language); };
  Document out;
  out.title = word("coverage.title");
  out.head = {marking_line(coverage.rubricering, language),
              table_text("coverage.catalogue", language, coverage.catalogue_version,
                         coverage.catalogue_status, coverage.catalogue_sha256),
              table_text("coverage.counts", language, coverage.simulated, Count(coverage.threats),
                         fmt::join(coverage.programs, "; "))};
  for (const analysis::CoverageWorld& world : coverage.worlds)
    out.head.push_back(dated_world(world.name, world.as_of, language));
  Grid grid;
  grid.name = "coverage";
  grid.headings = {word("coverage.voorziening"), word("coverage.A"), word("coverage.I"),
                   word("coverage.C")};
  for (const CoverageRow& row : coverage.rows)
    grid.rows.push_back({table_word_at("voorziening." + row.id, language),
                         text_of(row.cells[0], language), text_of(row.cells[1], language),
                         text_of(row.cells[2], language)});
  grid.notes = {word("coverage.note"), word("coverage.bbn")};
  for (const CoverageRow& row : coverage.rows)
    if (!row.bbn.empty())
      grid.notes.push_back(table_word_at("voorziening." + row.id, language) + ": " + row.bbn);
  out.grids.push_back(std::move(grid));
  out.grids.push_back(coverage_lines(coverage));
  return out;
}

ordered_json coverage_json(const Coverage& coverage) {
  return json_of(coverage, any_language);
}

}  // namespace reports
