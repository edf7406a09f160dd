#include "reports/documents/table_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "analysis/impact/year_mode.hpp"
#include "reports/documents/graph_text.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::ImpactTable;
using analysis::TableRow;

std::vector<const TableRow*> all_rows(const ImpactTable& table) {
  std::vector<const TableRow*> out;
  for (const auto* rows : {&table.annual, &table.conditional})
    for (const TableRow& row : *rows)
      out.push_back(&row);
  return out;
}

std::string onset_text(const TableRow& row, Language language) {
  const std::string& rule = row.row.labels.onset_rule;
  if (rule.empty())
    return table_word("onset.scenario", language);
  if (rule == analysis::year_rule)
    return table_word("onset.year", language);
  if (rule == "any_hour")
    return table_word("onset.any_hour", language);
  return fmt::format(fmt::runtime(table_word("onset.fixed", language)), rule);
}

/// What any row says, each text once, in order.
template <class Text>
void add_each(std::vector<std::string>& out, const std::vector<const TableRow*>& rows, Text text) {
  std::set<std::string> said;
  for (const TableRow* row : rows)
    if (std::string line = text(*row); !line.empty() && said.insert(line).second)
      out.push_back(std::move(line));
}

void add_inputs(std::vector<std::string>& out, const std::vector<const TableRow*>& rows,
                Language language) {
  add_each(out, rows, [&](const TableRow& row) {
    return fmt::format(fmt::runtime(table_word("assumed_inputs", language)),
                       Count(row.row.parameters), row.row.parameters_assumed);
  });
  out.push_back(table_word("assumptions", language));
  add_each(out, rows, [&](const TableRow& row) {
    return row.row.labels.package == "inherent" ? table_word("inherent", language) : "";
  });
  add_each(out, rows, [&](const TableRow& row) {
    return row.row.meldkamer.empty()
               ? ""
               : fmt::format(
                     fmt::runtime(table_word("local", language)), row.row.meldkamer,
                     Numbers(language).value(row.row.share_of_callers, analysis::Unit::share));
  });
  add_each(out, rows, [&](const TableRow& row) {
    return row.row.failed == 0 ? ""
                               : fmt::format(fmt::runtime(table_word("failed", language)),
                                             row.row.id(), row.row.failed, Count(row.row.asked));
  });
}

/// The world, and how old the state of affairs is that it describes.
std::string world_text(const ImpactTable& table, const TableRow& row, Language language) {
  std::string out = dated_world(row.row.world_name, row.row.world_as_of, language);
  if (row.model_age_days)
    out += fmt::format(
        fmt::runtime(table_word(*row.model_age_days < 0 ? "world.future" : "world.age", language)),
        Count(std::abs(*row.model_age_days)), models::written(*table.today));
  return out;
}

void add_section(TableDocument& out, std::vector<Grid> grids, const std::string& title) {
  if (!grids.empty())
    grids.front().title = title + "\n" + grids.front().title;
  std::move(grids.begin(), grids.end(), std::back_inserter(out.grids));
}

void print_grid(std::ostream& out, const Grid& grid) {
  out << '\n';
  if (!grid.title.empty())
    out << emphasised(grid.title, bold_wanted()) << '\n';
  TextTable table(grid.headings, 0);
  for (const auto& row : grid.rows)
    table.row(row);
  if (!grid.rows.empty())
    table.print(out, bold_wanted());
  for (const std::string& note : grid.notes)
    print_wrapped(out, note, 0, 2);
}

/// A bar in a cell would end it.
std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '|' ? std::string("\\|") : std::string(1, c == '\n' ? ' ' : c);
  return out;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells)
    out += " " + markdown_cell(cell) + " |";
  return out + "\n";
}

/// A table's own title below that of the section that it opens.
std::string markdown_headings(const std::string& title) {
  if (title.empty())
    return "";
  const auto end = title.find('\n');
  return end == std::string::npos
             ? "## " + title + "\n\n"
             : "## " + title.substr(0, end) + "\n\n### " + title.substr(end + 1) + "\n\n";
}

}  // namespace

std::string minutes_text(double seconds) {
  return fmt::format("{:g} min", seconds / 60);
}

