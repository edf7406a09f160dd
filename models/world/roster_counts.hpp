#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace models {

/// So many people from one time to another: every day, on one weekday, or on one date.
struct Presence {
  std::optional<std::chrono::sys_days> date;
  std::optional<int> weekday;  ///< 0 = Monday; not asked for when there is a date
  int from_s = 0, to_s = 0;    ///< of the day; an end that is not later is on the next day
  int staff = 1;
};

/// People on duty from a moment of the week until the next one.
struct CountedStep {
  int second_of_week = 0;
  int staff = 0;
  int least = 0, most = 0;  ///< over the weeks
};

/// The time that a file of dates tells something about: from its first begin to its last end.
struct ToldTime {
  std::chrono::sys_seconds from, until;
};
std::optional<ToldTime> told_time(const std::vector<Presence>& presences);

/// How many are on duty over the week. Of dates the middle of the weeks, of an even number the
/// lower one. Nothing when `told` leaves out a part of the week.
std::optional<std::vector<CountedStep>> counted(const std::vector<Presence>& presences,
                                                const std::optional<ToldTime>& told);

}  // namespace models
