#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "models/text/reading.hpp"

namespace models {

/// A day of the calendar, as people write it: 2026-12-01.
using Day = std::chrono::year_month_day;

/// Nothing when it is no day: 2026-02-30.
std::optional<Day> parse_day(std::string_view text);
std::string written(Day day);
/// Days from the first to the second; negative when that was earlier.
int days_between(Day from, Day until);
/// A problem, and the first of January 1970, when it is none.
Day read_day(const Place& place);

}  // namespace models