std::string dated_world(const std::string& name, const std::string& as_of, Language language) {
  const std::string out = table_word("world", language) + ": " + name + ", ";
  return out + (as_of.empty()
                    ? table_word("world.undated", language)
                    : fmt::format(fmt::runtime(table_word("world.as_of", language)), as_of));
}

std::string marking_line(const std::string& rubricering, Language language) {
  const std::string word = table_word("rubricering", language);
  return rubricering.starts_with(word) ? rubricering : word + ": " + rubricering;
}

nlohmann::ordered_json marked(nlohmann::ordered_json document, Language language) {
  document["head"] =
      nlohmann::ordered_json::array({marking_line(document.at("rubricering"), language)});
  return document;
}

std::vector<std::string> partial_head(const analysis::Extent& extent, Language language) {
  if (!extent.partial())
    return {};
  return {fmt::format(fmt::runtime(table_word("partial", language)), Count(extent.finished),
                      Count(extent.asked), Count(extent.empty_rows), Count(extent.rows))};
}

std::vector<std::string> criteria_head(const analysis::Criteria& criteria, Language language) {
  std::vector<std::string> out;
  out.push_back(fmt::format("{}: {} {}, {} (sha256 {})", table_word("criteria", language),
                            criteria.name, criteria.version,
                            criteria.adopted ? "vastgesteld" : "concept", criteria.input.sha256));
  if (criteria.adopted)
    out.push_back(fmt::format(fmt::runtime(table_word("adopted", language)), criteria.adopted_by,
                              criteria.date, criteria.decision));
  else
    out.emplace_back(analysis::concept_sentence);
  if (!criteria.adopted && language == Language::english)
    out.push_back(table_word("concept", language));
  out.push_back(table_word("not_comparable", language));
  return out;
}

std::vector<std::string> table_head(const ImpactTable& table, Language language) {
  const auto rows = all_rows(table);
  std::vector<std::string> out = partial_head(table.extent, language);
  for (std::string& line : criteria_head(table.criteria, language))
    out.push_back(std::move(line));
  out.push_back(marking_line(table.rubricering, language));
  add_each(out, rows, [&](const TableRow& row) { return world_text(table, row, language); });
  add_each(out, rows, [&](const TableRow& row) {
    return fmt::format(fmt::runtime(table_word("program", language)), row.row.version,
                       row.row.commit);
  });
  add_each(out, rows, [&](const TableRow& row) { return onset_text(row, language); });
  out.push_back(fmt::format(fmt::runtime(table_word("differences", language)),
                            minutes_text(table.criteria.lost_after_s)));
  const bool drawn = std::any_of(rows.begin(), rows.end(),
                                 [](const TableRow* row) { return row->uncertainty.draws > 0; });
  out.push_back(table_word(drawn ? "both_sources" : "chance_only", language));
  add_inputs(out, rows, language);
  return out;
}

TableDocument table_document(const ImpactTable& table, Names names, Language language) {
  TableDocument out;
  out.title = table_word("title", language);
  out.head = table_head(table, language);
  if (!table.annual.empty())
    add_section(out, row_grids(table.annual, true, table, names, language),
                table_word("annual", language));
  if (!table.conditional.empty())
    add_section(out, row_grids(table.conditional, false, table, names, language),
                table_word("conditional", language));
  for (Grid& grid : total_grids(table, language))
    out.grids.push_back(std::move(grid));
  return out;
}

void print_text(std::ostream& out, const TableDocument& document) {
  out << emphasised(document.title, bold_wanted()) << '\n';
  for (const std::string& line : document.head)
    print_wrapped(out, line, 0, 2);
  for (const Grid& grid : document.grids)
    print_grid(out, grid);
}

void print_markdown(std::ostream& out, const TableDocument& document) {
  out << "# " << document.title << "\n\n";
  for (const std::string& line : document.head)
    out << "> " << line << "  \n";
  for (const Grid& grid : document.grids) {
    out << '\n' << markdown_headings(grid.title);
    if (!grid.rows.empty())
      out << joined(grid.headings) << joined(std::vector<std::string>(grid.headings.size(), "---"));
    for (const auto& row : grid.rows)
      out << joined(row);
    for (const std::string& note : grid.notes)
      out << "\n" << note << "\n";
  }
}

}  // namespace reports
