#include "analysis/measures/values.hpp"

#include <numeric>

#include "analysis/statistics/estimate.hpp"

namespace analysis::values {

using results::CallerCount;
using results::GroupCount;
using results::GroupTime;

double ratio(double part, double whole) {
  return whole > 0 ? part / whole : undefined;
}

namespace {

bool is_paired(const View& view) {
  return view.paired && view.side == Side::here;
}

}  // namespace

double newly_unreached(const View& view) {
  return is_paired(view) ? view.paired->newly_unreached : undefined;
}

double recover_s(const View& view) {
  if (!is_paired(view))
    return undefined;
  if (is_whole(view.part, view.dimensions))
    return view.paired->recover_s;
  const auto& centres = view.paired->recover_centre_s;
  return centres.empty() ? undefined : centres.at(view.part.centres.front());
}

double recover_nation_s(const View& view) {
  return is_paired(view) ? view.paired->recover_nation_s : undefined;
}

double answered_within_norm(const View& view) {
  return ratio(view.callers(CallerCount::first_in_norm),
               view.callers(CallerCount::attempts) - view.callers(CallerCount::first_blocked));
}

double answer_delay_p90_s(const View& view) {
  return quantile_with_never_s(view.answer_delays(), 0.9);
}

double time_to_dispatch_p90_s(const View& view) {
  return quantile_with_never_s(view.dispatch_delays(), 0.9);
}

double cut_calls(const View& view) {
  return view.calls(GroupCount::cut_waiting) + view.calls(GroupCount::cut_talking);
}

double taken_over_calls(const View& view) {
  return view.calls_taken_over();
}

double wait_mean_s(const View& view) {
  const auto waits = view.waits();
  const auto waited = std::accumulate(waits.begin(), waits.end(), std::uint64_t{0});
  return ratio(view.group_time(GroupTime::wait_sum_s), static_cast<double>(waited));
}

double wait_p90_s(const View& view) {
  return results::time_bins::quantile_s(view.waits(), 0.9);
}

double wait_max_s(const View& view) {
  const auto waits = view.waits();
  const bool anybody = std::accumulate(waits.begin(), waits.end(), std::uint64_t{0}) > 0;
  return anybody ? view.longest_wait_s() : undefined;
}

double occupancy(const View& view) {
  return ratio(view.group_time(GroupTime::busy_s), view.group_time(GroupTime::on_duty_s));
}

double short_min(const View& view) {
  return view.group_time(GroupTime::short_s) / 60;
}

}  // namespace analysis::values
