#pragma once

#include <string>

#include "analysis/statistics/interval.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/language.hpp"
#include "reports/words/numbers.hpp"

namespace reports {

/// Words and numbers in the cells of a grid, in one language. Cells of numbers hold them, too.
class Cells {
public:
  explicit Cells(Language language) : language_(language), numbers_(language) {}

  /// Of the table words.
  std::string word(std::string_view key) const;
  Cell count(double value) const { return number_cell(value, numbers_); }
  /// Without the sign.
  Cell percent(double share) const { return percent_cell(share, numbers_); }
  Cell seconds(double value) const;

  /// "[12, 34]"; a dash when there is none.
  Cell ends(const analysis::Interval& interval) const { return ends_cell(interval, numbers_); }
  Cell percentile(const analysis::Interval& interval) const;
  /// "12 [8,17]" in per cent.
  Cell share(const analysis::Proportion& proportion) const;
  std::string rate(double value) const { return numbers_.rate(value); }
  std::string as_written(double value) const { return numbers_.as_written(value); }
  Language language() const { return language_; }

private:
  Language language_;
  Numbers numbers_;
};

}  // namespace reports
