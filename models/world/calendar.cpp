#include "models/world/calendar.hpp"

#include <algorithm>
#include <chrono>
#include <regex>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <boost/date_time/local_time/local_time.hpp>

namespace models {

namespace {

constexpr UtcSeconds seconds_per_day = 86400;
constexpr int first_year = 1970, last_year = 2200;

UtcSeconds seconds_since_1970(const boost::posix_time::ptime& time) {
  const boost::posix_time::ptime epoch(boost::gregorian::date(1970, 1, 1));
  return (time - epoch).total_seconds();
}

UtcSeconds floor_div(UtcSeconds a, UtcSeconds b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

bool looks_like_a_zone(const std::string& text) {
  static const std::string offset = R"([+-]?\d{1,2}(:[0-5]\d)?)";
  static const std::string rule =
      R"(,M([1-9]|1[0-2])\.[1-5]\.[0-6](/([01]?\d|2[0-3])(:[0-5]\d)?)?)";
  static const std::regex zone("[A-Z]{3,6}" + offset + "([A-Z]{3,6}(" + offset + ")?" + rule +
                               rule + ")?");
  return std::regex_match(text, zone);
}

/// Two digits or four as a number; the text was checked before.
int digits(const std::string& text, std::size_t at, std::size_t count) {
  return std::stoi(text.substr(at, count));
}

/// Local seconds since 1970 of "2019-06-24T15:34" or "2019-06-24T15:34:05".
std::optional<UtcSeconds> parse_local(const std::string& text) {
  static const std::regex form(R"(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)");
  if (!std::regex_match(text, form))
    return {};
  const std::chrono::year_month_day date{std::chrono::year{digits(text, 0, 4)},
                                         std::chrono::month(unsigned(digits(text, 5, 2))),
                                         std::chrono::day(unsigned(digits(text, 8, 2)))};
  const int h = digits(text, 11, 2), m = digits(text, 14, 2);
  const int s = text.size() > 16 ? digits(text, 17, 2) : 0;
  const int y = int(date.year());
  if (!date.ok() || h > 23 || m > 59 || s > 59 || y <= first_year || y >= last_year)
    return {};
  return std::chrono::sys_days(date).time_since_epoch().count() * seconds_per_day + h * 3600 +
         m * 60 + s;
}

}  // namespace

/// Offsets from UTC and since when they hold, read once from Boost's zone; the first one holds
/// before all.
struct Calendar::Zone {
  struct Period {
    UtcSeconds from;
    UtcSeconds offset_s;
  };
  std::vector<Period> periods;

  UtcSeconds offset_at(UtcSeconds utc) const {
    const auto after =
        std::upper_bound(periods.begin() + 1, periods.end(), utc,
                         [](UtcSeconds t, const Period& period) { return t < period.from; });
    return std::prev(after)->offset_s;
  }
};

Calendar::Calendar(const std::string& posix_zone) : zone_(std::make_unique<Zone>()) {
  if (!looks_like_a_zone(posix_zone))
    throw std::invalid_argument("not a POSIX zone such as CET+1CEST+1,M3.5.0/2,M10.5.0/3");
  try {
    const boost::local_time::posix_time_zone zone(posix_zone);
    const UtcSeconds winter = zone.base_utc_offset().total_seconds();
    const UtcSeconds summer = winter + zone.dst_offset().total_seconds();
    zone_->periods.push_back({0, winter});
    for (int year = first_year; zone.has_dst() && year <= last_year; ++year) {
      const auto y = static_cast<boost::gregorian::greg_year>(static_cast<unsigned short>(year));
      zone_->periods.push_back({seconds_since_1970(zone.dst_local_start_time(y)) - winter, summer});
      zone_->periods.push_back({seconds_since_1970(zone.dst_local_end_time(y)) - summer, winter});
    }
  } catch (const std::exception& e) {
    throw std::invalid_argument(fmt::format("not a POSIX zone: {}", e.what()));
  }
  std::stable_sort(zone_->periods.begin() + 1, zone_->periods.end(),
                   [](const Zone::Period& a, const Zone::Period& b) { return a.from < b.from; });
}

Calendar::~Calendar() = default;
Calendar::Calendar(Calendar&&) noexcept = default;
Calendar& Calendar::operator=(Calendar&&) noexcept = default;
Calendar::Calendar(const Calendar& other) : zone_(std::make_unique<Zone>(*other.zone_)) {}
Calendar& Calendar::operator=(const Calendar& other) {
  zone_ = std::make_unique<Zone>(*other.zone_);
  return *this;
}

std::optional<UtcSeconds> Calendar::to_utc(const std::string& local_iso) const {
  const auto local = parse_local(local_iso);
  if (!local)
    return {};
  std::optional<UtcSeconds> first;
  for (const UtcSeconds guess : {*local - seconds_per_day, *local + seconds_per_day}) {
    const UtcSeconds offset = zone_->offset_at(guess);
    const UtcSeconds utc = *local - offset;
    if (zone_->offset_at(utc) == offset && (!first || utc < *first))
      first = utc;
  }
  return first;
}

std::string Calendar::to_local(UtcSeconds utc) const {
  const Civil c = civil(utc);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", c.year, c.month, c.day,
                     c.second_of_day / 3600, c.second_of_day / 60 % 60, c.second_of_day % 60);
}

int Calendar::second_of_week(UtcSeconds utc) const {
  const UtcSeconds local = utc + zone_->offset_at(utc);
  const UtcSeconds since_monday = local + 3 * seconds_per_day;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday -
                          floor_div(since_monday, 7 * seconds_per_day) * 7 * seconds_per_day);
}

Calendar::Civil Calendar::civil(UtcSeconds utc) const {
  const UtcSeconds local = utc + zone_->offset_at(utc);
  const UtcSeconds days = floor_div(local, seconds_per_day);
  const std::chrono::sys_days midnight{std::chrono::days(days)};
  const std::chrono::year_month_day date(midnight);
  return {int(date.year()), static_cast<int>(unsigned(date.month())),
          static_cast<int>(unsigned(date.day())), static_cast<int>(local - days * seconds_per_day),
          static_cast<int>(std::chrono::weekday(midnight).iso_encoding()) - 1};
}

}  // namespace models
