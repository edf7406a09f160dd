#include "reports/documents/table_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "reports/documents/document_head.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::ImpactTable;
using analysis::TableRow;

/// What --grid calls those of the rows: "lost", "conditional lost".
std::vector<std::string> row_grid_names(bool annual) {
  if (annual)
    return {"lost",  "harm",  "classes",  "recovery", "takeovers",
            "years", "basis", "register", "sources"};
  return {"conditional lost",     "conditional harm",      "conditional classes",
          "conditional recovery", "conditional takeovers", "conditional basis",
          "conditional register", "conditional sources"};
}

void give_names(std::vector<Grid>& grids, bool annual) {
  const std::vector<std::string> names = row_grid_names(annual);
  for (std::size_t i = 0; i < grids.size(); ++i)
    grids[i].name = names.at(i);
}

void add_section(Document& out, std::vector<Grid> grids, bool annual, const std::string& title) {
  give_names(grids, annual);
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
  std::vector<std::string> out = row_grid_names(true);
  for (std::string& name : row_grid_names(false))
    out.push_back(std::move(name));
  out.push_back("totals " + package);
  return out;
}

}  // namespace reports
