#include "reports/fields/cells.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/words/table_words.hpp"

namespace reports {

using analysis::Unit;

std::string Cells::word(std::string_view key) const {
  return table_word_at(key, language_);
}

Cell Cells::seconds(double value) const {
  return std::isinf(value) ? Cell(word("not_recovered"))
                           : number_cell(value, numbers_, Unit::seconds);
}

Cell Cells::percentile(const analysis::Interval& interval) const {
  return count(interval.exists() ? interval.value : analysis::undefined);
}

Cell Cells::share(const analysis::Proportion& p) const {
  if (p.of == 0)
    return {dash, {analysis::undefined, analysis::undefined, analysis::undefined}, Unit::share};
  return {fmt::format("{} [{}{}{}]", percent(p.share).text, percent(p.low).text,
                      numbers_.separator(), percent(p.high).text),
          {p.share, p.low, p.high},
          Unit::share};
}

}  // namespace reports
