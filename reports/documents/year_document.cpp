#include "reports/documents/year_document.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "reports/formats/cells.hpp"
#include "reports/formats/csv_line.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"
#include "reports/words/year_words.hpp"
#include "results/schemas.hpp"

namespace reports {
namespace {

using analysis::Interval;
using analysis::Unit;
using analysis::WholeYears;
using analysis::YearComparison;
using nlohmann::ordered_json;

double per_year(std::size_t count, const WholeYears& years) {
  return static_cast<double>(count) /
         static_cast<double>(std::max<std::size_t>(1, years.years.size()));
}

double failures_a_year(const WholeYears& years) {
  std::size_t sum = 0;
  for (const analysis::WholeYear& year : years.years)
    sum += year.failures;
  return per_year(sum, years);
}

std::string name_of(const WholeYears& years, Language language) {
  return year_word(years.with_failures() ? YearKey("with") : YearKey("without"), language);
}

std::string what_was_simulated(const WholeYears& years, Language language) {
  const std::string components = years.with_failures()
                                     ? year_text("failing", language, failures_a_year(years))
                                     : year_text("not_failing", language);
  return year_text("what", language, Count(years.years.size()), Count(years.events()),
                   per_year(years.events(), years), years.coinciding(), components);
}

/// Events of a threat, and years that have one.
struct Struck {
  std::size_t events = 0, years = 0;
};

std::map<std::string, Struck> struck_of(const WholeYears& years) {
  std::map<std::string, Struck> out;
  for (const std::string& threat : years.threats)
    out[threat];
  for (const analysis::WholeYear& year : years.years) {
    std::map<std::string, std::size_t> here;
    for (const analysis::YearEvent& event : year.events)
      ++here[event.threat];
    for (const auto& [threat, count] : here) {
      out[threat].events += count;
      ++out[threat].years;
    }
  }
  return out;
}

Grid curve_grid(const YearComparison& comparison, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "curve";
  out.title = year_word("curve", language);
  out.headings = {">=", year_word("compound", language), year_word("whole", language), ""};
  for (const analysis::YearPoint& point : comparison.curve)
    if (point.compound.value >= 1e-4 || point.whole.hits > 0)
      out.rows.push_back({number_cell(point.callers, numbers),
                          with_ends_cell(point.compound, numbers, Unit::share),
                          proportion_cell(point.whole, numbers),
                          point.differs() ? year_word("differs", language) : ""});
  out.notes = {year_word("note", language)};
  return out;
}

Grid expected_grid(const YearComparison& comparison, const std::vector<WholeYears>& years,
                   Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "expected";
  out.title = year_word("expected", language);
  out.headings = {"", table_word("mean", language)};
  const auto add = [&](const std::string& name, const Interval& interval) {
    out.rows.push_back({name, with_ends_cell(interval, numbers)});
  };
  const auto line = [&](YearKey key, const Interval& interval) {
    add(year_word(key, language), interval);
  };
  if (comparison.compound.threats > 0) {
    line("compound_all", comparison.compound.loss.expected);
    line("compound_chance", comparison.compound.loss.by_chance);
  }
  for (const WholeYears& one : years)
    add(name_of(one, language), one.expected());
  if (comparison.with_failures.exists())
    line("with_more", comparison.with_failures);
  if (comparison.by_failures.exists())
    line("by_failures", comparison.by_failures);
  return out;
}

/// Of the expected number a year; no rows without draws of the parameters.
Grid sources_grid(const std::vector<WholeYears>& years, Language language) {
  const Numbers numbers(language);
  Grid out;
  out.name = "sources";
  out.title = table_word("sources", language);
  out.headings = {"",
                  table_word("draws", language),
                  table_word("mean", language),
                  table_word("chance", language),
                  table_word("parameters", language),
                  table_word("both", language)};
  for (const WholeYears& one : years)
    if (const analysis::TwoSources& two = one.uncertainty; two.draws > 0)
      out.rows.push_back({name_of(one, language), whole_cell(two.draws),
                          number_cell(two.mean, numbers), ends_cell(two.chance, numbers),
                          ends_cell(two.parameters, numbers), ends_cell(two.both, numbers)});
  return out;
}

/// In words where the two differ, and what may be behind it.
std::vector<std::string> verdict(const YearComparison& comparison, Language language) {
  const Numbers numbers(language);
  std::vector<std::string> at, out;
  for (const analysis::YearPoint& point : comparison.curve)
    if (point.differs())
      at.push_back(">= " + numbers.value(point.callers, Unit::count));
  if (comparison.expected_differs)
    at.push_back(year_word("expected_value", language));
  if (comparison.compound.threats == 0)
    out.push_back(year_text("no_campaign", language, comparison.whole->row.labels.package));
  else
    out.push_back(at.empty() ? year_word("agree", language)
                             : year_text("disagree", language, fmt::join(at, ", ")));
  const auto list = [&](Form<year_phrases, std::string> form,
                        const std::vector<std::string>& names) {
    if (!names.empty() && comparison.compound.threats > 0)
      out.push_back(form.filled(language, fmt::format("{}", fmt::join(names, ", "))));
  };
  list("truncated", comparison.truncated);
  list("only_compound", comparison.only_compound);
  list("only_whole", comparison.only_whole);
  return out;
}

ordered_json sources_json(const analysis::TwoSources& two) {
  if (two.draws == 0)
    return {};
  return {{"draws", two.draws},
          {"mean", number_or_null(two.mean)},
          {"chance", interval_json(two.chance)},
          {"parameters", interval_json(two.parameters)},
          {"both", interval_json(two.both)},
          {"parameter_share_of_variance", number_or_null(two.parameter_share)}};
}

ordered_json years_json(const WholeYears& years) {
  ordered_json threats = ordered_json::array(), list = ordered_json::array();
  for (const auto& [threat, struck] : struck_of(years))
    threats.push_back({{"threat", threat}, {"events", struck.events}, {"years", struck.years}});
  for (const analysis::WholeYear& year : years.years) {
    ordered_json events = ordered_json::array();
    for (const analysis::YearEvent& event : year.events)
      events.push_back(
          {{"threat", event.threat}, {"at_s", event.at_s}, {"duration_s", event.duration_s}});
    list.push_back({{"replication", year.replication},
                    {"lost_callers", number_or_null(year.lost)},
                    {"lost_in_twin", number_or_null(year.lost_anyway)},
                    {"component_stops", year.failures},
                    {"events", events}});
  }
  return {{"component_failures", years.with_failures()},
          {"n", years.years.size()},
          {"events", years.events()},
          {"coinciding", years.coinciding()},
          {"lost_callers_per_year", interval_json(years.expected())},
          {"uncertainty", sources_json(years.uncertainty)},
          {"threats", threats},
          {"years", list}};
}

/// One line for each point of the curve, for programs.
Grid curve_lines(const YearComparison& comparison) {
  std::vector<CsvLine> lines;
  for (const analysis::YearPoint& point : comparison.curve) {
    CsvLine& line = lines.emplace_back();
    line.number("lost_callers", point.callers);
    line.interval("compound", point.compound);
    line.share("whole", point.whole);
    line.number("hits", static_cast<double>(point.whole.hits));
    line.number("years", static_cast<double>(point.whole.of));
    line.number("differs", point.differs() ? 1 : 0);
  }
  return grid_of("all", lines);
}

}  // namespace

Document events_document(const WholeYears& years, const std::vector<analysis::LeftOut>& left_out,
                         Language language) {
  const Numbers numbers(language);
  Grid grid;
  grid.name = "events";
  grid.headings = {"", "n", year_word("a_year", language), year_word("in_years", language)};
  for (const auto& [threat, struck] : struck_of(years))
    grid.rows.push_back({threat, whole_cell(struck.events),
                         Cell(numbers.plain(per_year(struck.events, years), 2),
                              {per_year(struck.events, years)}, Unit::count),
                         whole_cell(struck.years)});
  std::vector<std::string> names;
  for (const analysis::LeftOut& one : left_out)
    names.push_back(one.threat + " (" + unknown_text(one.because, one.role, language) + ")");
  if (!names.empty())
    grid.notes = {year_text("left_out", language, fmt::join(names, ", "))};
  return {year_word("events", language), {what_was_simulated(years, language)}, {grid}};
}

ordered_json events_json(const WholeYears& years, const std::vector<analysis::LeftOut>& left_out,
                         Language language) {
  ordered_json out = years_json(years), names = ordered_json::array();
  for (const analysis::LeftOut& one : left_out)
    names.push_back(
        {{"threat", one.threat}, {"because", unknown_text(one.because, one.role, language)}});
  out["left_out"] = names;
  return out;
}

Document year_document(const YearComparison& comparison, const std::vector<WholeYears>& years,
                       Language language) {
  Document out;
  out.title = year_word(comparison.compound.threats > 0 ? YearKey("title") : YearKey("title_alone"),
                        language);
  for (const WholeYears& one : years)
    out.head.push_back(what_was_simulated(one, language));
  out.grids = {expected_grid(comparison, years, language)};
  if (!comparison.curve.empty())
    out.grids.push_back(curve_grid(comparison, language));
  out.grids.front().notes = verdict(comparison, language);
  if (Grid sources = sources_grid(years, language); !sources.rows.empty())
    out.grids.push_back(std::move(sources));
  for (const WholeYears& one : years) {
    out.grids.push_back(events_document(one, {}, language).grids.front());
    out.grids.back().name = one.with_failures() ? "events-with-failures" : "events";
    out.grids.back().title = year_word("events", language) + ": " + name_of(one, language);
  }
  out.grids.push_back(curve_lines(comparison));
  return out;
}

std::vector<std::string> year_grids() {
  return {"expected", "sources", "curve", "events", "events-with-failures", "all"};
}

ordered_json year_json(const YearComparison& comparison, const std::vector<WholeYears>& years) {
  ordered_json curve = ordered_json::array(), list = ordered_json::array();
  for (const analysis::YearPoint& point : comparison.curve)
    curve.push_back({{"lost_callers", point.callers},
                     {"compound", interval_json(point.compound)},
                     {"whole", share_json(point.whole)},
                     {"differs", point.differs()}});
  for (const WholeYears& one : years)
    list.push_back(years_json(one));
  return {{"schema", name_of(results::Schema::years)},
          {"package", comparison.whole->row.labels.package},
          {"threats", comparison.compound.threats},
          {"compound_per_year", interval_json(comparison.compound.loss.expected)},
          {"compound_by_chance", interval_json(comparison.compound.loss.by_chance)},
          {"expected_differs", comparison.expected_differs},
          {"more_with_failures", interval_json(comparison.with_failures)},
          {"by_failures", interval_json(comparison.by_failures)},
          {"only_in_campaign", comparison.only_compound},
          {"only_in_years", comparison.only_whole},
          {"cut_off_in_campaign", comparison.truncated},
          {"curve", curve},
          {"simulated", list}};
}

}  // namespace reports
