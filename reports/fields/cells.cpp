#include "reports/fields/cells.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/words/table_words.hpp"

namespace reports {

std::string Cells::word(std::string_view key) const {
  return table_word_at(key, language_);
}

std::string Cells::seconds(double value) const {
  return std::isinf(value) ? word("not_recovered") : numbers_.value(value, analysis::Unit::seconds);
}

std::string Cells::ends(const analysis::Interval& interval) const {
  return interval.exists() ? fmt::format("[{}, {}]", count(interval.low), count(interval.high))
                           : dash;
}

std::string Cells::percentile(const analysis::Interval& interval) const {
  return interval.exists() ? count(interval.value) : dash;
}

std::string Cells::time_percentile(const analysis::Interval& interval) const {
  return interval.exists() ? seconds(interval.value) : dash;
}

std::string Cells::share(const analysis::Proportion& p) const {
  return p.of == 0 ? dash
                   : fmt::format("{} [{},{}]", percent(p.share), percent(p.low), percent(p.high));
}

}  // namespace reports
