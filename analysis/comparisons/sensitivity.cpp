#include "analysis/comparisons/sensitivity.hpp"

#include <algorithm>
#include <map>

#include "analysis/impact/row_mean.hpp"

namespace analysis {
namespace {

/// What happens, with the package and without the parameter that was set.
std::string as_it_stands(Row row) {
  row.labels.varied.clear();
  return event_key(row) + row.labels.package;
}

/// "DR-01", or of a row that lasts as long as it was told "DR-01 (4 h)".
std::string title_of(const Row& row) {
  return row.id() + (row.labels.duration.empty() ? "" : " (" + row.labels.duration + ")");
}

/// Of "a.b=5 min, c={low: 1, high: 2}": a comma within a value ends none.
std::size_t settings_in(const std::string& varied) {
  std::size_t count = varied.empty() ? 0 : 1;
  int depth = 0;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    depth += varied[i] == '{' || varied[i] == '[' ? 1 : 0;
    depth -= varied[i] == '}' || varied[i] == ']' ? 1 : 0;
    if (depth == 0 && varied[i] == ',' && varied.find('=', i) != std::string::npos)
      ++count;
  }
  return count;
}

/// Ends by what they change, bars by how much they do.
std::vector<Bar> ranked(std::vector<Bar> bars) {
  for (Bar& bar : bars) {
    std::stable_sort(bar.ends.begin(), bar.ends.end(), [](const auto& a, const auto& b) {
      return a.lost.by.value < b.lost.by.value;
    });
    bar.swing = std::max(bar.ends.back().lost.by.value, 0.0) -
                std::min(bar.ends.front().lost.by.value, 0.0);
  }
  std::stable_sort(bars.begin(), bars.end(),
                   [](const Bar& a, const Bar& b) { return a.swing > b.swing; });
  return bars;
}

std::vector<Bar> bars_of(const Row& base, const std::vector<const Row*>& varied,
                         const Criteria& criteria) {
  std::map<std::string, Bar> bars;
  for (const Row* row : varied) {
    const auto equals = row->labels.varied.find('=');
    if (equals == std::string::npos || settings_in(row->labels.varied) > 1)
      continue;
    const std::string parameter = row->labels.varied.substr(0, equals);
    Bar& bar = bars[parameter];
    bar.parameter = parameter;
    bar.ends.push_back(
        {row->labels.varied.substr(equals + 1), difference_of(base, *row, criteria)});
  }
  std::vector<Bar> out;
  for (auto& [parameter, bar] : bars)
    out.push_back(std::move(bar));
  return ranked(std::move(out));
}

std::vector<std::string> left_out(const std::vector<const Row*>& varied) {
  std::vector<std::string> out;
  for (const Row* row : varied)
    if (settings_in(row->labels.varied) > 1)
      out.push_back(row->labels.varied);
  return out;
}

}  // namespace

bool Bar::clear() const {
  return std::any_of(ends.begin(), ends.end(), [](const End& end) { return end.lost.clear(); });
}

namespace {

/// Rows by what happens, as it stands and with settings.
struct ByEvent {
  std::map<std::string, const Row*> bases;
  std::map<std::string, std::vector<const Row*>> varied;
};

ByEvent variations_by_event(const std::vector<Row>& rows) {
  ByEvent out;
  for (const Row& row : rows)
    if (row.labels.draw == 0) {
      if (row.labels.varied.empty())
        out.bases.emplace(as_it_stands(row), &row);
      else
        out.varied[as_it_stands(row)].push_back(&row);
    }
  return out;
}

}  // namespace

std::vector<std::string> settings_without_base(const std::vector<Row>& rows) {
  const ByEvent events = variations_by_event(rows);
  std::vector<std::string> out;
  for (const auto& [key, varied] : events.varied)
    if (!events.bases.contains(key))
      for (const Row* row : varied)
        out.push_back(title_of(*row) + " " + row->labels.package + ": " + row->labels.varied);
  return out;
}

Tornado tornado_of(const Row& base, const std::vector<VariedRows>& varied,
                   const Criteria& criteria) {
  std::vector<Bar> bars;
  for (const VariedRows& one : varied) {
    Bar& bar = bars.emplace_back();
    bar.parameter = one.parameter;
    for (const auto& [value, row] : one.ends)
      bar.ends.push_back({value, difference_of(base, row, criteria)});
  }
  return {title_of(base),
          base.labels.package,
          mean_over_week(base, lost_callers(base, criteria)),
          ranked(std::move(bars)),
          {}};
}

std::vector<Tornado> tornados(const std::vector<Row>& rows, const Criteria& criteria) {
  const ByEvent events = variations_by_event(rows);
  std::vector<Tornado> out;
  for (const auto& [key, base] : events.bases)
    if (const auto found = events.varied.find(key); found != events.varied.end())
      out.push_back({title_of(*base), base->labels.package,
                     mean_over_week(*base, lost_callers(*base, criteria)),
                     bars_of(*base, found->second, criteria), left_out(found->second)});
  return out;
}

}  // namespace analysis
