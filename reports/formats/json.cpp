#include "reports/formats/json_shapes.hpp"
#include "reports/formats/render.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

/// The number of a cell, its numbers when they are several, else its text.
ordered_json cell_json(const Cell& cell) {
  if (cell.numbers.empty())
    return cell.text;
  if (cell.numbers.size() == 1)
    return number_or_null(cell.numbers.front());
  ordered_json out = ordered_json::array();
  for (const double number : cell.numbers)
    out.push_back(number_or_null(number));
  return out;
}

ordered_json grid_json(const Grid& grid) {
  ordered_json rows = ordered_json::array();
  for (const GridRow& row : grid.rows) {
    ordered_json cells = ordered_json::array();
    for (const Cell& cell : row)
      cells.push_back(cell_json(cell));
    rows.push_back(std::move(cells));
  }
  return {{"name", grid.name},
          {"title", grid.title},
          {"headings", grid.headings},
          {"rows", rows},
          {"notes", grid.notes}};
}

}  // namespace

ordered_json document_json(const Document& document) {
  ordered_json grids = ordered_json::array();
  for (const Grid& grid : document.grids)
    grids.push_back(grid_json(grid));
  return {{"schema", name_of(results::Schema::document)},
          {"title", document.title},
          {"head", document.head},
          {"grids", grids}};
}

}  // namespace reports
