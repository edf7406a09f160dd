#pragma once

#include "analysis/measures/part.hpp"
#include "analysis/statistics/estimate.hpp"

/// How measures are taken from the facts of one world. What they mean stands in
/// docs/formats/json.md.
namespace analysis::values {

/// NaN when there is no whole.
double ratio(double part, double whole);

/// NaN of a centre without regions, which has no callers of its own.
template <results::CallerCount count>
double callers(const View& view) {
  return view.part.regions.empty() ? undefined : view.callers(count);
}

template <results::GroupCount count>
double calls(const View& view) {
  return view.calls(count);
}

template <results::KindCount count>
double of_kind(const View& view) {
  return view.kind(count);
}

template <results::WorkCount count>
double of_work(const View& view) {
  return view.other_work(count);
}

template <results::CallerCount part, results::CallerCount whole>
double share(const View& view) {
  return ratio(view.callers(part), view.callers(whole));
}

/// Callers compared with the twin; NaN without one, and in a file that is older than the count.
template <results::CountList results::Paired::*count>
double paired(const View& view) {
  const bool known = view.paired && view.side == Side::here && !(view.paired->*count).empty() &&
                     !view.part.regions.empty();
  return known ? view.paired_callers(view.paired->*count) : ratio(0, 0);
}
double newly_unreached(const View& view);
/// Of the touched part for the whole world, of its regions for a centre. NaN, so that it is left
/// out, when the service is not back by the end.
double recover_s(const View& view);
double recover_nation_s(const View& view);

double answered_within_norm(const View& view);
double answer_delay_p90_s(const View& view);
double time_to_dispatch_p90_s(const View& view);

/// National minutes: one minute of everything is 1.
template <std::vector<double> results::Facts::*seconds>
double national_min(const View& view) {
  return view.national_s(view.facts.*seconds) / 60;
}

double cut_calls(const View& view);
double taken_over_calls(const View& view);
double wait_mean_s(const View& view);
double wait_p90_s(const View& view);
double wait_max_s(const View& view);
double occupancy(const View& view);
double short_min(const View& view);

}  // namespace analysis::values
