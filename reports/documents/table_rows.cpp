#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "reports/documents/row_names.hpp"
#include "reports/documents/table_document.hpp"
#include "reports/words/numbers.hpp"
#include "reports/words/plural.hpp"
#include "reports/words/table_words.hpp"

namespace reports {
namespace {

using analysis::Interval;
using analysis::TableRow;
using analysis::Unit;

/// The words and numbers of one language.
class Cells {
public:
  explicit Cells(Language language) : language_(language), numbers_(language) {}

  std::string word(TableKey key) const { return table_word(key, language_); }
  std::string word_at(std::string_view key) const { return table_word_at(key, language_); }
  std::string count(double value) const { return numbers_.value(value, Unit::count); }
  std::string percent(double share) const { return numbers_.plain(100 * share, 0); }
  std::string seconds(double value) const {
    return std::isinf(value) ? word("not_recovered") : numbers_.value(value, Unit::seconds);
  }

  /// "[12, 34]"; a dash when there is none.
  std::string ends(const Interval& interval) const {
    return interval.exists() ? fmt::format("[{}, {}]", count(interval.low), count(interval.high))
                             : dash;
  }
  std::string percentile(const Interval& interval) const {
    return interval.exists() ? count(interval.value) : dash;
  }
  std::string time_percentile(const Interval& interval) const {
    return interval.exists() ? seconds(interval.value) : dash;
  }
  /// "12 [8, 17]" in per cent.
  std::string share(const analysis::Proportion& p) const {
    return p.of == 0 ? dash
                     : fmt::format("{} [{},{}]", percent(p.share), percent(p.low), percent(p.high));
  }
  std::string rate(double value) const { return numbers_.rate(value); }
  std::string as_written(double value) const { return numbers_.as_written(value); }
  Language language() const { return language_; }

private:
  Language language_;
  Numbers numbers_;
};

std::string worst_hours(const TableRow& row, const Cells& cells) {
  const analysis::WorstHours& worst = row.worst_hours;
  if (!worst.exists())
    return dash;
  return fmt::format("{} {}-{}: {}", worst.weekend ? cells.word("weekend") : cells.word("weekday"),
                     worst.from_hour, worst.until_hour, cells.count(worst.lost.value));
}

/// "lost callers 83 %": what decided most often.
std::string decided_by(const TableRow& row, const Cells& cells) {
  if (row.impact.decided.empty())
    return dash;
  const analysis::Decided& first = row.impact.decided.front();
  const double share =
      static_cast<double>(first.events) / static_cast<double>(row.impact.each.size());
  return fmt::format("{} {} %", cells.word_at("criterion." + first.by), cells.percent(share));
}

/// What the identifiers of the rows stand for, each once.
void add_names(Grid& out, const std::vector<TableRow>& rows, const Cells& cells) {
  std::map<std::string, std::string> names;
  for (const TableRow& row : rows) {
    const results::RowLabels& labels = row.row.labels;
    if (!labels.threat.empty())
      names[labels.threat] =
          cells.language() == Language::dutch ? labels.threat_nl : labels.threat_en;
  }
  for (const auto& [id, name] : names)
    out.notes.push_back(id + ": " + name);
}

Grid lost_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out;
  out.title = cells.word("lost");
  out.headings = {cells.word("threat"),
                  "n",
                  cells.word("mean"),
                  cells.word("interval"),
                  "P50",
                  "P90",
                  "P95",
                  "P99"};
  for (const TableRow& row : rows) {
    const Interval headline = row.headline();
    std::vector<std::string> line = {names.of(row), std::to_string(row.row.replications.size()),
                                     cells.count(row.mean()), cells.ends(headline)};
    for (const Interval& one : row.lost_percentiles)
      line.push_back(cells.percentile(one));
    out.rows.push_back(std::move(line));
  }
  out.notes = {cells.word("dash")};
  if (std::any_of(rows.begin(), rows.end(), [](const TableRow& row) { return row.tied; }))
    out.notes.push_back(cells.word("tied"));
  out.notes.insert(out.notes.end(), names.notes().begin(), names.notes().end());
  const auto other = [](const TableRow& row) { return row.other_inputs.any(); };
  if (std::any_of(rows.begin(), rows.end(), other))
    out.notes.push_back(cells.word("other_inputs"));
  add_names(out, rows, cells);
  return out;
}

Grid class_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out;
  out.title = cells.word("classes");
  out.headings = {cells.word("threat"), "I1", "I2", "I3", "I4", "I5", cells.word("decided_by")};
  for (const TableRow& row : rows) {
    std::vector<std::string> line = {names.of(row)};
    for (const analysis::Proportion& share : row.impact.classes)
      line.push_back(cells.share(share));
    line.push_back(decided_by(row, cells));
    out.rows.push_back(std::move(line));
  }
  out.notes = {cells.word("class_interval")};
  return out;
}

