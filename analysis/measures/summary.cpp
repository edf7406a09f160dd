#include "analysis/measures/summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace analysis {
namespace {

using results::EachReplication;
using results::GroupCount;
using results::Observations;
using results::Study;

bool has_twin(const Study& study) {
  return !study.replications.empty() &&
         std::ranges::all_of(study.replications,
                             [](const Observations& o) { return o.twin.has_value(); });
}

double disturbed_value(const Study& study, const Part& part, const Measure& measure,
                       const Observations& o) {
  return measure.value({study.dimensions, part, o.world, o.paired ? &*o.paired : nullptr});
}

double twin_value(const Study& study, const Part& part, const Measure& measure,
                  const Observations& o) {
  return measure.value(
      {study.dimensions, part, *o.twin, o.paired ? &*o.paired : nullptr, Side::twin});
}

/// One measure in each replication.
struct Values {
  std::vector<double> disturbed, twin;
};

Line line_of(const Measure& measure, const Values& values, bool with_twin) {
  Line line{measure.name, measure.unit, estimate(values.disturbed), {}, {}};
  if (with_twin) {
    line.twin = estimate(values.twin);
    line.difference = estimate(paired_differences(values.disturbed, values.twin));
  }
  return line;
}

/// Measures the parts of one study.
class Surveyor {
public:
  Surveyor(const Study& study, const EachReplication& each, const Summary& counted)
      : study_(study),
        each_(each),
        replications_(counted.replications),
        with_twin_(counted.has_twin),
        at_a_time_(
            std::max<std::size_t>(1, most_values / std::max<std::size_t>(1, replications_))) {}

  Lines lines(const Part& part, std::span<const Measure> measures) const {
    Lines out;
    for (; !measures.empty(); measures = measures.subspan(std::min(at_a_time_, measures.size())))
      add_lines(out, part, measures.first(std::min(at_a_time_, measures.size())));
    return out;
  }

  template <class PartOf>
  std::vector<PartSummary> parts(const std::vector<std::string>& ids, PartOf part_of,
                                 std::span<const Measure> measures) const {
    std::vector<PartSummary> out;
    for (std::uint32_t i = 0; i < ids.size(); ++i)
      out.push_back({ids[i], true, lines(part_of(study_.dimensions, i), measures)});
    return out;
  }

private:
  void add_lines(Lines& lines, const Part& part, std::span<const Measure> measures) const {
    std::vector<Values> values(measures.size());
    for (Values& one : values) {
      one.disturbed.reserve(replications_);
      one.twin.reserve(with_twin_ ? replications_ : 0);
    }
    each_([&](const Observations& o) {
      for (std::size_t m = 0; m < measures.size(); ++m) {
        values[m].disturbed.push_back(disturbed_value(study_, part, measures[m], o));
        if (with_twin_)
          values[m].twin.push_back(twin_value(study_, part, measures[m], o));
      }
    });
    for (std::size_t m = 0; m < measures.size(); ++m)
      lines.push_back(line_of(measures[m], values[m], with_twin_));
  }

  static constexpr std::size_t most_values = std::size_t{1} << 20;  ///< kept of a world at a time

  const Study& study_;
  const EachReplication& each_;
  std::size_t replications_;
  bool with_twin_;
  std::size_t at_a_time_;  ///< measures: the more replications, the fewer
};

std::uint64_t whole(double count) {
  return static_cast<std::uint64_t>(count);
}

void add_counts(StageTotals& totals, const View& view) {
  totals.offered += whole(view.calls(GroupCount::offered));
  totals.answered += whole(view.calls(GroupCount::answered));
  totals.forwarded += whole(view.calls(GroupCount::forwarded));
  totals.abandoned += whole(view.calls(GroupCount::abandoned));
  totals.blocked += whole(view.calls(GroupCount::blocked));
  totals.cut += whole(view.calls(GroupCount::cut_waiting) + view.calls(GroupCount::cut_talking));
  totals.moved_in += whole(view.calls(GroupCount::moved_in));
  totals.moved_out += whole(view.calls(GroupCount::moved_out));
}

StageTotals stage_totals(const Study& study, const EachReplication& each, const Part& part) {
  StageTotals totals;
  std::vector<std::uint64_t> waits(results::time_bins::count, 0);
  double wait_sum_s = 0, longest_s = 0;
  each([&](const Observations& o) {
    const View view{study.dimensions, part, o.world};
    add_counts(totals, view);
    wait_sum_s += view.group_time(results::GroupTime::wait_sum_s);
    longest_s = std::max(longest_s, view.longest_wait_s());
    const auto more = view.waits();
    std::transform(waits.begin(), waits.end(), more.begin(), waits.begin(), std::plus<>{});
  });
  const auto waited = std::accumulate(waits.begin(), waits.end(), std::uint64_t{0});
  if (waited == 0)
    return totals;
  totals.wait_mean_s = wait_sum_s / static_cast<double>(waited);
  totals.wait_p90_s = results::time_bins::quantile_s(waits, 0.9);
  totals.wait_max_s = longest_s;
  return totals;
}

void count_replications(Summary& summary, const Study& study, const EachReplication& each,
                        const Part& world) {
  summary.failed_replications = study.failures.size();
  std::size_t twins = 0;
  each([&](const Observations& o) {
    ++summary.replications;
    twins += o.twin ? 1 : 0;
    summary.conservation_error += o.world.conservation_error;
    if (o.twin)
      summary.conservation_error += o.twin->conservation_error;
    summary.truncated += is_truncated(study, world, o) ? 1 : 0;
    summary.late_return += ends_before_return(o, world.centres) ? 1 : 0;
  });
  summary.has_twin = twins > 0 && twins == summary.replications;
}

}  // namespace

