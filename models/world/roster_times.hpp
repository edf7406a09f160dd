#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Times as rosters of spreadsheets have them.
namespace models {

inline constexpr int day_seconds = 86400, week_seconds = 7 * day_seconds;

/// ASCII letters only.
std::string lower_case(std::string text);

/// Seconds of a day: "7:00", "07:00", "07:00:00", and "24:00" as an end. Nothing when it is none.
std::optional<int> clock_of(std::string_view text);
/// 0 = Monday ... 6: "sat", "Saturday", "za", "zaterdag", in any case.
std::optional<int> weekday_of(std::string_view text);
/// "2026-12-01" or "1-12-2026".
std::optional<std::chrono::sys_days> date_of(std::string_view text);

/// "sat 23:00", "za 23:00-7:00", "07:00 - 15:00": a weekday (or every day), a time, and perhaps an
/// end, which is on the next day when it is not later.
struct RosterTime {
  std::optional<int> weekday;
  int from_s = 0;
  std::optional<int> to_s;
};
std::optional<RosterTime> roster_time_of(std::string_view text);

/// "sat 23:00", or "23:00" of every day.
std::string written_time(std::optional<int> weekday, int second_of_day);

}  // namespace models
