#include "analysis/impact/impact_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "analysis/impact/rubricering.hpp"
#include "analysis/impact/table_row.hpp"
#include "analysis/statistics/level.hpp"

namespace analysis {
namespace {

/// How much more each replication lost in `a` than in `b`. Replications of one seed met the same
/// callers and hours, so they are compared one by one; not when parameters were drawn.
std::vector<double> one_by_one(const TableRow& a, const TableRow& b, const Criteria& criteria) {
  std::vector<double> out;
  if (a.row.seed != b.row.seed || a.uncertainty.draws + b.uncertainty.draws > 0)
    return out;
  const auto of_a = lost_callers(a.row, criteria), of_b = lost_callers(b.row, criteria);
  std::map<std::uint64_t, double> others;
  for (std::size_t i = 0; i < of_b.size(); ++i)
    others[b.row.replications[i].replication] = of_b[i];
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (const auto other = others.find(a.row.replications[i].replication); other != others.end())
      out.push_back(of_a[i] - other->second);
  return out;
}

/// The differences do not show that there is more of the first.
bool tied_by(const std::vector<double>& differences) {
  return !(interval_of_mean(differences).low > 0);
}

bool tied_per_event(const TableRow& a, const TableRow& b, const Criteria& criteria) {
  if (const auto differences = one_by_one(a, b, criteria); !differences.empty())
    return tied_by(differences);
  const Interval x = a.headline(), y = b.headline();
  const double spread = std::hypot(x.value - x.low, y.high - y.value);
  return !(x.value - y.value > spread);
}

/// Draws in which a row's mean is its own, whatever others share its name.
std::vector<double> draws_apart(const TableRow& row, const Criteria& criteria) {
  Peril peril = peril_of(row, criteria);
  peril.id = key_of(row.row);
  return draws_per_year(peril);
}

/// Equally frequent rows are as their events are. Of others the first is not larger in 97.5 % of
/// the draws, equal ones by half.
bool tied_per_year(const TableRow& a, const TableRow& b, const Criteria& criteria) {
  if (a.row.labels.threat == b.row.labels.threat && a.frequency == b.frequency)
    if (const auto differences = one_by_one(a, b, criteria); !differences.empty())
      return tied_by(differences);
  const auto x = draws_apart(a, criteria), y = draws_apart(b, criteria);
  double larger = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    larger += x[i] > y[i] ? 1 : x[i] == y[i] ? 0.5 : 0;
  return larger < (1 - tail) * static_cast<double>(x.size());
}

template <class Value, class Tied>
void put_in_order(std::vector<TableRow>& rows, Value value, Tied tied) {
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const TableRow& a, const TableRow& b) { return value(a) > value(b); });
  for (std::size_t i = 1; i < rows.size(); ++i)
    rows[i].tied = tied(rows[i - 1], rows[i]);
}

/// Nothing about it was set otherwise, neither its length nor a parameter nor an input.
bool as_it_stands(const TableRow& row) {
  const results::RowLabels& labels = row.row.labels;
  static const int plainest = plainness({});
  return plainness(labels) == plainest && labels.varied.empty() && labels.plan.empty() &&
         !row.other_inputs.any();
}

bool is_on(YearLine line, const TableRow& row) {
  if (line == YearLine::estimates)
    return row.estimated.has_value();
  return row.frequency.known() && is_deliberate(row.row.labels) == (line == YearLine::deliberate);
}

/// A threat on all its targets and the same threat on one of them must not be counted twice, nor
/// one of several durations or settings beside the row as it stands: that one is what a year has.
std::vector<TableRow*> counted_once(const std::vector<TableRow*>& rows,
                                    std::vector<std::string>& left_out) {
  std::set<std::string> whole;
  std::map<std::string, std::vector<TableRow*>> by_id;
  for (TableRow* row : rows) {
    by_id[row->row.id()].push_back(row);
    if (row->row.labels.target_share == 1)
      whole.insert(row->row.labels.threat);
  }
  std::vector<TableRow*> out;
  std::set<std::string> said;
  for (TableRow* row : rows) {
    const std::vector<TableRow*>& same = by_id.at(row->row.id());
    const auto stands = std::ranges::find_if(
        same, [](const TableRow* candidate) { return as_it_stands(*candidate); });
    const bool chosen = same.size() == 1 || (stands != same.end() && *stands == row);
    const bool part_of_whole =
        row->row.labels.target_share < 1 && whole.count(row->row.labels.threat) > 0;
    if (chosen && !part_of_whole)
      out.push_back(row);
    else if (said.insert(row->row.id()).second)
      left_out.push_back(row->row.id());
  }
  return out;
}

