#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "analysis/measures/measure.hpp"

namespace reports {

/// One place of a grid: the text that people read and, when that text says numbers, those numbers,
/// so that a spreadsheet can reckon with them.
struct Cell {
  Cell() = default;
  Cell(std::string said) : text(std::move(said)) {}
  Cell(const char* said) : text(said) {}
  Cell(std::string said, std::vector<double> all, analysis::Unit of)
      : text(std::move(said)), numbers(std::move(all)), unit(of) {}

  std::string text;
  /// None: the cell is a text. One: a number. Two: the ends of an interval. Three: a number and its
  /// ends. NaN: there is none.
  std::vector<double> numbers;
  analysis::Unit unit = analysis::Unit::count;  ///< of the numbers, times in seconds or minutes
};

/// As many cells as the grid has headings, or one text that stands between the rows.
struct GridRow : std::vector<Cell> {
  enum class Is {
    cells,
    group,  ///< one text above the rows that belong to it
    remark  ///< one text below the row that it is about
  };

  GridRow() = default;
  GridRow(std::initializer_list<Cell> cells) : std::vector<Cell>(cells) {}
  GridRow(std::vector<Cell> cells) : std::vector<Cell>(std::move(cells)) {}
  GridRow(const std::vector<std::string>& texts) : std::vector<Cell>(texts.begin(), texts.end()) {}

  Is is = Is::cells;
};

/// One table of a document, with notes below.
struct Grid {
  std::string name;  ///< what --grid calls it
  std::string title;
  std::vector<std::string> headings;
  std::vector<GridRow> rows;
  std::vector<std::string> notes;
  /// Every number in a column of its own, whose heading is a name that never changes: for programs,
  /// not for pages.
  bool for_programs = false;

  void group(std::string text);
  void remark(std::string text);
};

/// What a command tells. Each format has one renderer that makes it of this value.
struct Document {
  std::string title;
  std::vector<std::string> head;  ///< must stand before any number
  std::vector<Grid> grids;
};
}  // namespace reports
