#pragma once

#include <string>
#include <string_view>

#include "analysis/statistics/interval.hpp"
#include "reports/words/language.hpp"
#include "reports/words/numbers.hpp"

namespace reports {

/// Words and numbers in the cells of a grid, in one language.
class Cells {
public:
  explicit Cells(Language language) : language_(language), numbers_(language) {}

  /// Of the table words.
  std::string word(std::string_view key) const;
  std::string count(double value) const { return numbers_.value(value, analysis::Unit::count); }
  std::string percent(double share) const { return numbers_.plain(100 * share, 0); }
  std::string seconds(double value) const;

  /// "[12, 34]"; a dash when there is none.
  std::string ends(const analysis::Interval& interval) const;
  std::string percentile(const analysis::Interval& interval) const;
  std::string time_percentile(const analysis::Interval& interval) const;
  /// "12 [8, 17]" in per cent.
  std::string share(const analysis::Proportion& proportion) const;
  std::string rate(double value) const { return numbers_.rate(value); }
  std::string as_written(double value) const { return numbers_.as_written(value); }
  Language language() const { return language_; }

private:
  Language language_;
  Numbers numbers_;
};

}  // namespace reports