/// What rows have windows that were drawn longer than one may be, by where they were cut off.
void add_capped(Grid& out, const std::vector<TableRow>& rows, const RowNames& names,
                const Cells& cells) {
  std::map<double, std::vector<std::string>> capped;
  for (const TableRow& row : rows)
    if (row.capped > 0)
      capped[row.capped_s / 3600].push_back(
          fmt::format("{} {}/{}", names.of(row), row.capped, row.row.replications.size()));
  for (const auto& [hours, those] : capped)
    out.notes.push_back(
        capped_text(fmt::format("{}", fmt::join(those, ", ")), hours * 3600, cells.language()));
}

Grid recovery_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out;
  out.headings = {cells.word("threat"),    cells.word("any"),       cells.word("worst_hours"),
                  cells.word("recover50"), cells.word("recover95"), cells.word("fails") + " %",
                  cells.word("cut")};
  for (const TableRow& row : rows)
    out.rows.push_back(
        {names.of(row), cells.share(row.any_loss), worst_hours(row, cells),
         cells.time_percentile(row.recover_percentiles[0]),
         cells.time_percentile(row.recover_percentiles[1]),
         row.takeover_fails.of == 0 ? cells.word("never_decided") : cells.share(row.takeover_fails),
         fmt::format("{}/{}", row.truncated, row.row.replications.size())});
  out.notes = {cells.word("cut_note")};
  add_capped(out, rows, names, cells);
  out.notes.push_back(cells.word("worst_note"));
  return out;
}

std::string frequency(const TableRow& row, const Cells& cells) {
  const double low = row.frequency.at(0), high = row.frequency.at(1);
  return low == high ? cells.rate(low) : fmt::format("{}-{}", cells.rate(low), cells.rate(high));
}

/// "hoog 83 %, zeer hoog 17 %", the most probable first.
std::string levels(const TableRow& row, const Cells& cells) {
  const auto at = static_cast<std::size_t>(row.level);
  return fmt::format("{}{}", cells.word_at(fmt::format("level.{}", analysis::level_words.at(at))),
                     row.shown_not_above.at(at) ? "" : " ?");
}

std::string level_shares(const TableRow& row, const Cells& cells) {
  std::vector<std::string> out;
  for (const double share : row.levels)
    out.push_back(cells.percent(share));
  return fmt::format("{}", fmt::join(out, "/"));
}

Grid year_grid(const std::vector<TableRow>& rows, const RowNames& names,
               const analysis::Criteria& criteria, const Cells& cells) {
  Grid out;
  out.title = cells.word("years");
  out.headings = {cells.word("threat"),        cells.word("likelihood"), cells.word("frequency"),
                  cells.word("lost_per_year"), cells.word("interval"),   cells.word("level"),
                  cells.word("level_shares"),  cells.word("line")};
  for (const TableRow& row : rows) {
    const results::RowLabels& labels = row.row.labels;
    out.rows.push_back(
        {names.of(row),
         labels.likelihood_class > 0 ? fmt::format("K{}", labels.likelihood_class) : dash,
         frequency(row, cells), cells.count(row.per_year.value), cells.ends(row.per_year),
         levels(row, cells), level_shares(row, cells),
         row.above_line ? cells.word("above") : cells.word("below")});
  }
  out.notes.push_back(fmt::format(fmt::runtime(cells.word("level_note")),
                                  cells.percent(criteria.tolerable_share) + " %"));
  for (const analysis::ExceedancePoint& point : criteria.line)
    out.notes.push_back(fmt::format(fmt::runtime(cells.word("line_note")),
                                    Count(point.per_year, cells.as_written(point.per_year)),
                                    Count(point.callers, cells.count(point.callers))));
  if (!criteria.stated.empty())
    out.notes.push_back(fmt::format(fmt::runtime(cells.word("stated")), criteria.stated));
  return out;
}

std::string evidence(const TableRow& row, const Cells& cells) {
  const results::RowLabels& labels = row.row.labels;
  if (labels.threat.empty())
    return dash;
  std::string duration =
      labels.duration_basis.empty() ? dash : cells.word_at("basis." + labels.duration_basis);
  if (labels.duration_cases > 0)
    duration += ", " + fmt::format(fmt::runtime(cells.word("cases")), Count(labels.duration_cases));
  // Without a frequency the reason stands in a column of its own.
  const std::string likelihood =
      row.frequency.known() ? "K: " + cells.word_at("basis." + labels.likelihood_basis) + "; " : "";
  return fmt::format(fmt::runtime(cells.word("incidents")), labels.incidents,
                     labels.incidents_checked, likelihood, duration);
}

