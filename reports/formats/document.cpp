#include "reports/formats/document.hpp"

namespace reports {
namespace {

void add(Grid& grid, std::string text, GridRow::Is kind) {
  GridRow row = {Cell(std::move(text))};
  row.is = kind;
  grid.rows.push_back(std::move(row));
}

}  // namespace

void Grid::group(std::string text) {
  add(*this, std::move(text), GridRow::Is::group);
}

void Grid::remark(std::string text) {
  add(*this, std::move(text), GridRow::Is::remark);
}

}  // namespace reports
