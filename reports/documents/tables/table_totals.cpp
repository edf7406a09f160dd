#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "reports/documents/tables/table_document.hpp"
#include "reports/formats/cells.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::Interval;
using analysis::PackageTotal;
using analysis::Unit;

/// "12.3 [4.5, 67]".
std::string with_ends(const Interval& interval, Unit unit, const Numbers& numbers) {
  return numbers.value(interval.value, unit) + " " +
         numbers.ends(numbers.value(interval.low, unit), numbers.value(interval.high, unit));
}

/// Of a share, also when its ends do not exist.
Cell all_ends_cell(const Interval& share, const Numbers& numbers) {
  return {
      with_ends(share, Unit::share, numbers), {share.value, share.low, share.high}, Unit::share};
}

std::string tail_text(const analysis::TailRisk& tail, const Numbers& numbers, Language language) {
  const std::string share = numbers.value(1 - tail.level, Unit::share);
  if (std::isnan(tail.var))
    return table_text("tail_refused", language, share, Count(tail.points));
  return table_text("tail", language, share, numbers.value(tail.var, Unit::count),
                    numbers.value(tail.cvar, Unit::count), Count(tail.points));
}

/// "0.0042 [0, 0.011]", events a year.
std::string rate_text(const Interval& rate, const Numbers& numbers) {
  return numbers.rate(rate.value) + " " +
         numbers.ends(numbers.rate(rate.low), numbers.rate(rate.high));
}

/// There is no sum over these three.
Grid titled(const PackageTotal& total, Language language) {
  using analysis::YearLine;
  Grid out;
  const auto called = [&](const char* name, TableKey title) {
    out.name = name + total.package;
    out.title = table_word(title, language) + ": " + total.package;
  };
  switch (total.line) {
    case YearLine::unintentional:
      called("totals ", "totals");
      break;
    case YearLine::deliberate:
      called("deliberate ", "totals.deliberate");
      break;
    case YearLine::estimates:
      called("estimates ", "totals.estimates");
      break;
  }
  return out;
}

std::string left_out(const PackageTotal& total, Language language) {
  return table_text("left_out", language, fmt::join(total.left_out, ", "));
}

/// Both probabilities at each point of the curve, to the first that hardly any year reaches.
Grid curve_grid(const PackageTotal& total, Language language) {
  const Numbers numbers(language);
  Grid out = titled(total, language);
  out.title += ", " + table_text("threats", language, Count(total.threats));
  out.headings = {">=", "AEP", "OEP"};
  for (const analysis::ExceedanceRow& row : total.loss.curve) {
    out.rows.push_back({number_cell(row.callers, numbers), all_ends_cell(row.aep, numbers),
                        all_ends_cell(row.oep, numbers)});
    if (row.aep.value < 1e-4)
      break;
  }
  out.notes = {table_word("curve", language), table_word("curve_band", language)};
  return out;
}

void add_notes(Grid& out, const PackageTotal& total, const analysis::Criteria& criteria,
               Language language) {
  const Numbers numbers(language);
  const auto note = [&](TableKey key, const std::string& text) {
    out.notes.push_back(table_word(key, language) + ": " + text);
  };
  note("expected", with_ends(total.loss.expected, Unit::count, numbers));
  note("expected_chance", with_ends(total.loss.by_chance, Unit::count, numbers));
  note("no_loss", numbers.value(total.loss.no_loss, Unit::share));
  for (const analysis::TailRisk& tail : total.loss.tails)
    out.notes.push_back(tail_text(tail, numbers, language));
  for (std::size_t i = 0; i < criteria.line.size(); ++i) {
    const bool above = total.exceedance[i].value > criteria.line[i].per_year;
    out.notes.push_back(fmt::format(
        "F(>= {}): {} ({}: {})", numbers.value(criteria.line[i].callers, Unit::count),
        rate_text(total.exceedance[i], numbers), numbers.as_written(criteria.line[i].per_year),
        above ? table_word("above", language) : table_word("below", language)));
  }
  if (!total.either.empty())
    out.notes.push_back(table_text("can_be_deliberate", language,
                                   fmt::format("{}", fmt::join(total.either, ", "))));
  if (!total.left_out.empty())
    out.notes.push_back(left_out(total, language));
}

}  // namespace

std::string level_text(const std::optional<analysis::Level>& level, Language language) {
  if (!level)
    return dash;
  const auto at = static_cast<std::size_t>(*level);
  return table_word_at("level." + std::string(analysis::level_words.at(at)), language);
}

std::vector<Grid> total_grids(const analysis::ImpactTable& table, Language language) {
  std::vector<Grid> out;
  for (const auto* totals : {&table.totals, &table.deliberate, &table.estimates})
    for (const PackageTotal& total : *totals) {
      out.push_back(curve_grid(total, language));
      add_notes(out.back(), total, table.criteria, language);
    }
  for (const PackageTotal& total : table.without_total) {
    out.push_back(titled(total, language));
    out.back().notes = {left_out(total, language)};
  }
  return out;
}

Grid disagreement_grid(const analysis::ImpactTable& here, const analysis::ImpactTable& there,
                       Language language) {
  Grid out;
  out.name = "other-criteria";
  out.title = table_text("other_criteria", language, here.criteria.name, there.criteria.name);
  out.headings = {table_word("threat", language), table_word("criteria", language)};
  for (std::size_t i = 1; i <= analysis::n_classes; ++i)
    out.headings.push_back(fmt::format("I{}", i));
  out.headings.push_back(table_word("level", language));
  const auto add = [&](const std::string& row, const std::string& criteria,
                       const analysis::ClassShares& shares,
                       const std::optional<analysis::Level>& level) {
    GridRow cells = {row, criteria};
    for (const double share : shares)
      cells.push_back(number_cell(share, Numbers(language), Unit::share));
    cells.emplace_back(level_text(level, language));
    out.rows.push_back(std::move(cells));
  };
  for (const analysis::Disagreement& found : analysis::disagreements(here, there)) {
    add(found.row + " " + found.package, here.criteria.name, found.here, found.level_here);
    add("", there.criteria.name, found.there, found.level_there);
  }
  if (out.rows.empty())
    out.notes.push_back(table_text("same_criteria", language, there.criteria.name));
  return out;
}

}  // namespace reports
