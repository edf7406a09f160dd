#include "analysis/measures/measure.hpp"

#include <limits>
#include <numeric>
#include <vector>

namespace analysis {
namespace {

using results::CallerCount;
using results::GroupCount;
using results::GroupTime;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) {
  return whole > 0 ? part / whole : nan;
}

template <CallerCount count>
double callers(const View& view) {
  return view.callers(count);
}

template <GroupCount count>
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

template <CallerCount part, CallerCount whole>
double share(const View& view) {
  return ratio(view.callers(part), view.callers(whole));
}

double answered_within_norm(const View& view) {
  return ratio(view.callers(CallerCount::first_in_norm),
               view.callers(CallerCount::attempts) - view.callers(CallerCount::first_blocked));
}

double cut_calls(const View& view) {
  return view.calls(GroupCount::cut_waiting) + view.calls(GroupCount::cut_talking);
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
  return anybody ? view.longest_wait_s() : nan;
}

double answer_delay_p90_s(const View& view) {
  return quantile_with_never_s(view.answer_delays(), 0.9);
}

double time_to_dispatch_p90_s(const View& view) {
  return results::time_bins::quantile_s(view.dispatch_delays(), 0.9);
}

double unreachable_min(const View& view) {
  return view.unreachable_s() / 60;
}

double newly_lost(const View& view) {
  return view.paired ? view.paired_callers(view.paired->newly_lost) : nan;
}

double newly_saved(const View& view) {
  return view.paired ? view.paired_callers(view.paired->newly_saved) : nan;
}

double newly_unreached(const View& view) {
  return view.paired ? view.paired->newly_unreached : nan;
}

double recover_s(const View& view) {
  return view.paired ? view.paired->recover_s : nan;
}

double occupancy(const View& view) {
  return ratio(view.group_time(GroupTime::busy_s), view.group_time(GroupTime::on_duty_s));
}

double short_min(const View& view) {
  return view.group_time(GroupTime::short_s) / 60;
}

using List = std::vector<Measure>;

List people() {
  return {
      {"attempts", Unit::count, callers<CallerCount::attempts>},
      {"unique_callers", Unit::count, callers<CallerCount::callers>},
      {"genuine_callers", Unit::count, callers<CallerCount::genuine>},
      {"reached_callers", Unit::count, callers<CallerCount::reached>},
      {"unreached_callers", Unit::count, callers<CallerCount::unreached>},
      {"unreached_genuine_callers", Unit::count, callers<CallerCount::unreached_genuine>},
      {"lost_callers", Unit::count, callers<CallerCount::lost>},
      {"lost_incidents", Unit::count, callers<CallerCount::lost_incidents>},
      {"incidents", Unit::count, callers<CallerCount::incidents>},
      {"newly_lost_callers", Unit::count, newly_lost},
      {"newly_saved_callers", Unit::count, newly_saved},
      {"delayed_callers", Unit::count, callers<CallerCount::delayed>},
      {"hit_callers", Unit::count, callers<CallerCount::hit>},
      {"hit_genuine_callers", Unit::count, callers<CallerCount::hit_genuine>},
      {"gave_up_callers", Unit::count, callers<CallerCount::gave_up>},
      {"other_channel_callers", Unit::count, callers<CallerCount::other_channel>},
      {"deterred_callers", Unit::count, callers<CallerCount::deterred>},
      {"pending_callers", Unit::count, callers<CallerCount::pending>},
      {"redials", Unit::count, callers<CallerCount::redials>},
      {"completed_attempts", Unit::count, callers<CallerCount::completed>},
      {"blocked_attempts", Unit::count, callers<CallerCount::blocked>},
      {"blocked_genuine_attempts", Unit::count, callers<CallerCount::blocked_genuine>},
      {"abandoned_attempts", Unit::count, callers<CallerCount::abandoned>},
      {"cut_attempts", Unit::count, callers<CallerCount::cut>},
      {"wrong_dispatch_share", Unit::share,
       share<CallerCount::wrong_address, CallerCount::dispatched>},
      {"pictures_late_share", Unit::share,
       share<CallerCount::picture_late, CallerCount::dispatched>},
  };
}

/// What is counted by caller at the first stage: of no use for one centre.
List first_answer() {
  return {{"answered_calls", Unit::count, callers<CallerCount::first_answered>},
          {"answered_within_norm_share", Unit::share, answered_within_norm}};
}

List delays() {
  return {{"answer_delay_p90_s", Unit::seconds, answer_delay_p90_s},
          {"time_to_dispatch_p90_s", Unit::seconds, time_to_dispatch_p90_s},
          {"unreachable_discipline_region_min", Unit::minutes, unreachable_min}};
}

List desks() {
  return {{"offered_calls", Unit::count, calls<GroupCount::offered>},
          {"answered_calls", Unit::count, calls<GroupCount::answered>},
          {"abandoned_calls", Unit::count, calls<GroupCount::abandoned>},
          {"blocked_calls", Unit::count, calls<GroupCount::blocked>},
          {"cut_calls", Unit::count, cut_calls},
          {"moved_in_calls", Unit::count, calls<GroupCount::moved_in>},
          {"moved_out_calls", Unit::count, calls<GroupCount::moved_out>},
          {"wait_mean_s", Unit::seconds, wait_mean_s},
          {"wait_p90_s", Unit::seconds, wait_p90_s},
          {"wait_max_s", Unit::seconds, wait_max_s},
          {"occupancy_share", Unit::share, occupancy},
          {"short_min", Unit::minutes, short_min}};
}

List world_only() {
  return {{"taken_over_calls", Unit::count, [](const View& v) { return v.calls_taken_over(); }},
          {"newly_unreached_callers", Unit::count, newly_unreached},
          {"first_answer_wait_mean_s", Unit::seconds, wait_mean_s},
          {"first_answer_wait_p90_s", Unit::seconds, wait_p90_s},
          {"first_answer_wait_max_s", Unit::seconds, wait_max_s},
          {"recover_s", Unit::seconds, recover_s}};
}

List centre_only() {
  return {{"taken_over_calls", Unit::count, [](const View& v) { return v.calls_taken_over(); }},
          {"unreachable_discipline_region_min", Unit::minutes, unreachable_min}};
}

List joined(std::initializer_list<List> lists) {
  List out;
  for (const List& list : lists)
    out.insert(out.end(), list.begin(), list.end());
  return out;
}

}  // namespace

std::span<const Measure> world_measures() {
  static const List list = joined({people(), first_answer(), world_only(), delays()});
  return list;
}

std::span<const Measure> discipline_measures() {
  static const List list = joined({people(), first_answer(), delays()});
  return list;
}

std::span<const Measure> region_measures() {
  static const List list = joined({people(), first_answer()});
  return list;
}

std::span<const Measure> centre_measures() {
  static const List list = joined({people(), desks(), centre_only()});
  return list;
}

std::span<const Measure> stage_measures() {
  static const List list = desks();
  return list;
}

std::span<const Measure> kind_measures() {
  using enum results::KindCount;
  static const List list = {{"unique_callers", Unit::count, of_kind<callers>},
                            {"unreached_callers", Unit::count, of_kind<unreached>},
                            {"lost_callers", Unit::count, of_kind<lost>}};
  return list;
}

std::span<const Measure> other_work_measures() {
  using enum results::WorkCount;
  static const List list = {{"arrived_jobs", Unit::count, of_work<arrived>},
                            {"undelivered_jobs", Unit::count, of_work<undelivered>}};
  return list;
}

}  // namespace analysis