namespace {

/// A file of before knows no recovery of single centres.
bool is_still_down(const Study& study, const Part& part, const Observations& o) {
  if (!o.paired || (!is_whole(part, study.dimensions) && o.paired->recover_centre_s.empty()))
    return false;
  return std::isnan(values::recover_s({study.dimensions, part, o.world, &*o.paired}));
}

}  // namespace

bool is_truncated(const Study& study, const Part& part, const Observations& o) {
  const View view{study.dimensions, part, o.world};
  return !std::isnan(o.window_capped_s) || view.callers(results::CallerCount::pending) > 0 ||
         is_still_down(study, part, o) ||
         std::ranges::any_of(o.world.episodes, [&](const results::Episode& e) {
           return std::ranges::find(part.centres, e.centre) != part.centres.end() &&
                  std::isfinite(e.switched_s) && std::isnan(e.repaired_s);
         });
}

Summary summarise(const Study& study) {
  return summarise(study, results::each_of(study));
}

Summary summarise(const Study& study, const EachReplication& each) {
  const results::Dimensions& dimensions = study.dimensions;
  const Part world = whole_world(dimensions);
  Summary out;
  count_replications(out, study, each, world);
  const Surveyor surveyor(study, each, out);
  out.world = surveyor.lines(world, measures_of(of::world));
  out.centres = surveyor.parts(dimensions.centres, part_of_centre, measures_of(of::centre));
  out.disciplines =
      surveyor.parts(dimensions.disciplines, part_of_discipline, measures_of(of::discipline));
  for (std::size_t i = 0; i < out.disciplines.size(); ++i)
    out.disciplines[i].modelled = dimensions.discipline_modelled[i] != 0;
  out.regions = surveyor.parts(dimensions.regions, part_of_region, measures_of(of::region));
  out.kinds = surveyor.parts(dimensions.kinds, part_of_flow, measures_of(of::kind));
  out.other_work = surveyor.parts(dimensions.other_work, part_of_flow, measures_of(of::other_work));
  for (std::uint32_t i = 0; i < dimensions.stages.size(); ++i) {
    const Part part = part_of_stage(dimensions, i);
    out.stages.push_back({dimensions.stages[i], stage_totals(study, each, part),
                          surveyor.lines(part, measures_of(of::stage))});
  }
  out.takeovers = takeovers(dimensions, each);
  return out;
}

std::vector<double> values_of(const Study& study, std::string_view name) {
  const Measure* const measure = find_measure(of::world, name);
  if (measure == nullptr)
    throw std::out_of_range("no measure of that name: " + std::string(name));
  const Part world = whole_world(study.dimensions);
  std::vector<double> out;
  for (const Observations& o : study.replications)
    out.push_back(disturbed_value(study, world, *measure, o));
  return out;
}

std::vector<EachValue> each_value(const Study& study) {
  const Part world = whole_world(study.dimensions);
  const bool with_twin = has_twin(study);
  std::vector<EachValue> out;
  for (const Measure& measure : measures_of(of::world)) {
    Values values;
    for (const Observations& o : study.replications) {
      values.disturbed.push_back(disturbed_value(study, world, measure, o));
      if (with_twin)
        values.twin.push_back(twin_value(study, world, measure, o));
    }
    out.push_back({measure.name, with_twin ? paired_differences(values.disturbed, values.twin)
                                           : std::move(values.disturbed)});
  }
  return out;
}

const Line* find(const Lines& lines, std::string_view name) {
  const auto at =
      std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.name == name; });
  return at == lines.end() ? nullptr : &*at;
}

}  // namespace analysis
