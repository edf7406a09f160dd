#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"

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

private:
  std::vector<std::string> names_, values_;
};

/// The line, below its names when it is the `first`, which it then no longer is.
void print_csv_line(std::ostream& out, const CsvLine& line, bool& first);
/// What must stand before any number, as lines that begin with #.
void print_csv_head(std::ostream& out, const std::vector<std::string>& head);

}  // namespace reports