Grid basis_grid(const std::vector<TableRow>& rows, const RowNames& names, bool annual,
                const Cells& cells) {
  Grid out;
  out.title = cells.word("basis");
  out.headings = {cells.word("threat"), cells.word("evidence"), cells.word("share_assumed")};
  if (!annual)
    out.headings.insert(out.headings.begin() + 1, cells.word("frequency"));
  for (const TableRow& row : rows) {
    const double share = row.row.parameters > 0 ? static_cast<double>(row.row.parameters_assumed) /
                                                      static_cast<double>(row.row.parameters)
                                                : 0;
    std::vector<std::string> line = {names.of(row), evidence(row, cells),
                                     cells.percent(share) + " %"};
    if (!annual)
      line.insert(line.begin() + 1, unknown_text(row, cells.language()));
    out.rows.push_back(std::move(line));
  }
  return out;
}

/// Beside a register; without one only that there is none.
Grid register_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out;
  const auto kept = [](const TableRow& row) { return row.registered.has_value(); };
  if (std::none_of(rows.begin(), rows.end(), kept)) {
    out.notes = {cells.word("no_register")};
    return out;
  }
  out.title = cells.word("register");
  out.headings = {cells.word("threat"), cells.word("register.status"),
                  cells.word("register.decision"), cells.word("register.points")};
  for (const TableRow& row : rows) {
    const analysis::Registered none{"", cells.word("register.absent"), "", {}};
    const analysis::Registered& said = row.registered ? *row.registered : none;
    out.rows.push_back({names.of(row), said.status, said.decision.empty() ? dash : said.decision,
                        std::to_string(said.findings.size())});
  }
  return out;
}

Grid source_grid(const std::vector<TableRow>& rows, const RowNames& names, const Cells& cells) {
  Grid out;
  out.title = cells.word("sources");
  out.headings = {cells.word("threat"), cells.word("draws"),      cells.word("mean"),
                  cells.word("chance"), cells.word("parameters"), cells.word("both")};
  for (const TableRow& row : rows)
    if (const analysis::TwoSources& both = row.uncertainty; both.draws > 0)
      out.rows.push_back({names.of(row), std::to_string(both.draws), cells.count(both.mean),
                          cells.ends(both.chance), cells.ends(both.parameters),
                          cells.ends(both.both)});
  return out;
}

}  // namespace

std::string capped_text(const std::string& what, double capped_s, Language language) {
  const double hours = capped_s / 3600;
  return fmt::format(fmt::runtime(table_word("capped", language)), what, hours, hours);
}

std::string other_definitions_text(const analysis::Row& row, Language language) {
  return row.definitions == results::definitions
             ? ""
             : fmt::format(fmt::runtime(table_word("by_definitions", language)), row.definitions);
}

std::string other_inputs_text(const analysis::OtherInputs& other, Language language) {
  if (!other.any())
    return "";
  std::vector<std::string> said = other.has;
  for (const std::string& name : other.lacks)
    said.push_back(fmt::format(fmt::runtime(table_word("without_input", language)), name));
  return fmt::format("[{}]", fmt::join(said, ", "));
}

std::string unknown_text(const TableRow& row, Language language) {
  const std::string& role = row.row.labels.role;
  return unknown_text(row.frequency.unknown, role.empty() ? "scenario" : role, language);
}

std::string unknown_text(analysis::Frequency::Unknown unknown, const std::string& role,
                         Language language) {
  using Unknown = analysis::Frequency::Unknown;
  switch (unknown) {
    case Unknown::no:
      return "";
    case Unknown::analyst:
      return table_word("unknown.analyst", language);
    case Unknown::no_class:
      return table_word("unknown.no_class", language);
    case Unknown::no_rate:
      return table_word("unknown.no_rate", language);
    case Unknown::target:
      return table_word("unknown.target", language);
    case Unknown::no_event:
      break;
  }
  return fmt::format(fmt::runtime(table_word("unknown.no_event", language)), role);
}

std::vector<Grid> row_grids(const std::vector<TableRow>& rows, bool annual,
                            const analysis::ImpactTable& table, Names names, Language language) {
  const Cells cells(language);
  const RowNames called(rows, names, language);
  std::vector<Grid> out = {lost_grid(rows, called, cells), class_grid(rows, called, cells),
                           recovery_grid(rows, called, cells)};
  if (annual)
    out.push_back(year_grid(rows, called, table.criteria, cells));
  out.push_back(basis_grid(rows, called, annual, cells));
  out.push_back(register_grid(rows, called, cells));
  if (Grid sources = source_grid(rows, called, cells); !sources.rows.empty())
    out.push_back(std::move(sources));
  return out;
}

}  // namespace reports
