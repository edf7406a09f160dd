#include "reports/formats/cells.hpp"

namespace reports {

using analysis::Interval;
using analysis::Unit;

namespace {

std::string ends_text(const Interval& interval, const Numbers& numbers, Unit unit) {
  return numbers.ends(numbers.value(interval.low, unit), numbers.value(interval.high, unit));
}

}  // namespace

Cell number_cell(double value, const Numbers& numbers, Unit unit) {
  return {numbers.value(value, unit), {value}, unit};
}

Cell whole_cell(std::size_t count) {
  return {std::to_string(count), {static_cast<double>(count)}, Unit::count};
}

Cell percent_cell(double share, const Numbers& numbers) {
  return {numbers.plain(100 * share, 0), {share}, Unit::share};
}

Cell ends_cell(const Interval& interval, const Numbers& numbers, Unit unit) {
  if (!interval.exists())
    return {dash, {analysis::undefined, analysis::undefined}, unit};
  return {ends_text(interval, numbers, unit), {interval.low, interval.high}, unit};
}

Cell with_ends_cell(const Interval& interval, const Numbers& numbers, Unit unit) {
  std::string text = numbers.value(interval.value, unit);
  if (!interval.exists())
    return {text, {interval.value}, unit};
  text += " " + ends_text(interval, numbers, unit);
  return {text, {interval.value, interval.low, interval.high}, unit};
}

Cell estimate_cell(const analysis::Estimate& estimate, Unit unit, std::size_t replications,
                   const Numbers& numbers, bool with_sign) {
  std::string text = numbers.estimate(estimate, unit, replications, with_sign);
  if (estimate.n_defined == 0 || estimate.n_infinite > estimate.n_defined)
    return text;
  return {text, {estimate.mean, estimate.low, estimate.high}, unit};
}

Cell proportion_cell(const analysis::Proportion& proportion, const Numbers& numbers) {
  if (proportion.of == 0)
    return Cell(dash);
  return {numbers.proportion(proportion),
          {proportion.share, proportion.low, proportion.high},
          Unit::share};
}

}  // namespace reports
