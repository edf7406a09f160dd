#include "reports/documents/comparisons/break_even.hpp"

#include "reports/formats/cells.hpp"
#include "reports/formats/text_table.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/tornado_words.hpp"

namespace reports {

Grid break_even_grid(const std::vector<analysis::BreakEven>& packages, Language language) {
  constexpr std::size_t longest_name = 44;
  const Numbers numbers(language);
  Grid out;
  out.name = "break-even";
  out.title = tornado_word("even.title", language);
  out.headings = {tornado_word("even.package", language), tornado_word("even.years", language),
                  tornado_word("interval", language), tornado_word("even.share", language),
                  tornado_word("interval", language)};
  for (const analysis::BreakEven& one : packages)
    out.rows.push_back({shortened(one.package, longest_name),
                        number_cell(one.once_in_years.value, numbers),
                        ends_cell(one.once_in_years, numbers),
                        number_cell(one.share_of_effect.value, numbers, analysis::Unit::share),
                        ends_cell(one.share_of_effect, numbers, analysis::Unit::share)});
  out.notes = {tornado_word("even.note", language)};
  return out;
}

}  // namespace reports
