#include "models/world/roster_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "models/text/read_values.hpp"
#include "models/world/day.hpp"

namespace models {

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

namespace {

/// Dutch and English, Monday first; the short form is where each begins.
struct DayName {
  std::string_view dutch, english;
};
constexpr std::array day_names = {
    DayName{"maandag", "monday"},     DayName{"dinsdag", "tuesday"},
    DayName{"woensdag", "wednesday"}, DayName{"donderdag", "thursday"},
    DayName{"vrijdag", "friday"},     DayName{"zaterdag", "saturday"},
    DayName{"zondag", "sunday"}};

int number(const std::ssub_match& digits) {
  return std::stoi(digits.str());
}

}  // namespace

std::optional<int> clock_of(std::string_view text) {
  static const std::regex form("([01]?[0-9]|2[0-4]):([0-5][0-9])(:00)?");
  const std::string all(text);
  std::smatch parts;
  if (!std::regex_match(all, parts, form))
    return {};
  const int second = number(parts[1]) * 3600 + number(parts[2]) * 60;
  return second <= day_seconds ? std::optional(second) : std::nullopt;
}

std::optional<int> weekday_of(std::string_view text) {
  const std::string asked = lower_case(std::string(text));
  for (std::size_t day = 0; day < day_names.size(); ++day) {
    const DayName& name = day_names[day];
    const bool dutch = asked.size() >= 2 && name.dutch.starts_with(asked);
    const bool english = asked.size() >= 3 && name.english.starts_with(asked);
    if (dutch || english)
      return static_cast<int>(day);
  }
  return {};
}

std::optional<std::chrono::sys_days> date_of(std::string_view text) {
  static const std::regex dutch("([0-3]?[0-9])-([01]?[0-9])-([0-9]{4})");
  const std::string all(text);
  std::smatch parts;
  std::optional<Day> day;
  if (std::regex_match(all, parts, dutch))
    day = parse_day(
        fmt::format("{}-{:02}-{:02}", parts[3].str(), number(parts[2]), number(parts[1])));
  else
    day = parse_day(text);
  return day ? std::optional(std::chrono::sys_days(*day)) : std::nullopt;
}

std::optional<RosterTime> roster_time_of(std::string_view text) {
  static const std::regex form(
      "(?:([A-Za-z]+)\\.? +)?([0-9:]+)(?: *(?:-|\xE2\x80\x93) *([0-9:]+))?");
  const std::string all(text);
  std::smatch parts;
  if (!std::regex_match(all, parts, form))
    return {};
  RosterTime out;
  if (parts[1].matched && !(out.weekday = weekday_of(parts[1].str())))
    return {};
  const auto from = clock_of(parts[2].str());
  if (!from || *from == day_seconds)
    return {};
  out.from_s = *from;
  if (parts[3].matched && !(out.to_s = clock_of(parts[3].str())))
    return {};
  return out;
}

std::string written_time(std::optional<int> weekday, int second_of_day) {
  const std::string time =
      fmt::format("{:02}:{:02}", second_of_day / 3600, second_of_day % 3600 / 60);
  return weekday ? weekday_names()[static_cast<std::size_t>(*weekday)] + " " + time : time;
}

}  // namespace models
