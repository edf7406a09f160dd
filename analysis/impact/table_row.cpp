#include "analysis/impact/table_row.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/impact/row_mean.hpp"

namespace analysis {
namespace {

constexpr std::size_t fewest_of_a_part = 10;  // events to judge a part of the week by

/// Everything that was simulated for the line, as if it were one study.
Row pooled(const std::vector<Row>& draws) {
  Row out = draws.front();
  for (std::size_t i = 1; i < draws.size(); ++i) {
    out.replications.insert(out.replications.end(), draws[i].replications.begin(),
                            draws[i].replications.end());
    out.asked += draws[i].asked;
    out.failed += draws[i].failed;
    out.conservation_error += draws[i].conservation_error;
  }
  return out;
}

TwoSources uncertainty_of(const std::vector<Row>& draws, const Criteria& criteria) {
  std::vector<std::vector<double>> by_draw;
  for (const Row& row : draws)
    if (row.labels.draw > 0)
      by_draw.push_back(lost_callers(row, criteria));
  return by_draw.size() > 1 ? two_sources(by_draw) : TwoSources{};
}

/// Six parts: nights, days and evenings of the working week and of the weekend.
WorstHours worst_hours(const Row& row, const std::vector<double>& lost) {
  WorstHours worst;
  for (const bool weekend : {false, true})
    for (int from = 0; from < 24; from += 8) {
      std::vector<double> here;
      for (std::size_t i = 0; i < lost.size(); ++i) {
        const int hour = row.replications[i].hour_of_week;
        if (hour >= 0 && (hour >= 5 * 24) == weekend && hour % 24 / 8 * 8 == from)
          here.push_back(lost[i]);
      }
      if (here.size() < fewest_of_a_part)
        continue;
      const Interval mean = interval_of_mean(here);
      if (!worst.exists() || mean.value > worst.lost.value)
        worst = {weekend, from, from + 8, mean};
    }
  return worst;
}

/// The replications of several draws have the same numbers, and are others all the same.
std::vector<Incidence> become_of(const Row& row, std::vector<Spell> Consequence::*losses) {
  std::vector<Spell> spells;
  for (std::size_t i = 0; i < row.replications.size(); ++i)
    for (const Spell& spell : row.replications[i].*losses)
      spells.push_back({spell.s, spell.cause, i});
  if (spells.empty())
    return {};
  return WaitingTimes(std::move(spells)).incidence(losses_told_s, loss_ends);
}

Proportion failing_switches(const Row& row) {
  std::size_t tried = 0, failed = 0;
  for (const Consequence& one : row.replications) {
    tried += one.first_switches;
    failed += one.first_switches_failed;
  }
  return proportion(failed, tried);
}

std::size_t count(const std::vector<double>& values, auto holds) {
  return static_cast<std::size_t>(std::count_if(values.begin(), values.end(), holds));
}

HarmPerEvent harm_per_event(const Row& row) {
  const auto mean = [&](double Harm::*member, double unit) {
    const auto each =
        values_of(row, [&](const Consequence& one) { return row.judged(one).*member / unit; });
    const bool counted = std::ranges::none_of(each, [](double value) { return std::isnan(value); });
    return counted ? mean_over_week(row, each) : Interval{};
  };
  return {mean(&Harm::late_help, 1), mean(&Harm::late_callers, 1),
          mean(&Harm::unreachable_112_s, 60), mean(&Harm::dispatch_impossible_s, 60),
          mean(&Harm::degraded_s, 60)};
}

void describe_events(TableRow& out, const Criteria& criteria) {
  const std::vector<double> lost = lost_callers(out.row, criteria);
  out.lost = mean_over_week(out.row, lost);
  out.harm = harm_per_event(out.row);
  constexpr std::array shares = {0.5, 0.9, 0.95, 0.99};
  for (std::size_t i = 0; i < shares.size(); ++i)
    out.lost_percentiles[i] = percentile(lost, shares[i]);
  const auto recovery = [&](auto part) {
    const auto recover =
        values_of(out.row, [&](const Consequence& c) { return part(c).recover_s; });
    const bool known = std::ranges::none_of(recover, [](double s) { return std::isnan(s); });
    return known ? std::array{percentile(recover, 0.5), percentile(recover, 0.95)}
                 : std::array<Interval, 2>{};
  };
  out.recover_percentiles =
      recovery([&](const Consequence& c) -> const Harm& { return out.row.judged(c); });
  out.recover_nation = recovery([](const Consequence& c) -> const Harm& { return c; });
  out.any_loss = proportion(count(lost, [](double value) { return value > 0; }), lost.size());
  out.losses_told = std::ranges::all_of(out.row.replications, &Consequence::losses_told);
  out.intake_losses = become_of(out.row, &Consequence::intake_losses);
  out.dispatch_losses = become_of(out.row, &Consequence::dispatch_losses);
  out.first_switch_fails = failing_switches(out.row);
  const bool over_background = !out.row.labels.background.empty();
  for (const Consequence& one : out.row.replications) {
    out.truncated += one.truncated ? 1 : 0;
    out.late_return += one.late_return ? 1 : 0;
    out.capped += std::isnan(one.window_capped_s) ? 0 : 1;
    // What is left of a background's window differs from onset to onset.
    if (!over_background)
      out.capped_s = std::fmin(out.capped_s, one.window_capped_s);
    if (std::isinf(out.row.judged(one).recover_s))
      out.still_down_s = std::fmin(out.still_down_s, one.window_s);
  }
  out.worst_hours = worst_hours(out.row, lost);
  out.tail = tail_of_events(lost, 0.95);
}

/// Upper end of the share of the events above a level, truncated ones among them.
double most_above(const TableRow& row, const Criteria& criteria, Level level) {
  double out = 0;
  for (std::size_t k = 0; k < n_classes; ++k)
    for (std::size_t i = 0; i < n_classes; ++i)
      if (criteria.matrix[k][i] > level) {
        out += row.likelihood[k] *
               at_least_if_worse(row.row, row.impact, static_cast<int>(i) + 1).high;
        break;
      }
  return out;
}

void set_levels(TableRow& out, const Criteria& criteria) {
  for (std::size_t k = 0; k < n_classes; ++k)
    for (std::size_t i = 0; i < n_classes; ++i)
      out.levels[static_cast<std::size_t>(criteria.matrix[k][i])] +=
          out.likelihood[k] * out.impact.classes[i].share;
  double above = 1;
  bool found = false;
  for (std::size_t i = 0; i < out.levels.size(); ++i) {
    const auto level = static_cast<Level>(i);
    above -= out.levels[i];
    out.shown_not_above[i] = most_above(out, criteria, level) <= criteria.tolerable_share;
    if (!found && above <= criteria.tolerable_share + 1e-9) {
      out.level = level;
      found = true;
    }
  }
}

void describe_years(TableRow& out, const Criteria& criteria) {
  const Peril peril = peril_of(out, criteria);
  out.likelihood = likelihood_classes(out.frequency, criteria);
  out.per_year = expected_per_year(peril);
  for (const ExceedancePoint& point : criteria.line)
    out.exceedance.push_back(frequency_of_at_least(peril, point.callers));
  set_levels(out, criteria);
}

}  // namespace

Proportion at_least_if_worse(const Row& row, const Impact& impact, int impact_class) {
  std::size_t hits = 0;
  for (std::size_t i = 0; i < impact.each.size(); ++i)
    hits += impact.each[i] >= impact_class || row.replications[i].truncated ? 1 : 0;
  return proportion(hits, impact.each.size());
}

Peril peril_of(const TableRow& row, const Criteria& criteria) {
  return {row.row.labels.threat, row.row.id(),
          row.frequency,         lost_callers(row.row, criteria),
          row.headline(),        row.uncertainty.draws > 0 ? row.uncertainty.chance : row.lost};
}

TableRow table_row(const PooledRows& line, const Criteria& criteria, const ThreatRates& rates) {
  TableRow out;
  out.row = pooled(line.draws);
  out.other_inputs = line.other_inputs;
  out.uncertainty = uncertainty_of(line.draws, criteria);
  if (has_class(out.row.labels))
    out.impact = impact_of(out.row, criteria);
  describe_events(out, criteria);
  out.frequency = frequency_of(out.row.labels, criteria, rates);
  if (out.frequency.known())
    describe_years(out, criteria);
  return out;
}

}  // namespace analysis
