#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "reports/formats/document.hpp"

namespace reports {

/// Names and values of one line of a CSV, in order. Numbers have a point and are nothing where
/// there is none. A text that a spreadsheet would take for a formula (it begins with = + - @, or a
/// tab) gets an apostrophe before it.
class CsvLine {
public:
  void text(const std::string& name, const std::string& value);
  void number(const std::string& name, double value);
  /// Three columns: the value, and the ends of its interval when there is one.
  void interval(const std::string& name, const analysis::Interval& value);
  void share(const std::string& name, const analysis::Proportion& value);

  std::string header() const;
  std::string values() const;
  const std::vector<std::string>& names() const { return names_; }
  const GridRow& cells() const { return cells_; }

private:
  std::vector<std::string> names_;
  GridRow cells_;
};

/// Prints the values; before the first line, which `first` says, the names too.
void print_csv_line(std::ostream& out, const CsvLine& line, bool& first);
/// What must stand before any number, as lines that begin with #.
void print_csv_head(std::ostream& out, const std::vector<std::string>& head);

/// The lines as a grid for programs.
Grid grid_of(std::string name, const std::vector<CsvLine>& lines);

/// A text as a field between commas or semicolons: quoted where it must be, and no formula.
std::string csv_field(const std::string& text);
/// In six digits, with a point; nothing when there is none.
std::string csv_number(double value);

}  // namespace reports