std::vector<double> curve_points(const Criteria& criteria) {
  std::vector<double> out = {1};
  for (const double factor : {1.0, 3.0})
    for (double callers = 10; callers <= 100'000; callers *= 10)
      out.push_back(factor * callers);
  for (const ExceedancePoint& point : criteria.line)
    out.push_back(point.callers);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Interval sum_of(const std::vector<Interval>& parts) {
  Interval out{0, 0, 0, Method::order_statistics};
  double below = 0, above = 0;
  for (const Interval& one : parts) {
    out.value += one.value;
    below += (one.value - one.low) * (one.value - one.low);
    above += (one.high - one.value) * (one.high - one.value);
  }
  out.low = std::max(0.0, out.value - std::sqrt(below));
  out.high = out.value + std::sqrt(above);
  return out;
}

Peril peril_on(YearLine line, const TableRow& row, const Criteria& criteria) {
  Peril out = peril_of(row, criteria);
  if (line == YearLine::estimates)
    out.frequency = *row.estimated;
  return out;
}

/// The point of the line where the sum is highest against it.
std::size_t highest_against(const std::vector<ExceedancePoint>& line,
                            const std::vector<Interval>& sums) {
  std::size_t out = 0;
  for (std::size_t point = 1; point < line.size(); ++point)
    if (sums[point].value / line[point].per_year > sums[out].value / line[out].per_year)
      out = point;
  return out;
}

/// Rows have their share of what the line judges, which is the sum.
void share_the_line(const PackageTotal& total, const std::vector<TableRow*>& rows,
                    const Criteria& criteria) {
  if (criteria.line.empty() || total.line == YearLine::estimates)
    return;
  const std::size_t point = highest_against(criteria.line, total.exceedance);
  const double sum = total.exceedance[point].value;
  for (TableRow* row : rows)
    if (sum > 0)
      row->share_of_line = row->exceedance[point].value / sum;
}

/// Of these rows of one package and one line of the year.
PackageTotal total_of(YearLine line, const std::vector<TableRow*>& of_package,
                      const Criteria& criteria) {
  PackageTotal out;
  out.package = of_package.front()->row.labels.package;
  out.line = line;
  const auto rows = counted_once(of_package, out.left_out);
  std::vector<Peril> perils;
  std::set<std::string> threats, either;
  for (const TableRow* row : rows) {
    const results::RowLabels& labels = row->row.labels;
    perils.push_back(peril_on(line, *row, criteria));
    threats.insert(labels.threat);
    if (!is_deliberate(labels) && labels.origin.find("deliberate") != std::string::npos)
      either.insert(labels.threat);
  }
  out.threats = threats.size();
  out.either.assign(either.begin(), either.end());
  if (perils.empty())
    return out;
  out.loss = annual_loss(perils, curve_points(criteria));
  for (const ExceedancePoint& point : criteria.line) {
    std::vector<Interval> parts;
    for (const Peril& peril : perils)
      parts.push_back(frequency_of_at_least(peril, point.callers));
    out.exceedance.push_back(sum_of(parts));
  }
  share_the_line(out, rows, criteria);
  return out;
}

std::vector<PackageTotal> totals_on(YearLine line, ImpactTable& table) {
  std::map<std::string, std::vector<TableRow*>> packages;
  for (auto* rows : {&table.annual, &table.conditional})
    for (TableRow& row : *rows)
      if (is_on(line, row))
        packages[row.row.labels.package].push_back(&row);
  std::vector<PackageTotal> out;
  for (const auto& [package, rows] : packages)
    out.push_back(total_of(line, rows, table.criteria));
  return out;
}

/// How often what nobody knows the frequency of would have to happen.
void tell_what_weighs_as_much(ImpactTable& table) {
  for (TableRow& row : table.conditional) {
    const results::RowLabels& labels = row.row.labels;
    const auto total = std::ranges::find(table.totals, labels.package, &PackageTotal::package);
    if (total != table.totals.end() && labels.role == "event" && !has_fixed_onset(labels) &&
        labels.background.empty() && row.mean() > 0)
      row.as_much_as_all_per_y = total->loss.expected.value / row.mean();
  }
}

/// By more than rounding.
bool differ(double a, double b) {
  return std::abs(a - b) > 1e-9;
}

bool differ(const ClassShares& a, const ClassShares& b) {
  return !std::equal(a.begin(), a.end(), b.begin(),
                     [](double x, double y) { return !differ(x, y); });
}

}  // namespace

ImpactTable impact_table(std::vector<Row> rows, const Criteria& criteria,
                         const Evidence& evidence) {
  ImpactTable out;
  out.criteria = criteria;
  const ThreatRates rates = threat_rates(family_rates(evidence, criteria));
  std::vector<std::string> rubriceringen = {criteria.rubricering};
  for (const Row& row : rows)
    rubriceringen.push_back(row.rubricering);
  out.rubricering = highest_rubricering(rubriceringen);
  for (const PooledRows& line : pool(std::move(rows))) {
    TableRow row = table_row(line, criteria, rates);
    if ((row.estimated = estimated_frequency(row.row.labels, evidence.estimates)))
      row.estimated_per_year = expected_per_year(peril_on(YearLine::estimates, row, criteria));
    (row.frequency.known() ? out.annual : out.conditional).push_back(std::move(row));
  }
  put_in_order(
      out.annual, [](const TableRow& row) { return row.per_year.value; },
      [&](const TableRow& a, const TableRow& b) { return tied_per_year(a, b, criteria); });
  put_in_order(
      out.conditional, [](const TableRow& row) { return row.mean(); },
      [&](const TableRow& a, const TableRow& b) { return tied_per_event(a, b, criteria); });
  for (PackageTotal& total : totals_on(YearLine::unintentional, out))
    (total.threats > 0 ? out.totals : out.without_total).push_back(std::move(total));
  out.deliberate = totals_on(YearLine::deliberate, out);
  out.estimates = totals_on(YearLine::estimates, out);
  tell_what_weighs_as_much(out);
  return out;
}

void tell_ages(ImpactTable& table, models::Day today) {
  table.today = today;
  for (auto* rows : {&table.annual, &table.conditional})
    for (TableRow& row : *rows)
      if (const auto as_of = models::parse_day(row.row.world_as_of))
        row.model_age_days = models::days_between(*as_of, today);
}

int median_class(const Impact& impact) {
  double sum = 0;
  for (std::size_t i = 0; i < n_classes; ++i) {
    sum += impact.classes[i].share;
    if (sum >= 0.5 - 1e-9)
      return static_cast<int>(i) + 1;
  }
  return 1;
}

ClassShares class_shares(const Impact& impact) {
  ClassShares out{};
  std::transform(impact.classes.begin(), impact.classes.end(), out.begin(),
                 [](const Proportion& one) { return one.share; });
  return out;
}

std::size_t worst_class_touched(const ClassShares& a, const ClassShares& b) {
  const bool any = differ(a, b);
  for (std::size_t i = n_classes; i-- > 0;)
    if (any ? differ(a[i], b[i]) : a[i] > 0)
      return i + 1;
  return 1;
}

std::optional<Level> level_of(const TableRow& row) {
  return row.frequency.known() ? std::optional(row.level) : std::nullopt;
}

std::vector<Disagreement> disagreements(const ImpactTable& here, const ImpactTable& there) {
  std::map<std::string, const TableRow*> others;
  for (const auto* rows : {&there.annual, &there.conditional})
    for (const TableRow& row : *rows)
      others[key_of(row.row)] = &row;
  std::vector<Disagreement> out;
  for (const auto* rows : {&here.annual, &here.conditional})
    for (const TableRow& row : *rows) {
      const auto other = others.find(key_of(row.row));
      if (other == others.end())
        continue;
      const Disagreement found{row.row.id(),
                               row.row.labels.package,
                               class_shares(row.impact),
                               class_shares(other->second->impact),
                               level_of(row),
                               level_of(*other->second)};
      if (differ(found.here, found.there) || found.level_here != found.level_there)
        out.push_back(found);
    }
  return out;
}

Gate gate(const ImpactTable& table, Level highest) {
  Gate out = table.annual.empty() ? Gate::nothing : Gate::held;
  for (const TableRow& row : table.annual) {
    if (row.level > highest)
      return Gate::exceeded;
    if (!row.shown_not_above.at(static_cast<std::size_t>(highest)))
      out = Gate::not_shown;
  }
  return out;
}

}  // namespace analysis
