#include "models/world/day.hpp"

#include <fmt/format.h>

#include <charconv>

#include "models/text/shape.hpp"

namespace models {
namespace {

/// Digits and nothing else.
std::optional<unsigned> number(std::string_view digits) {
  unsigned out = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, out);
  return stopped == end && error == std::errc() ? std::optional(out) : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return {};
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)),
             day = number(text.substr(8, 2));
  if (!year || !month || !day)
    return {};
  const Day out{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                std::chrono::day(*day)};
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::string written(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

int days_between(Day from, Day until) {
  return static_cast<int>((std::chrono::sys_days(until) - std::chrono::sys_days(from)).count());
}

Day read_day(const Place& place) {
  static constexpr TextForm form = {"a date such as 2026-12-01", "2026-12-01",
                                    "[0-9]{4}-[01][0-9]-[0-3][0-9]"};
  place.may_be(form);
  if (const auto day = parse_day(place.node().text))
    return *day;
  place.fail(fmt::format("must be a date such as 2026-12-01, found {}", describe(place.node())));
  return {std::chrono::year(1970), std::chrono::January, std::chrono::day(1)};
}

}  // namespace models
