#include "models/world/roster_counts.hpp"

#include <algorithm>
#include <set>

#include "models/world/roster_times.hpp"

namespace models {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

int length_of(const Presence& one) {
  return one.to_s > one.from_s ? one.to_s - one.from_s : one.to_s - one.from_s + day_seconds;
}

int weekday_of_date(sys_days date) {
  return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1;
}

/// Where it begins in the week, once or on every day.
std::vector<int> begins_of(const Presence& one) {
  std::vector<int> out;
  for (int day = 0; day < 7; ++day)
    if (one.date ? weekday_of_date(*one.date) == day : !one.weekday || *one.weekday == day)
      out.push_back(day * day_seconds + one.from_s);
  return out;
}

std::set<int> changes_of(const std::vector<Presence>& presences) {
  std::set<int> out;
  for (const Presence& one : presences)
    for (const int begin : begins_of(one)) {
      out.insert(begin);
      out.insert((begin + length_of(one)) % week_seconds);
    }
  return out;
}

/// Of those that are no dates.
int staff_in_week(const std::vector<Presence>& presences, int second) {
  int out = 0;
  for (const Presence& one : presences)
    for (const int begin : begins_of(one))
      if ((second - begin + week_seconds) % week_seconds < length_of(one))
        out += one.staff;
  return out;
}

int staff_at(const std::vector<Presence>& presences, sys_seconds moment) {
  int out = 0;
  for (const Presence& one : presences) {
    const sys_seconds begin = sys_seconds(*one.date) + seconds(one.from_s);
    if (begin <= moment && moment < begin + seconds(length_of(one)))
      out += one.staff;
  }
  return out;
}

/// Each week's, ascending.
std::vector<int> staff_of_weeks(const std::vector<Presence>& presences, const ToldTime& told,
                                int second) {
  std::vector<int> out;
  const sys_days first = std::chrono::floor<days>(told.from);
  for (sys_seconds moment =
           first + seconds((second / day_seconds - weekday_of_date(first) + 7) % 7 * day_seconds +
                           second % day_seconds);
       moment < told.until; moment += seconds(week_seconds))
    if (moment >= told.from)
      out.push_back(staff_at(presences, moment));
  std::ranges::sort(out);
  return out;
}

}  // namespace

std::optional<ToldTime> told_time(const std::vector<Presence>& presences) {
  std::optional<ToldTime> out;
  for (const Presence& one : presences) {
    if (!one.date)
      return {};
    const sys_seconds begin = sys_seconds(*one.date) + seconds(one.from_s);
    const sys_seconds end = begin + seconds(length_of(one));
    if (!out)
      out = {begin, end};
    out = {std::min(out->from, begin), std::max(out->until, end)};
  }
  return out;
}

std::optional<std::vector<CountedStep>> counted(const std::vector<Presence>& presences,
                                                const std::optional<ToldTime>& told) {
  std::vector<CountedStep> out;
  for (const int second : changes_of(presences)) {
    const std::vector<int> staff = told ? staff_of_weeks(presences, *told, second)
                                        : std::vector<int>{staff_in_week(presences, second)};
    if (staff.empty())
      return {};
    const CountedStep step{second, staff[(staff.size() - 1) / 2], staff.front(), staff.back()};
    const bool same = !out.empty() && out.back().staff == step.staff &&
                      out.back().least == step.least && out.back().most == step.most;
    if (!same)
      out.push_back(step);
  }
  return out;
}

}  // namespace models
