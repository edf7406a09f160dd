#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace reports {

/// ASCII letters in lower case.
std::string lower_case(std::string text);

/// Rows of text in columns: the first flush left, the others flush right. Widths count characters
/// of UTF-8, not bytes.
class TextTable {
public:
  /// `headings` has one text per column; the first column is at least `first_width` wide.
  TextTable(std::vector<std::string> headings, std::size_t first_width);

  void row(std::vector<std::string> cells);
  /// A line of its own between the rows.
  void heading(std::string text);
  /// `bold` for a terminal that shows it.
  void print(std::ostream& out, bool bold) const;

private:
  struct Row {
    std::vector<std::string> cells;  ///< one: a heading
  };
  std::vector<std::size_t> widths() const;

  std::vector<std::string> headings_;
  std::vector<Row> rows_;
  std::size_t first_width_;
};

/// Characters of a UTF-8 text.
std::size_t width_of(const std::string& text);
/// Cut to `most` characters, the last one a dot then.
std::string shortened(const std::string& text, std::size_t most);
/// Written between the codes for bold, or as it is.
std::string emphasised(const std::string& text, bool bold);
/// Standard output is a terminal and NO_COLOR is not set.
bool bold_wanted();

}  // namespace reports
