#include "reports/formats/document.hpp"

namespace reports {
namespace {

void add(Grid& grid, std::string text, GridRow::Is kind) {
  GridRow row = {Cell(std::move(text))};
  row.is = kind;
  grid.rows.push_back(std::move(row));
}

}  // namespace

std::string on_one_line(std::string text) {
  const auto is_c1 = [&](std::size_t i) {
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    return text[i] == '\xC2' && next >= 0x80 && next < 0xA0;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool c1 = is_c1(i), c0 = static_cast<unsigned char>(text[i]) < ' ' || text[i] == '\x7F';
    out += c0 || c1 ? ' ' : text[i];
    i += c1 ? 1 : 0;
  }
  return out;
}

void Grid::group(std::string text) {
  add(*this, std::move(text), GridRow::Is::group);
}

void Grid::remark(std::string text) {
  add(*this, std::move(text), GridRow::Is::remark);
}

}  // namespace reports
