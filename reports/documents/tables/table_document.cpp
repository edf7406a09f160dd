#include "reports/documents/tables/table_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "reports/documents/document_head.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::ImpactTable;
using analysis::TableRow;

constexpr std::array row_grid_names = {"lost",  "harm",  "classes",  "recovery", "takeovers",
                                       "years", "basis", "register", "sources"};

/// Grids of rows without an annual figure are called "conditional lost" and so on.
std::string conditional(const std::string& name) {
  return "conditional " + name;
}

void add_section(Document& out, std::vector<Grid> grids, bool annual, const std::string& title) {
  for (Grid& grid : grids)
    grid.name = annual ? grid.name : conditional(grid.name);
  if (!grids.empty())
    grids.front().title = title + "\n" + grids.front().title;
  std::move(grids.begin(), grids.end(), std::back_inserter(out.grids));
}

}  // namespace

std::string minutes_text(double seconds) {
  return fmt::format("{:g} min", seconds / 60);
}

Document table_document(const ImpactTable& table, Names names, Language language) {
  Document out;
  out.title = table_word("title", language);
  out.head = document_head(head_facts(table), language);
  if (!table.annual.empty())
    add_section(out, row_grids(table.annual, true, table, names, language), true,
                table_word("annual", language));
  if (!table.conditional.empty())
    add_section(out, row_grids(table.conditional, false, table, names, language), false,
                table_word("conditional", language));
  for (Grid& grid : total_grids(table, language))
    out.grids.push_back(std::move(grid));
  return out;
}

std::vector<std::string> table_grids(const std::string& package) {
  std::vector<std::string> out(row_grid_names.begin(), row_grid_names.end());
  for (const std::string name : row_grid_names)
    if (name != "years")
      out.push_back(conditional(name));
  out.push_back("totals " + package);
  return out;
}

}  // namespace reports
