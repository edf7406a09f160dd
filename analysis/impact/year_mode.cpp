#include "analysis/impact/year_mode.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <span>

#include "analysis/measures/measure.hpp"
#include "analysis/measures/summary.hpp"

namespace analysis {
namespace {

using results::CourseKind;

/// "dr_07.2" is an effect of "dr_07".
std::string threat_of(const std::string& effect) {
  return effect.substr(0, effect.rfind('.'));
}

WholeYear year_of(const results::Study& study, const results::Observations& seen) {
  WholeYear out;
  out.replication = seen.replication;
  for (const results::CourseEvent& event : seen.world.course)
    if (event.kind == CourseKind::threat_strikes)
      out.events.push_back(
          {threat_of(study.dimensions.effects.at(event.subject)), event.t_s, event.number});
  if (seen.twin) {
    const Part nation = whole_world(study.dimensions);
    const View twin{study.dimensions, nation, *seen.twin};
    out.lost_anyway = twin.callers(results::CallerCount::lost);
    out.failures = seen.twin->outages.size();
  }
  return out;
}

void compare_threats(YearComparison& out, const ImpactTable& table, const std::string& package) {
  std::set<std::string> compound, whole(out.whole->threats.begin(), out.whole->threats.end());
  for (const TableRow& row : table.annual) {
    if (row.row.labels.package != package || is_deliberate(row.row.labels))
      continue;
    const std::string& threat = row.row.labels.threat;
    if (compound.insert(effect_name(threat)).second && whole.count(effect_name(threat)) == 0)
      out.only_compound.push_back(threat);
    if (row.truncated > 0)
      out.truncated.push_back(row.row.id());
  }
  for (const std::string& threat : whole)
    if (compound.count(threat) == 0)
      out.only_whole.push_back(threat);
}

/// Values of the same replications of both, in the order of `a`.
std::vector<double> differences(const WholeYears& a, const WholeYears& b, double WholeYear::*what) {
  std::map<std::uint64_t, double> of_b;
  for (const WholeYear& year : b.years)
    of_b[year.replication] = year.*what;
  std::vector<double> out;
  for (const WholeYear& year : a.years)
    if (const auto same = of_b.find(year.replication); same != of_b.end())
      out.push_back(year.*what - same->second);
  return out;
}

bool apart(const Interval& a, const Interval& b) {
  return a.exists() && b.exists() && (a.low > b.high || b.low > a.high);
}

/// Whether components fail stands in the name of the scenario.
bool are_draws_of_one(const Row& a, const Row& b) {
  results::RowLabels same = a.labels;
  same.draw = b.labels.draw;
  return a.labels.draw > 0 && b.labels.draw > 0 && same == b.labels &&
         a.scenario_name == b.scenario_name;
}

WholeYears as_one(const std::vector<const WholeYears*>& draws) {
  WholeYears out = *draws.front();
  std::vector<std::vector<double>> by_draw = {out.values(&WholeYear::lost)};
  for (const WholeYears* const draw : std::span(draws).subspan(1)) {
    out.years.insert(out.years.end(), draw->years.begin(), draw->years.end());
    out.row.asked += draw->row.asked;
    out.row.failed += draw->row.failed;
    by_draw.push_back(draw->values(&WholeYear::lost));
  }
  if (by_draw.size() > 1)
    out.uncertainty = two_sources(by_draw);
  return out;
}

}  // namespace

std::vector<double> WholeYears::values(double WholeYear::*what) const {
  std::vector<double> out;
  for (const WholeYear& year : years)
    out.push_back(year.*what);
  return out;
}

bool WholeYears::with_failures() const {
  return std::any_of(years.begin(), years.end(),
                     [](const WholeYear& year) { return year.failures > 0; });
}

std::size_t WholeYears::events() const {
  std::size_t sum = 0;
  for (const WholeYear& year : years)
    sum += year.events.size();
  return sum;
}

std::size_t WholeYears::coinciding() const {
  std::size_t sum = 0;
  for (const WholeYear& year : years) {
    double until_s = -1;
    for (const YearEvent& event : year.events) {
      sum += event.at_s < until_s ? 1 : 0;
      until_s = std::max(until_s, event.at_s + event.duration_s);
    }
  }
  return sum;
}

Interval WholeYears::expected() const {
  return uncertainty.draws > 0 ? uncertainty.both : interval_of_mean(values(&WholeYear::lost));
}

Proportion WholeYears::at_least(double callers) const {
  const auto hits = std::count_if(years.begin(), years.end(),
                                  [&](const WholeYear& year) { return year.lost >= callers; });
  return proportion(static_cast<std::size_t>(hits), years.size());
}

bool YearPoint::differs() const {
  return compound.value < whole.low || compound.value > whole.high;
}

std::string effect_name(const std::string& threat) {
  std::string out = threat;
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) {
    return static_cast<char>(c == '-' ? '_' : std::tolower(c));
  });
  return out;
}

WholeYears whole_years(const results::Study& study, const Criteria& criteria) {
  WholeYears out;
  out.row = reduce(study);
  for (const std::string& effect : study.dimensions.effects)
    if (out.threats.empty() || out.threats.back() != threat_of(effect))
      out.threats.push_back(threat_of(effect));
  const std::vector<double> lost = lost_callers(out.row, criteria);
  for (std::size_t i = 0; i < study.replications.size(); ++i) {
    out.years.push_back(year_of(study, study.replications[i]));
    out.years.back().lost = lost[i];
  }
  return out;
}

std::vector<WholeYears> draws_together(const std::vector<WholeYears>& results) {
  std::vector<std::vector<const WholeYears*>> groups;
  for (const WholeYears& one : results) {
    const auto same = std::ranges::find_if(
        groups, [&](const auto& group) { return are_draws_of_one(group.front()->row, one.row); });
    if (same != groups.end())
      same->push_back(&one);
    else
      groups.push_back({&one});
  }
  std::vector<WholeYears> out;
  for (const auto& draws : groups)
    out.push_back(as_one(draws));
  return out;
}

YearComparison compare_years(const std::vector<WholeYears>& years, const ImpactTable& table,
                             const std::string& package) {
  YearComparison out;
  const auto without = std::find_if(years.begin(), years.end(),
                                    [](const WholeYears& one) { return !one.with_failures(); });
  const auto with = std::find_if(years.begin(), years.end(),
                                 [](const WholeYears& one) { return one.with_failures(); });
  out.whole = without != years.end() ? &*without : &*with;
  for (const PackageTotal& total : table.totals)
    if (total.package == package)
      out.compound = total;
  compare_threats(out, table, package);
  for (const ExceedanceRow& row : out.compound.loss.curve)
    out.curve.push_back({row.callers, row.aep, out.whole->at_least(row.callers)});
  out.expected_differs = apart(out.compound.loss.by_chance, out.whole->expected());
  if (with != years.end() && without != years.end()) {
    out.with_failures = interval_of_mean(differences(*with, *without, &WholeYear::lost));
    out.by_failures = interval_of_mean(differences(*with, *without, &WholeYear::lost_anyway));
  }
  return out;
}

}  // namespace analysis
